import type { Message } from './message.ts'

/** What DestinationRules and PeerAuthentications ask for, and retries. */
export const POLICIES = {
  transport: {
    code: 'MX0111',
    severity: 'error',
    title: 'Callers of {host} speak {spoken}, its pods {takes}',
    help: 'A connection comes about only where what the caller’s DestinationRule asks for is what the pod takes.',
  },
  ruleWithoutService: {
    code: 'MX0104',
    severity: 'warning',
    title: 'No Service has host {host}',
    help: 'A DestinationRule changes how its host’s Service is called; without a Service it does nothing.',
  },
  ruleElsewhere: {
    code: 'MX0105',
    severity: 'warning',
    title: 'Only callers in {namespace} use this DestinationRule',
    help: 'A sidecar looks for DestinationRules in its own namespace, then in the Service’s, then in the root one.',
  },
  outlierWithoutEffect: {
    code: 'MX0150',
    severity: 'warning',
    title: 'Outlier detection does nothing for {target}',
    help: 'A pod is ejected only where the share of ejected ones stays within maxEjectionPercent.',
  },
  outlierTakesAll: {
    code: 'MX0151',
    severity: 'info',
    title: 'All pods of {target} may be ejected',
    help: 'Without minHealthPercent nothing is kept: a cluster whose pods are all out answers 503 UH.',
  },
  multipliedRetries: {
    code: 'MX0149',
    severity: 'warning',
    title: 'Up to {tries} tries of one request reach {target}',
    help: 'Each proxy of a chain tries again by itself, so their tries multiply.',
  },
} as const satisfies Readonly<Record<string, Message>>

import type { Severity } from '../base/diagnostic.ts'

/** What a finding is called. One code has several entries where Istio uses it for several things. */
export interface FindingKind {
  /** Istio's own code where the meaning is Istio's. A code is never used again for something else. */
  readonly code: string
  readonly severity: Severity
  /** `{name}` is filled in. */
  readonly title: string
  readonly help: string
}

const MISSING_HELP = 'A route may name only a host, a port and a subset that exist: Envoy answers 503 NC for any other.'

export const FINDING_KINDS = {
  missingSubset: {
    code: 'IST0101',
    severity: 'error',
    title: 'No DestinationRule defines subset {subset}',
    help: MISSING_HELP,
  },
  idleMissingSubset: {
    code: 'IST0101',
    severity: 'warning',
    title: 'No DestinationRule defines subset {subset}',
    help: MISSING_HELP,
  },
  missingHost: {
    code: 'IST0101',
    severity: 'error',
    title: 'No Service has the host {host}',
    help: MISSING_HELP,
  },
  missingPort: {
    code: 'IST0101',
    severity: 'error',
    title: 'Service {service} has no port {port}',
    help: MISSING_HELP,
  },
  conflictingHost: {
    code: 'IST0109',
    severity: 'error',
    title: 'VirtualService {other} already has the host {host}',
    help: 'Sidecars take one VirtualService for a host and never merge two; only gateways do.',
  },
  unreachableRule: {
    code: 'IST0130',
    severity: 'warning',
    title: 'Rule {rule} can never match',
    help: 'Rules are tried from the top and the first that matches wins: put rules without conditions last.',
  },
  shadowedRule: {
    code: 'IST0131',
    severity: 'warning',
    title: 'Rule {rule} can never match',
    help: 'The first rule that matches wins, not the longest prefix: put the narrower rule above the broader one.',
  },
  shadowedMatch: {
    code: 'IST0131',
    severity: 'info',
    title: 'Match {match} of rule {rule} is never met',
    help: 'The first match that fits wins: an earlier one takes all that this one could.',
  },
  subsetSelectsNoPod: {
    code: 'IST0173',
    severity: 'error',
    title: 'Subset {subset} selects no pod',
    help: 'A subset selects those pods of its Service that carry all of its labels; an empty one answers 503 UH.',
  },
  idleSubsetSelectsNoPod: {
    code: 'IST0173',
    severity: 'warning',
    title: 'Subset {subset} selects no pod',
    help: 'A subset selects those pods of its Service that carry all of its labels; an empty one answers 503 UH.',
  },
  unknownRuleHost: {
    code: 'IST0174',
    severity: 'warning',
    title: 'No Service has the host {host}',
    help: 'A DestinationRule counts for the Service that its host names; a short name means its own namespace.',
  },
  noReadyPod: {
    code: 'MX0101',
    severity: 'error',
    title: 'No pod of {what} is ready',
    help: 'Envoy sends only to ready pods and never moves a share elsewhere: without one it answers 503 UH.',
  },
  serviceHasNoPod: {
    code: 'MX0102',
    severity: 'error',
    title: 'Service {service} selects no pod',
    help: 'A Service without pods answers 503 UH in the caller’s own sidecar.',
  },
  noCatchAll: {
    code: 'MX0103',
    severity: 'warning',
    title: 'No rule takes the rest',
    help: 'A VirtualService replaces its Service’s own route: what no rule matches gets 404 NR.',
  },
  hostWithoutService: {
    code: 'MX0104',
    severity: 'warning',
    title: 'No Service has the host {host}',
    help: 'Sidecars apply a VirtualService to requests for its hosts: one that no Service has is never asked for.',
  },
  ruleNotLookedUp: {
    code: 'MX0105',
    severity: 'warning',
    title: 'Callers do not look here for {host}',
    help: 'A sidecar looks for DestinationRules in its own namespace, the Service’s and the root namespace only.',
  },
  weightsNot100: {
    code: 'MX0106',
    severity: 'info',
    title: 'Weights add up to {sum}, not 100',
    help: 'Weights are shares of their sum; since Istio 1.15 it need not be 100.',
  },
  shortNameElsewhere: {
    code: 'MX0107',
    severity: 'error',
    title: '{host} means {host}.{namespace} here',
    help: 'A host without a dot is a Service in the namespace of the resource that names it.',
  },
  legWithoutWeight: {
    code: 'MX0108',
    severity: 'warning',
    title: 'Leg {leg} has no weight and gets no request',
    help: 'Beside other destinations a missing weight is 0.',
  },
  destinationPortNeeded: {
    code: 'MX0109',
    severity: 'error',
    title: 'Service {service} has no port {port}',
    help: 'Without destination.port a sidecar keeps the port that the caller dialled.',
  },
} as const satisfies Readonly<Record<string, FindingKind>>

export type FindingName = keyof typeof FINDING_KINDS

import type { Diagnostic, Fix, Severity } from '../base/diagnostic.ts'

export interface Message {
  /** Istio's own where the meaning is Istio's. Codes are never used again for something else. */
  readonly code: string
  readonly severity: Severity
  /** `{name}` stands for an argument. */
  readonly title: string
  /** Our own code for it where istioctl does not see it although its meaning is Istio's. */
  readonly unseen?: string
  /** One sentence for somebody who has never met it. */
  readonly help: string
}

/** Everything that the rules of this stage can say. MX0107 is retired: istioctl says IST0101 of it. */
export const MESSAGES = {
  missingHost: {
    code: 'IST0101',
    unseen: 'MX0116',
    severity: 'error',
    title: 'No Service has host {host}',
    help: 'A destination names a Service; a name without dots means one of the VirtualService’s own namespace.',
  },
  missingPort: {
    code: 'IST0101',
    unseen: 'MX0117',
    severity: 'error',
    title: 'Service {host} has no port {port}',
    help: 'A destination names a port of the Service, not of its pods.',
  },
  missingSubset: {
    code: 'IST0101',
    unseen: 'MX0118',
    severity: 'error',
    title: 'No DestinationRule defines subset {subset}',
    help: 'A subset exists only where a DestinationRule for the same host lists it.',
  },
  subsetElsewhere: {
    code: 'MX0118',
    severity: 'error',
    title: 'Subset {subset} is defined where its callers do not look',
    help: 'A caller takes the DestinationRule of its own namespace, of the Service’s or of the root namespace, no other.',
  },
  conflictingHosts: {
    code: 'IST0109',
    unseen: 'MX0119',
    severity: 'error',
    title: 'Two VirtualServices define host {host}',
    help: 'VirtualServices for one host are not merged: the oldest counts and the others do nothing.',
  },
  unreachableRule: {
    code: 'IST0130',
    unseen: 'MX0114',
    severity: 'warning',
    title: 'Rule {rule} can never match',
    help: 'The first rule that matches takes the request, however well a later one would fit.',
  },
  coveredRule: {
    code: 'IST0131',
    unseen: 'MX0114',
    severity: 'info',
    title: 'Rule {rule} can never match',
    help: 'Every request that its conditions describe is taken by a rule above it.',
  },
  coveredMatch: {
    code: 'IST0131',
    unseen: 'MX0114',
    severity: 'info',
    title: 'Match {match} of rule {rule} is never used',
    help: 'Every request that it describes is taken before it is looked at.',
  },
  hiddenRule: {
    code: 'MX0114',
    severity: 'warning',
    title: 'Rule {rule} can never match',
    help: 'Every request that its conditions describe is taken by a rule above it; istioctl analyze does not see this.',
  },
  subsetWithoutPods: {
    code: 'IST0173',
    unseen: 'MX0120',
    severity: 'error',
    title: 'Labels of subset {subset} select no pod',
    help: 'A subset holds those pods of the Service that carry all of its labels.',
  },
  hostElsewhere: {
    code: 'IST0101',
    unseen: 'MX0116',
    severity: 'error',
    title: 'In {namespace}, {host} is no Service',
    help: 'A name without dots means a Service of the resource’s own namespace; others need their full name.',
  },
  legWithoutWeight: {
    code: 'MX0108',
    severity: 'warning',
    title: 'Leg {leg} has no weight and gets no request',
    help: 'Beside other destinations a missing weight is 0.',
  },
  dialledPort: {
    code: 'MX0109',
    severity: 'error',
    title: 'Service {host} has no port {port}, and none is named',
    help: 'At a sidecar a destination without a port means the port that the caller dialled.',
  },
  aliasDestination: {
    code: 'MX0115',
    severity: 'error',
    title: 'ExternalName {host} leads to no cluster',
    help: 'An ExternalName is another name for its target; Envoy has a cluster for the target only.',
  },
  envoyRefusal: {
    code: 'MX0110',
    severity: 'error',
    title: 'Envoy refuses {what} status {status}',
    help: 'Envoy checks what istiod sends by rules of its own, and takes all routes of a port or none.',
  },
  transport: {
    code: 'MX0111',
    severity: 'error',
    title: 'Callers of {host} speak {spoken}, its pods {takes}',
    help: 'A connection comes about only where what the caller’s DestinationRule asks for is what the pod takes.',
  },
  missingParent: {
    code: 'MX0112',
    severity: 'error',
    title: 'There is no {parent} for this HTTPRoute',
    help: 'A route has an effect only where the parent that it names is there and takes it.',
  },
  routeNotTaken: {
    code: 'MX0112',
    severity: 'error',
    title: '{parent} does not take this HTTPRoute',
    help: 'A route has an effect only where the parent that it names is there and takes it.',
  },
  missingGateway: {
    code: 'IST0101',
    unseen: 'MX0121',
    severity: 'error',
    title: 'There is no Gateway {gateway}',
    help: 'A name without a namespace means a Gateway of the VirtualService’s own namespace.',
  },
  hostNotInGateway: {
    code: 'IST0132',
    unseen: 'MX0122',
    severity: 'warning',
    title: 'Gateway {gateway} has no server for {hosts}',
    help: 'A gateway takes a VirtualService’s routes only for hosts that one of its servers lists.',
  },
  nothingBound: {
    code: 'MX0113',
    severity: 'info',
    title: 'No route is bound to Gateway {gateway}',
    help: 'A gateway answers 404 to all that no VirtualService or HTTPRoute is bound to it for.',
  },
  noReadyPod: {
    code: 'MX0101',
    severity: 'error',
    title: 'No pod of {target} is ready',
    help: 'The sidecar sends nothing to pods that are not ready.',
  },
  noCatchAll: {
    code: 'MX0102',
    severity: 'warning',
    title: 'No rule takes the rest',
    help: 'A request that no rule matches is answered by the caller’s own sidecar with 404.',
  },
  unknownHost: {
    code: 'MX0103',
    severity: 'warning',
    title: 'No Service has host {host}',
    help: 'Callers find a host by its Service’s name; a VirtualService alone gives it no address.',
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
  weightSum: {
    code: 'MX0106',
    severity: 'info',
    title: 'Weights add up to {sum}, not 100',
    help: 'Weights are shares of their sum, whatever the sum is.',
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
  prefixInsideSegment: {
    code: 'MX0147',
    severity: 'info',
    title: 'Prefix {prefix} also takes {path}',
    help: 'A prefix is compared letter by letter and does not end at a slash.',
  },
  hiddenByExport: {
    code: 'MX0148',
    severity: 'warning',
    title: '{resource} is hidden from {caller}',
    help: 'A proxy is told only of what is exported to its namespace.',
  },
  multipliedRetries: {
    code: 'MX0149',
    severity: 'warning',
    title: 'Up to {tries} tries of one request reach {target}',
    help: 'Each proxy of a chain tries again by itself, so their tries multiply.',
  },
  caseOfValue: {
    code: 'MX0152',
    severity: 'warning',
    title: '{where} differs from {value} by case alone',
    help: 'Values are compared letter by letter; of a path, ignoreUriCase changes that.',
  },
  scenarioField: {
    code: 'MX0301',
    severity: 'warning',
    title: '{field} is no field here',
    help: 'A Scenario has fields of its own; others do nothing.',
  },
  scenarioValue: {
    code: 'MX0302',
    severity: 'error',
    title: '{field} is not {wanted}',
    help: 'A value that cannot be read counts as not written.',
  },
  scenarioMissing: {
    code: 'MX0303',
    severity: 'error',
    title: '{what} is missing',
    help: 'Without it there is nothing to play.',
  },
  scenarioConflict: {
    code: 'MX0304',
    severity: 'error',
    title: '{one} and {other} exclude each other',
    help: 'One of the two says the opposite of the other.',
  },
  scenarioBackwards: {
    code: 'MX0305',
    severity: 'error',
    title: '{later} has to be more than {earlier}',
    help: 'Times count from the beginning of the run.',
  },
  scenarioUrl: {
    code: 'MX0306',
    severity: 'error',
    title: '{url} cannot be called',
    help: 'A client calls http://host:port/path, as an application would.',
  },
  scenarioWorkload: {
    code: 'MX0307',
    severity: 'error',
    title: 'No {what} is named {name}',
    help: 'A Scenario speaks of workloads and pods of the same text.',
  },
  scenarioDocument: {
    code: 'MX0308',
    severity: 'error',
    title: 'No document of this text is {reference}',
    help: 'Steps apply and delete documents of the same text or what they hold themselves; a presentation shows such documents.',
  },
  scenarioSameName: {
    code: 'MX0309',
    severity: 'warning',
    title: 'Two clients are named {name}',
    help: 'Clients are told apart by their names.',
  },
  scenarioWithoutEffect: {
    code: 'MX0310',
    severity: 'warning',
    title: '{what} does nothing',
    help: 'It can be left out, or something that goes with it is missing.',
  },
  secondScenario: {
    code: 'MX0311',
    severity: 'warning',
    title: 'Scenario {name} is not played',
    help: 'Of several Scenarios in a text the first is played.',
  },
  notUsed: {
    code: 'MX0001',
    severity: 'info',
    title: '{kind} {name} is seen, not used',
    help: 'What this kind does to traffic, if anything, is not part of the picture.',
  },
  simplified: {
    code: 'MX0201',
    severity: 'info',
    title: 'Simplified here: {field}',
    help: 'The picture shows this in kind, and differs from a real mesh as the ledger of fidelity says.',
  },
  absent: {
    code: 'MX0202',
    severity: 'info',
    title: 'Not part of the picture: {field}',
    help: 'A real mesh acts on this; the picture does not, as the ledger of fidelity says.',
  },
} as const satisfies Readonly<Record<string, Message>>

/** A diagnostic of a message, its title filled in. */
export function say(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  about: Pick<Diagnostic, 'detail' | 'origin' | 'link' | 'countedAt' | 'otherFixes'> & {
    readonly fix?: Fix | undefined
  },
): Diagnostic {
  const { detail, origin, countedAt, fix, otherFixes = [], link } = about
  return {
    code: message.code,
    severity: message.severity,
    title: fill(message.title, values),
    detail,
    origin,
    ...(message.unseen !== undefined && { unseen: message.unseen }),
    ...(countedAt && { countedAt }),
    ...(fix && { fix }),
    ...(otherFixes.length > 0 && { otherFixes }),
    ...(link !== undefined && { link }),
  }
}

/** A template with its values. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

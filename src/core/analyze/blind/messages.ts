import type { Severity } from '../../base/diagnostic.ts'

/** Something that istioctl does not see, in our words. */
export interface BlindMessage {
  readonly code: `MX${string}`
  readonly severity: Severity
  /** `{name}` stands for a value. */
  readonly title: string
  /** Why, and what happens to traffic: two sentences at most. */
  readonly detail: string
  /** The same of a text that may leave it out, and is no more than told so. */
  readonly leftOut?: { readonly title: string; readonly detail: string }
}

/** What istioctl analyze is blind to, and we are not; the rules that look at traffic have messages of their own. */
export const BLIND_MESSAGES = {
  unknownVersion: {
    code: 'MX0006',
    severity: 'warning',
    title: '{apiVersion} has no {kind}',
    detail: 'Kubernetes refuses {kind} as {apiVersion}, and istioctl skips the document in silence.',
  },
  misspeltKind: {
    code: 'MX0007',
    severity: 'warning',
    title: 'There is no kind {kind}',
    detail: 'It is almost {meant}. Kubernetes refuses it, and istioctl skips the document in silence.',
  },
  lostDocument: {
    code: 'MX0008',
    severity: 'info',
    title: 'istioctl does not read this document',
    detail: 'To it, --- with something behind is no separator, so only the document above is read. kubectl reads both.',
  },
  matchGateway: {
    code: 'MX0123',
    severity: 'warning',
    title: 'There is no Gateway {gateway}',
    detail: 'The match asks for requests of {gateway}, and nothing of that name is there. It never holds.',
    leftOut: {
      title: 'Gateway {gateway} is not in this text',
      detail: 'No Gateway is, so it may stand elsewhere. As the text is, the match never holds.',
    },
  },
  missingDelegate: {
    code: 'MX0124',
    severity: 'error',
    title: 'There is no VirtualService {delegate}',
    detail: 'The rule delegates to {delegate}, which is not there. The rule is left out.',
    leftOut: {
      title: 'VirtualService {delegate} is not in this text',
      detail: 'The rule delegates to {delegate}, which may stand elsewhere. As the text is, the rule is left out.',
    },
  },
  missingBackend: {
    code: 'MX0125',
    severity: 'error',
    title: 'There is no Service {backend}',
    detail: 'The route sends to {backend}, which is not there. Its share of the requests is answered 500.',
  },
  missingSecret: {
    code: 'MX0126',
    severity: 'error',
    title: 'There is no Secret {secret}',
    detail: '{field} names {secret}, which is not there. Connections to the port find no certificate.',
  },
  policyWithoutPods: {
    code: 'MX0127',
    severity: 'warning',
    title: 'No pod has {selector}',
    detail: 'The {kind} is for pods with {selector}, and its namespace has none. It does nothing.',
  },
  missingTarget: {
    code: 'MX0128',
    severity: 'warning',
    title: 'There is no {target}',
    detail: 'targetRefs names {target}, which is not there. For it the {kind} does nothing.',
  },
  missingWaypoint: {
    code: 'MX0129',
    severity: 'warning',
    title: 'There is no waypoint {waypoint}',
    detail: 'The label istio.io/use-waypoint names Gateway {waypoint}, which is not there. Traffic passes no waypoint.',
    leftOut: {
      title: 'Waypoint {waypoint} is not in this text',
      detail: 'No Gateway of Kubernetes is, so it may stand elsewhere. As the text is, traffic passes no waypoint.',
    },
  },
  unknownAccount: {
    code: 'MX0130',
    severity: 'warning',
    title: 'No pod runs as {principal}',
    detail: 'The rule names {principal}, and no pod of that namespace has the service account. Nobody matches it.',
  },
  sidecarHost: {
    code: 'MX0131',
    severity: 'warning',
    title: 'No Service has host {host}',
    detail: 'The Sidecar imports {entry}, and no Service there has that name. The entry adds nothing.',
  },
  faultWithoutShare: {
    code: 'MX0132',
    severity: 'warning',
    title: 'The {what} has no percentage and does nothing',
    detail: 'A percentage that is left out is 0. Write percentage: value: 100 for every request.',
  },
  twoRulesForHost: {
    code: 'MX0133',
    severity: 'warning',
    title: 'Two DestinationRules are for {host}',
    detail: 'In one namespace they are merged: subsets of {names} add up, of their policies the oldest one counts.',
  },
  unservedHost: {
    code: 'MX0134',
    severity: 'warning',
    title: 'Gateway {gateway} has no server for {host}',
    detail: 'Other hosts of the VirtualService are served there. Requests for {host} get no route.',
  },
  hostUnderWildcard: {
    code: 'MX0135',
    severity: 'info',
    title: 'Gateways {names} both serve {host}',
    detail: 'One of them by {wildcard}. Connections for {host} go to the server that names it.',
  },
  subsetWithoutCa: {
    code: 'MX0136',
    severity: 'warning',
    title: 'No CA is named for subset {subset}',
    detail:
      'Subset {subset} asks for TLS {mode} without caCertificates. Its servers are verified by the system’s own CAs.',
  },
  leastConn: {
    code: 'MX0137',
    severity: 'info',
    title: 'LEAST_CONN is deprecated',
    detail: 'It is read as LEAST_REQUEST. Write that.',
  },
  abortWithoutError: {
    code: 'MX0138',
    severity: 'warning',
    title: 'The abort says no status and does nothing',
    detail: 'An abort needs httpStatus or grpcStatus. Without one it is left out.',
  },
  deprecatedInSubset: {
    code: 'MX0139',
    severity: 'warning',
    title: 'consecutiveErrors of subset {subset} is deprecated',
    detail: 'Use consecutiveGatewayErrors or consecutive5xxErrors; Istio’s own warning gets lost inside a subset.',
  },
  subsetOfAll: {
    code: 'MX0140',
    severity: 'info',
    title: 'Subset {subset} is all pods of {host}',
    detail: 'A subset without labels leaves no pod out; it differs from no subset by its policy alone.',
  },
  wholeRegex: {
    code: 'MX0141',
    severity: 'info',
    title: 'The expression {regex} must fit the whole {what}',
    detail:
      'Envoy compares the {what} from end to end, so {regex} takes no longer one. Write .* where anything may stand.',
  },
  methodInSmallLetters: {
    code: 'MX0142',
    severity: 'warning',
    title: 'No client sends the method {method}',
    detail: 'Methods are compared letter by letter, and clients send {meant}. Nothing matches {method}.',
  },
  tryBeyondTimeout: {
    code: 'MX0143',
    severity: 'warning',
    title: 'perTryTimeout {try} is ignored',
    detail: 'A try that may take as long as the timeout of the rule, {timeout}, has no limit of its own.',
  },
  triesDoNotFit: {
    code: 'MX0144',
    severity: 'info',
    title: 'Of {tries} tries of {try}, {fit} fit into {timeout}',
    detail: 'The timeout of the rule counts for all tries together. Where each takes its {try}, {fit} begin at most.',
  },
  delayBeyondTimeout: {
    code: 'MX0145',
    severity: 'info',
    title: 'The timeout {timeout} does not cover the delay of {delay}',
    detail: 'A delay is over before the timeout begins. The request is not answered 504 because of it.',
  },
  limitOfZero: {
    code: 'MX0146',
    severity: 'warning',
    title: '{field} 0 is no limit',
    detail: 'Istio reads 0 as not written. The default counts, which allows practically any number.',
  },
} as const satisfies Readonly<Record<string, BlindMessage>>

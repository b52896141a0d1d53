import type { Message } from './message.ts'

/** Which rule takes what, and how it shares it out. */
export const RULES_OF_ROUTES = {
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
  legWithoutWeight: {
    code: 'MX0108',
    severity: 'warning',
    title: 'Leg {leg} has no weight and gets no request',
    help: 'Beside other destinations a missing weight is 0.',
  },
  weightSum: {
    code: 'MX0106',
    severity: 'info',
    title: 'Weights add up to {sum}, not 100',
    help: 'Weights are shares of their sum, whatever the sum is.',
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
  prefixInsideSegment: {
    code: 'MX0147',
    severity: 'info',
    title: 'Prefix {prefix} also takes {path}',
    help: 'A prefix is compared letter by letter and does not end at a slash.',
  },
  caseOfValue: {
    code: 'MX0152',
    severity: 'warning',
    title: '{where} differs from {value} by case alone',
    help: 'Values are compared letter by letter; of a path, ignoreUriCase changes that.',
  },
  hiddenByExport: {
    code: 'MX0148',
    severity: 'warning',
    title: '{resource} is hidden from {caller}',
    help: 'A proxy is told only of what is exported to its namespace.',
  },
  envoyRefusal: {
    code: 'MX0110',
    severity: 'error',
    title: 'Envoy refuses {what} status {status}',
    help: 'Envoy checks what istiod sends by rules of its own, and takes all routes of a port or none.',
  },
} as const satisfies Readonly<Record<string, Message>>

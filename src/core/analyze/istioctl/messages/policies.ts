import type { IstioctlMessage } from '../istioctl-message.ts'

const NOT_FOUND = { code: 'IST0101', name: 'ReferencedResourceNotFound', level: 'Error' } as const

/** Of what is checked as a whole, and of Sidecars, EnvoyFilters, Telemetries and security policies. */
export const POLICY_MESSAGES = {
  schemaError: {
    code: 'IST0106',
    name: 'SchemaValidationError',
    level: 'Error',
    title: 'Istio would refuse {name}',
    detail: 'Istio says: “{message}”.',
  },
  schemaWarning: {
    code: 'IST0133',
    name: 'SchemaWarning',
    level: 'Warning',
    title: 'Istio remarks on {name}',
    detail: 'Istio accepts this and remarks: “{message}”.',
  },
  namespaceNotFound: {
    ...NOT_FOUND,
    title: 'There is no namespace {namespace}',
    detail: 'The rule names source namespace {namespace}, and no Namespace is called so.',
  },
  selectorNotFound: {
    ...NOT_FOUND,
    title: 'No pod has {selector}',
    detail: 'The {kind} is for pods with {selector}, and its namespace has none. It does nothing.',
  },
  sidecarsForOnePod: {
    code: 'IST0110',
    name: 'ConflictingSidecarWorkloadSelectors',
    level: 'Error',
    title: 'Several Sidecars select pod {pod}',
    detail: 'Sidecars {names} in {namespace} select pod {pod}. Only one of them counts.',
  },
  sidecarsWithoutSelector: {
    code: 'IST0111',
    name: 'MultipleSidecarsWithoutWorkloadSelectors',
    level: 'Error',
    title: 'Several Sidecars are for all of {namespace}',
    detail: 'Sidecars {names} in {namespace} have no selector. Only one of them counts.',
  },
  noMatchingWorkloads: {
    code: 'IST0127',
    name: 'NoMatchingWorkloadsFound',
    level: 'Warning',
    title: 'The policy is for no workload of the mesh',
    detail: 'No pod in the mesh has the labels that it asks for ({selector}). It does nothing.',
  },
  relativeOperation: {
    code: 'IST0151',
    name: 'EnvoyFilterUsesRelativeOperation',
    level: 'Warning',
    title: 'A relative patch without a priority',
    detail: 'What {operation} does depends on the filters that are there by then. A priority settles the order.',
  },
  replaceIgnored: {
    code: 'IST0152',
    name: 'EnvoyFilterUsesReplaceOperationIncorrectly',
    level: 'Error',
    title: 'REPLACE is for filters only',
    detail: 'REPLACE is valid for HTTP_FILTER and NETWORK_FILTER. For {applyTo} it does nothing.',
  },
  addIgnored: {
    code: 'IST0153',
    name: 'EnvoyFilterUsesAddOperationIncorrectly',
    level: 'Error',
    title: 'ADD does nothing for {applyTo}',
    detail: 'ADD is ignored where applyTo is ROUTE_CONFIGURATION or HTTP_ROUTE.',
  },
  removeIgnored: {
    code: 'IST0154',
    name: 'EnvoyFilterUsesRemoveOperationIncorrectly',
    level: 'Error',
    title: 'REMOVE does nothing for {applyTo}',
    detail: 'REMOVE is ignored where applyTo is ROUTE_CONFIGURATION or HTTP_ROUTE.',
  },
  relativeOperationOfVersion: {
    code: 'IST0155',
    name: 'EnvoyFilterUsesRelativeOperationWithProxyVersion',
    level: 'Warning',
    title: 'A relative patch that may get lost in an upgrade',
    detail:
      'Another patch of this filter is bound to a proxyVersion, and {operation} (like REPLACE, MERGE, INSERT_FIRST or ADD) has no priority.',
  },
  telemetryWithoutProvider: {
    code: 'IST0157',
    name: 'InvalidTelemetryProvider',
    level: 'Warning',
    title: 'Telemetry {name} has no provider',
    detail:
      'Access logging of Telemetry {name} in {namespace} names no provider, and the mesh has no default one. It is ignored.',
  },
  telemetriesForOnePod: {
    code: 'IST0159',
    name: 'ConflictingTelemetryWorkloadSelectors',
    level: 'Error',
    title: 'Several Telemetries select pod {pod}',
    detail: 'Telemetries {names} in {namespace} select pod {pod}. Which one counts is not defined.',
  },
  telemetriesWithoutSelector: {
    code: 'IST0160',
    name: 'MultipleTelemetriesWithoutWorkloadSelectors',
    level: 'Error',
    title: 'Several Telemetries are for all of {namespace}',
    detail: 'Telemetries {names} in {namespace} have no selector. Which one counts is not defined.',
  },
  ineffectiveSelector: {
    code: 'IST0166',
    name: 'IneffectiveSelector',
    level: 'Warning',
    title: 'A selector does not reach Gateway {gateway}',
    detail: 'Pods of a Gateway API Gateway take policies by targetRefs only. For {gateway} this one does nothing.',
  },
  ineffectivePolicy: {
    code: 'IST0167',
    name: 'IneffectivePolicy',
    level: 'Warning',
    title: 'This Sidecar does nothing in ambient mode',
    detail: 'The {what} is in ambient mode: no sidecar is there to configure.',
  },
  jwksUnrestricted: {
    code: 'IST0175',
    name: 'JwksUriFetchUnrestricted',
    level: 'Warning',
    title: 'istiod fetches keys from anywhere',
    detail:
      'BLOCKED_CIDRS_IN_JWKS_URIS is not set, and {count} RequestAuthentication ({names}) may have istiod fetch keys from inside the network.',
  },
} as const satisfies Readonly<Record<string, IstioctlMessage>>

export type {
  ConnectionPool,
  LoadBalancer,
  OutlierDetection,
  PortPolicy,
  Subset,
  TrafficPolicy,
} from './destination-rule-spec.ts'
export type { ContainerPort, ServicePort } from './kubernetes-spec.ts'
export type {
  Assumption,
  DestinationRuleResource,
  Labels,
  NamespaceResource,
  PodResource,
  Resource,
  ServiceResource,
  VirtualServiceResource,
  WorkloadKind,
  WorkloadResource,
} from './resource.ts'
export type {
  CorsPolicy,
  Destination,
  HeaderOperation,
  HeaderOperations,
  HttpDestination,
  HttpFault,
  HttpMatch,
  HttpRedirect,
  HttpRetries,
  HttpRule,
  StringMatch,
  StringMatches,
} from './virtual-service-spec.ts'
export { decodeDocument } from './decode-document.ts'
export type { Decoded } from './decode-document.ts'
export { createDecoder } from './decoder.ts'
export { Reader } from './reader.ts'
export type { YamlMap, YamlNode, YamlScalar } from '../yaml/index.ts'

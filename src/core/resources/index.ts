export type {
  ConnectionPool,
  DestinationRuleSpec,
  LoadBalancer,
  OutlierDetection,
  PortLevelPolicy,
  PortPolicy,
  Subset,
  TrafficPolicy,
} from './destination-rule-spec.ts'
export type { ContainerPort, PodSpec, ServicePort, ServiceSpec, WorkloadSpec } from './kubernetes-spec.ts'
export type {
  Assumption,
  DestinationRuleResource,
  Labels,
  NamespaceResource,
  OtherResource,
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
  DirectResponse,
  HeaderOperation,
  HeaderOperations,
  HttpDestination,
  HttpFault,
  HttpMatch,
  HttpMirror,
  HttpRedirect,
  HttpRetries,
  HttpRewrite,
  HttpRule,
  StringMatch,
  StringMatches,
  VirtualServiceSpec,
} from './virtual-service-spec.ts'
export { decodeDocument } from './decode-document.ts'
export type { Decoded, DecodedDocument } from './decode-document.ts'
export { createDecoder } from './decoder.ts'
export type { DecodedText, Decoder } from './decoder.ts'
export { Reader } from './reader.ts'
export type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from '../yaml/index.ts'

export type {
  ClientTls,
  ConnectionPool,
  LoadBalancer,
  OutlierDetection,
  PortPolicy,
  Subset,
  TrafficPolicy,
} from './destination-rule-spec.ts'
export type { GatewayServer, GatewaySpec, GatewayTls } from './gateway-spec.ts'
export type {
  BackendRef,
  HeaderModifier,
  HttpBackendRef,
  HttpRouteCors,
  HttpRouteFilter,
  HttpRouteMatch,
  HttpRouteRule,
  NamedMatch,
  ParentRef,
  PathModifier,
  RequestRedirect,
} from './http-route-spec.ts'
export type { GatewayListener } from './kubernetes-gateway-spec.ts'
export type { MutualTlsMode } from './peer-authentication-spec.ts'
export type { ServiceEntryPort, WorkloadEntrySpec } from './service-entry-spec.ts'
export type { SidecarEgress } from './sidecar-spec.ts'
export type { ContainerPort, RolloutSpec, ServicePort } from './kubernetes-spec.ts'
export type {
  Assumption,
  DestinationRuleResource,
  GatewayResource,
  HttpRouteResource,
  KubernetesGatewayResource,
  Labels,
  NamespaceResource,
  PeerAuthenticationResource,
  PodResource,
  ReferenceGrantResource,
  Resource,
  ScenarioResource,
  ServiceEntryResource,
  ServiceResource,
  SidecarResource,
  VirtualServiceResource,
  WorkloadEntryResource,
  WorkloadKind,
  WorkloadResource,
} from './resource.ts'
export { SCENARIO_FIELDS } from './scenario-fields.ts'
export type {
  ScenarioClient,
  ScenarioFailure,
  ScenarioLatency,
  ScenarioRequest,
  ScenarioSlip,
  ScenarioSpec,
  ScenarioSlide,
  ScenarioStep,
  ScenarioWorkload,
} from './scenario-spec.ts'
export type {
  ConnectionMatch,
  CorsPolicy,
  Destination,
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
  RouteDestination,
  StringMatch,
  StringMatches,
  TcpRule,
  TlsMatch,
  TlsRule,
} from './virtual-service-spec.ts'
export { decodeDocument } from './decode-document.ts'
export type { Decoded } from './decode-document.ts'
export { createDecoder } from './decoder.ts'
export { EMPTY_MATCH, EMPTY_RULE, NO_HEADERS } from './empty-rule.ts'
export { Reader } from './reader.ts'
export { viewHttpRouteRule } from './view-http-route-rule.ts'
export type { YamlMap, YamlNode, YamlScalar } from '../yaml/index.ts'

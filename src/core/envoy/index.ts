export type { CircuitBreakers, Cluster, ClusterDetails, ClusterTls, Endpoint, OutlierConfig } from './cluster.ts'
export { toClusterJson } from './json/cluster-json.ts'
export { toEndpointJson, toLoadAssignmentJson } from './json/endpoints-json.ts'
export { toListenerChains, toListenerJson } from './json/listener-json.ts'
export type { ListenerChain } from './json/listener-json.ts'
export type { Json } from './json/proto-json.ts'
export { causeOfRoute, toRouteConfigurationJson, toRouteJson, toVirtualHostJson } from './json/route-json.ts'
export type { ConfigOf } from './json/route-json.ts'
export type {
  DnsEntry,
  EnvoyConfig,
  FilterChain,
  Listener,
  MatchedChain,
  Refusal,
  RouteConfiguration,
  WeightedTcpCluster,
} from './envoy-config.ts'
export type {
  CorsConfig,
  FaultConfig,
  ForwardAction,
  GatewayServerRef,
  HashPolicy,
  HeaderMatch,
  HeaderMutations,
  HeaderValue,
  MirrorPolicy,
  PathMatch,
  QueryMatch,
  RedirectAction,
  RetryPolicy,
  Route,
  RouteAction,
  RouteMatch,
  ValueMatch,
  VirtualHost,
  VirtualHostSource,
  WeightedCluster,
} from './route.ts'

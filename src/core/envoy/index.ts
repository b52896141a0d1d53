export type { CircuitBreakers, Cluster, Endpoint, OutlierConfig } from './cluster.ts'
export type { DnsEntry, EnvoyConfig, Listener, Refusal, RouteConfiguration } from './envoy-config.ts'
export type {
  CorsConfig,
  FaultConfig,
  ForwardAction,
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

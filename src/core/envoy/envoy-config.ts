import type { ClusterName, ProxyId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Cluster } from './cluster.ts'
import type { VirtualHost } from './route.ts'

/** All that one proxy was told, and what its pod's resolver knows. Every entry carries the YAML it comes from. */
export interface EnvoyConfig {
  readonly proxy: ProxyId
  /** False for a pod without a sidecar: then there are no listeners, and clusters stand for Services' pods only. */
  readonly sidecar: boolean
  /** Names that the caller can resolve, as it would type them (lower case): `reviews`, `reviews.default`, … */
  readonly dns: ReadonlyMap<string, DnsEntry>
  readonly listeners: readonly Listener[]
  readonly routeConfigs: ReadonlyMap<string, RouteConfiguration>
  readonly clusters: ReadonlyMap<ClusterName, Cluster>
  /** Without a sidecar: the pods that kube-proxy chooses from, by address and port of their Service. */
  readonly serviceAddresses?: ReadonlyMap<string, ClusterName>
}

export interface DnsEntry {
  /** The service's virtual IP; of a headless Service, its pods' addresses. */
  readonly addresses: readonly string[]
  readonly origin: Origin | undefined
}

/** Chosen by original destination: `address:port` first, then `0.0.0.0:port`, then the catch-all `virtualOutbound`. */
export interface Listener {
  readonly name: string
  readonly address: string
  readonly port: number
  readonly chain:
    | { readonly kind: 'http'; readonly routeConfig: string }
    | { readonly kind: 'tcp'; readonly cluster: ClusterName }
    /** Protocol detection: HTTP goes to the route configuration, anything else to the cluster. */
    | { readonly kind: 'auto'; readonly routeConfig: string; readonly cluster: ClusterName }
  readonly origin: Origin | undefined
}

export interface RouteConfiguration {
  /** `9080`, or `fqdn:port` for a detected port. */
  readonly name: string
  readonly virtualHosts: readonly VirtualHost[]
  /** Why Envoy does not accept it: a running proxy keeps what it had, a new one has nothing. */
  readonly refusal?: Refusal
}

export interface Refusal {
  /** Envoy's own words. */
  readonly reason: string
  readonly origin: Origin | undefined
}

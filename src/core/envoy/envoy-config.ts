import type { ClusterName, ProxyId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Cluster } from './cluster.ts'
import type { GatewayServerRef, VirtualHost } from './route.ts'

/** All that one proxy was told, and what its pod's resolver knows. Every entry carries the YAML it comes from. */
export interface EnvoyConfig {
  readonly proxy: ProxyId
  /** `none`: a pod without a sidecar; then there are no listeners, and clusters stand for Services' pods only. */
  readonly kind: 'sidecar' | 'gateway' | 'none'
  /** Names that the caller can resolve, as it would type them (lower case): `reviews`, `reviews.default`, …, `*.example.com`. */
  readonly dns: ReadonlyMap<string, DnsEntry>
  /** The caller's own address; absent where nobody knows it. */
  readonly sourceAddress?: string | undefined
  readonly listeners: readonly Listener[]
  readonly routeConfigs: ReadonlyMap<string, RouteConfiguration>
  readonly clusters: ReadonlyMap<ClusterName, Cluster>
  /** A gateway: the ports that the outside dials, with the port of the listener behind each. */
  readonly entryPorts?: ReadonlyMap<number, number>
  /** Without a sidecar: the pods that kube-proxy chooses from, by address and port of their Service. */
  readonly serviceAddresses?: ReadonlyMap<string, ClusterName>
}

export interface DnsEntry {
  /** The service's virtual IP; of a headless Service, its pods' addresses. */
  readonly addresses: readonly string[]
  readonly origin: Origin | undefined
  /** Not of the cluster's own resolver: the host is a ServiceEntry's. */
  readonly isOutside?: boolean
}

/** Chosen by original destination: `address:port` first, then `0.0.0.0:port`, then the catch-all `virtualOutbound`. */
export interface Listener {
  readonly name: string
  readonly address: string
  readonly port: number
  /** What takes the connection where no other chain matches. */
  readonly chain: FilterChain
  /** Chains for some connections only, tried by their match. */
  readonly chains?: readonly MatchedChain[]
  readonly origin: Origin | undefined
}

export type FilterChain =
  /** `scheme` is what TLS is terminated to know: `https` behind a gateway's TLS server. */
  | {
      readonly kind: 'http'
      readonly routeConfig: string
      readonly terminatesTls?: boolean
      /** Where bytes go that are no plain HTTP; absent: they reach the codec, which gives up. */
      readonly otherwise?: ClusterName
    }
  | { readonly kind: 'tcp'; readonly cluster: ClusterName; readonly clusters?: readonly WeightedTcpCluster[] }
  /** Protocol detection: HTTP goes to the route configuration, anything else to the cluster. */
  | { readonly kind: 'auto'; readonly routeConfig: string; readonly cluster: ClusterName }
  /** Nothing matches: the connection is closed. */
  | { readonly kind: 'close' }

/** Several clusters of a TCP rule; the chain's own `cluster` is the first. */
export interface WeightedTcpCluster {
  readonly cluster: ClusterName
  readonly weight: number
}

export interface MatchedChain {
  /** Server names that the client's TLS may ask for: exact or `*.suffix`; absent: any connection. */
  readonly serverNames?: readonly string[]
  /** Ranges of addresses that were dialled (`10.8.0.0/16`); absent: any. The narrowest counts before all else. */
  readonly destinations?: readonly string[]
  /** Only plain-text HTTP, as its first bytes show. */
  readonly plainHttp?: boolean
  readonly chain: FilterChain
  readonly origin: Origin | undefined
}

export interface RouteConfiguration {
  /** `9080`, or `fqdn:port` for a detected port. */
  readonly name: string
  readonly virtualHosts: readonly VirtualHost[]
  /** At a gateway: the servers that share it. */
  readonly servers?: readonly GatewayServerRef[]
  /** Why Envoy does not accept it: a running proxy keeps what it had, a new one has nothing. */
  readonly refusal?: Refusal
}

export interface Refusal {
  /** Envoy's own words. */
  readonly reason: string
  readonly origin: Origin | undefined
}

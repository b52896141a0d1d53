import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'

export interface Cluster {
  readonly name: ClusterName
  readonly type: 'EDS' | 'ORIGINAL_DST' | 'STRICT_DNS' | 'LOGICAL_DNS' | 'STATIC' | 'DYNAMIC_FORWARD_PROXY'
  readonly lbPolicy: 'LEAST_REQUEST' | 'ROUND_ROBIN' | 'RANDOM' | 'RING_HASH' | 'MAGLEV' | 'CLUSTER_PROVIDED'
  /** All endpoints that istiod sends, healthy or not. */
  readonly endpoints: readonly Endpoint[]
  readonly connectTimeoutMs: number
  /** How it speaks to its endpoints; absent: plain text, whatever they advertise. */
  readonly tls?: ClusterTls | undefined
  /** What says that it speaks plain text, where something does. */
  readonly tlsOrigin?: Origin | undefined
  /** Of RING_HASH and MAGLEV: the least size of the ring, or the table's size; absent: Istio's default. */
  readonly ringSize?: number | undefined
  readonly limits: CircuitBreakers
  /** A connection is closed after as many; absent: never. */
  readonly maxRequestsPerConnection?: number | undefined
  readonly outlierDetection: OutlierConfig | undefined
  /** The rest of its policy, as istiod writes it; absent where there is none. */
  readonly details?: ClusterDetails | undefined
  /** The Service. */
  readonly serviceOrigin: Origin | undefined
  /** The DestinationRule whose policy it has, if any. */
  readonly destinationRuleOrigin: Origin | undefined
  /** What its pods carry, for a subset's cluster. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** The subset (`spec.subsets[i]`), for a subset's cluster. */
  readonly subsetOrigin: Origin | undefined
  /** Why Envoy does not accept it, in its own words: routes to it lead nowhere. */
  readonly refusal?: string | undefined
}

/** Envoy's transport sockets of a cluster. */
export type ClusterTls =
  /** Auto-mTLS: Istio's mTLS to endpoints that advertise `tlsMode: istio`, plain text to the others [D50]. */
  | { readonly kind: 'auto'; readonly origin: Origin | undefined }
  | { readonly kind: 'istioMutual'; readonly origin: Origin | undefined }
  /** TLS of its own, as SIMPLE and MUTUAL ask for. */
  | { readonly kind: 'simple' | 'mutual'; readonly sni: string | undefined; readonly origin: Origin | undefined }

export interface Endpoint {
  readonly address: string
  readonly port: number
  readonly healthy: boolean
  /** What istiod tells clients of it, for auto-mTLS. */
  readonly tlsMode: 'istio' | 'disabled'
  /** What the pod's own inbound listener takes, as its PeerAuthentication says; plain text where it has no sidecar. */
  readonly accepts: 'plaintext' | 'mtls' | 'both'
  /** What says so, where something does. */
  readonly acceptsOrigin?: Origin | undefined
  /** Whether a sidecar of its own stands before it. */
  readonly hasSidecar?: boolean | undefined
  /** Its application speaks TLS itself: what a port named `https` or `tls` promises, and every address outside the mesh. */
  readonly servesTls?: boolean | undefined
  /** No container listens at the port. */
  readonly nothingListens?: boolean | undefined
  /** Used while no healthy endpoint has a lower one; absent: 0. */
  readonly priority?: number
  /** `region/zone/subzone`, where something says so. */
  readonly locality?: string | undefined
  /** The share of its locality beside the others, where localities are weighed. */
  readonly localityWeight?: number
  /** Its share beside the others; absent: 1. */
  readonly weight?: number
  readonly pod: string
  readonly namespace: string
  readonly workload: string
  readonly origin: Origin | undefined
}

/** 4294967295 is Istio's "no limit". */
export interface CircuitBreakers {
  readonly maxConnections: number
  readonly maxPendingRequests: number
  readonly maxRequests: number
  readonly maxRetries: number
}

export interface OutlierConfig {
  readonly consecutive5xx: number | undefined
  readonly consecutiveGatewayFailure: number | undefined
  readonly intervalMs: number
  readonly baseEjectionTimeMs: number
  readonly maxEjectionPercent: number
}

/** What a policy sets as it was written: fields that are not set stay so. Configuration dumps show it; no request depends on it. */
export interface ClusterDetails {
  readonly outlier?: {
    readonly consecutive5xx?: number | undefined
    readonly consecutiveGatewayFailure?: number | undefined
    readonly intervalMs?: number | undefined
    readonly baseEjectionTimeMs?: number | undefined
    readonly maxEjectionPercent?: number | undefined
    /** Failures to connect are counted apart. */
    readonly local?: { readonly consecutiveFailures: number | undefined } | undefined
  }
  /** Below this share of healthy endpoints all of them are used; absent or 0: never. */
  readonly panicThreshold?: number | undefined
  readonly weighsLocalities?: boolean
  /** A connection without a request is closed after this; absent: an hour. */
  readonly idleTimeoutMs?: number | undefined
  /** A ring is given, so that Istio's own size does not count. */
  readonly ownRing?: boolean
  readonly slowStart?: {
    readonly windowMs: number
    readonly aggression?: number | undefined
    readonly minWeightPercent?: number | undefined
  }
  readonly keepalive?: {
    readonly probes: number | undefined
    readonly timeMs: number | undefined
    readonly intervalMs: number | undefined
  }
  readonly retryBudget?: {
    readonly percent: number
    readonly intervalMs: number | undefined
    readonly minConcurrency: number
  }
}

import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'

export interface Cluster {
  readonly name: ClusterName
  readonly type: 'EDS' | 'ORIGINAL_DST' | 'STRICT_DNS' | 'STATIC'
  readonly lbPolicy: 'LEAST_REQUEST' | 'ROUND_ROBIN' | 'RANDOM' | 'RING_HASH' | 'MAGLEV' | 'CLUSTER_PROVIDED'
  /** All endpoints that istiod sends, healthy or not. */
  readonly endpoints: readonly Endpoint[]
  readonly connectTimeoutMs: number
  readonly limits: CircuitBreakers
  readonly outlierDetection: OutlierConfig | undefined
  /** The Service. */
  readonly serviceOrigin: Origin | undefined
  /** The DestinationRule whose policy it has, if any. */
  readonly destinationRuleOrigin: Origin | undefined
  /** What its pods carry, for a subset's cluster. */
  readonly labels?: Readonly<Record<string, string>>
  /** The subset (`spec.subsets[i]`), for a subset's cluster. */
  readonly subsetOrigin: Origin | undefined
}

export interface Endpoint {
  readonly address: string
  readonly port: number
  readonly healthy: boolean
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

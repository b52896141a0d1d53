import type { Labels } from './resource.ts'

export interface DestinationRuleSpec {
  readonly host: string
  readonly trafficPolicy: TrafficPolicy | undefined
  /** In YAML order: item i is at `spec.subsets[i]`. */
  readonly subsets: readonly Subset[]
  readonly exportTo: readonly string[]
  readonly workloadSelector: Labels | undefined
}

export interface Subset {
  readonly name: string
  readonly labels: Labels
  readonly trafficPolicy: TrafficPolicy | undefined
}

export interface TrafficPolicy extends PortPolicy {
  readonly retryBudget?:
    | {
        readonly percent: number | undefined
        readonly minRetryConcurrency: number | undefined
        readonly budgetIntervalMs: number | undefined
      }
    | undefined
  readonly portLevelSettings: readonly PortLevelPolicy[]
}

interface PortLevelPolicy extends PortPolicy {
  readonly port: number | undefined
}

export interface PortPolicy {
  readonly loadBalancer: LoadBalancer | undefined
  readonly connectionPool: ConnectionPool | undefined
  readonly outlierDetection: OutlierDetection | undefined
  readonly tls: ClientTls | undefined
}

/** How a client speaks to the pods; a mode that is not written is `DISABLE`. */
export interface ClientTls {
  readonly mode: string
  readonly sni: string | undefined
  readonly credentialName: string | undefined
  /** Files that MUTUAL needs. */
  readonly clientCertificate: string | undefined
  readonly privateKey: string | undefined
  readonly caCertificates: string | undefined
}

export interface LoadBalancer {
  /** `LEAST_REQUEST`, `ROUND_ROBIN`, `RANDOM`, `PASSTHROUGH`, … as the text says. */
  readonly simple: string | undefined
  readonly consistentHash:
    | {
        readonly key: 'header' | 'cookie' | 'sourceIp' | 'queryParameter'
        readonly name: string
        readonly ttl: string | undefined
        readonly path: string | undefined
      }
    | undefined
  /** The ring of `consistentHash`: Istio's default is RING_HASH of at least 1,024 [E28]. */
  readonly ring:
    | {
        readonly kind: 'RING_HASH' | 'MAGLEV'
        readonly size: number | undefined
        /** Written as `ringHash` or `maglev`. */
        readonly own?: boolean
      }
    | undefined
  /** As the text gives it; undefined: none. */
  readonly warmupMs: number | undefined
  /** Of `warmup`; the older `warmupDurationSecs` has none of it. */
  readonly warmup?: { readonly minimumPercent: number | undefined; readonly aggression: number | undefined } | undefined
  readonly localityLb?:
    | {
        readonly enabled: boolean | undefined
        readonly distributes: boolean
        readonly failsOver: boolean
        /** From callers of a locality, which share goes to which localities. */
        readonly distribute?: readonly { readonly from: string; readonly to: Readonly<Record<string, number>> }[]
        /** Labels, or `label=value`, the weightiest first. */
        readonly failoverPriority?: readonly string[]
      }
    | undefined
}

export interface ConnectionPool {
  readonly maxConnections: number | undefined
  readonly connectTimeoutMs: number | undefined
  readonly http1MaxPendingRequests: number | undefined
  readonly http2MaxRequests: number | undefined
  readonly maxRequestsPerConnection: number | undefined
  readonly maxRetries: number | undefined
  /** The http one, else the tcp one. */
  readonly idleTimeoutMs?: number | undefined
  readonly keepalive?:
    | {
        readonly probes: number | undefined
        readonly timeMs: number | undefined
        readonly intervalMs: number | undefined
      }
    | undefined
}

export interface OutlierDetection {
  readonly consecutive5xxErrors: number | undefined
  readonly consecutiveGatewayErrors: number | undefined
  readonly intervalMs: number | undefined
  readonly baseEjectionTimeMs: number | undefined
  readonly maxEjectionPercent: number | undefined
  readonly minHealthPercent: number | undefined
  readonly splitExternalLocalOriginErrors?: boolean | undefined
  readonly consecutiveLocalOriginFailures?: number | undefined
}

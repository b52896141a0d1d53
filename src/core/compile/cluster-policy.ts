import type { CircuitBreakers, Cluster, OutlierConfig } from '../envoy/index.ts'
import type { ConnectionPool, LoadBalancer, OutlierDetection, PortPolicy, TrafficPolicy } from '../resources/index.ts'
import { toClusterDetails } from './cluster-details.ts'

const NO_LIMIT = 4294967295
const DEFAULT_CONNECT_TIMEOUT_MS = 10_000

export type ClusterPolicy = Pick<PortPolicy, 'loadBalancer' | 'connectionPool' | 'outlierDetection' | 'tls'> &
  Pick<TrafficPolicy, 'retryBudget'>

/**
 * The policy of a cluster: the rule's own, or the whole entry for this port; then what the subset sets in its place,
 * struct by struct, and by its own entry for the port altogether.
 * Istio, GetPortLevelTrafficPolicy, MergeTrafficPolicy [E10]-[E13].
 */
export function resolvePolicy(
  top: TrafficPolicy | undefined,
  subset: TrafficPolicy | undefined,
  port: number,
): ClusterPolicy | undefined {
  const base = portLevel(top, port) ?? top
  if (!subset) return base
  const level = portLevel(subset, port)
  if (level) return { ...level, retryBudget: base?.retryBudget }
  return {
    loadBalancer: subset.loadBalancer ?? base?.loadBalancer,
    connectionPool: subset.connectionPool ?? base?.connectionPool,
    outlierDetection: subset.outlierDetection ?? base?.outlierDetection,
    tls: subset.tls ?? base?.tls,
    retryBudget: subset.retryBudget ?? base?.retryBudget,
  }
}

function portLevel(policy: TrafficPolicy | undefined, port: number): ClusterPolicy | undefined {
  return policy?.portLevelSettings.find(settings => settings.port === port)
}

/** The part of a cluster that its policy decides; 0 means unset. Istio, applyTrafficPolicy [E50]-[E59][E65]. */
export function toClusterSettings(
  policy: ClusterPolicy | undefined,
): Pick<
  Cluster,
  'lbPolicy' | 'ringSize' | 'connectTimeoutMs' | 'limits' | 'maxRequestsPerConnection' | 'outlierDetection' | 'details'
> {
  const pool = policy?.connectionPool
  const details = toClusterDetails(policy)
  const ringSize = policy?.loadBalancer?.ring?.size
  return {
    lbPolicy: toLbPolicy(policy?.loadBalancer),
    ...(ringSize && { ringSize }),
    ...(details && { details }),
    connectTimeoutMs: pool?.connectTimeoutMs || DEFAULT_CONNECT_TIMEOUT_MS,
    limits: toLimits(pool),
    maxRequestsPerConnection: pool?.maxRequestsPerConnection || undefined,
    outlierDetection: policy?.outlierDetection && toOutlierConfig(policy.outlierDetection),
  }
}

function toLimits(pool: ConnectionPool | undefined): CircuitBreakers {
  return {
    maxConnections: pool?.maxConnections || NO_LIMIT,
    maxPendingRequests: pool?.http1MaxPendingRequests || NO_LIMIT,
    maxRequests: pool?.http2MaxRequests || NO_LIMIT,
    maxRetries: pool?.maxRetries || NO_LIMIT,
  }
}

/** Istio, applyLoadBalancer and defaultLBAlgorithm [E20][E27]. */
function toLbPolicy(loadBalancer: LoadBalancer | undefined): Cluster['lbPolicy'] {
  if (loadBalancer?.consistentHash) return loadBalancer.ring?.kind ?? 'RING_HASH'
  switch (loadBalancer?.simple) {
    case 'ROUND_ROBIN':
    case 'RANDOM':
      return loadBalancer.simple
    case 'PASSTHROUGH':
      return 'CLUSTER_PROVIDED'
    default:
      return 'LEAST_REQUEST'
  }
}

/** Thresholds in force: five 5xx unless it says otherwise, gateway errors where it does. [E70]-[E75][E80] */
function toOutlierConfig(outlier: OutlierDetection): OutlierConfig {
  return {
    consecutive5xx: (outlier.consecutive5xxErrors ?? 5) || undefined,
    consecutiveGatewayFailure: outlier.consecutiveGatewayErrors || undefined,
    intervalMs: outlier.intervalMs || 10_000,
    baseEjectionTimeMs: outlier.baseEjectionTimeMs || 30_000,
    maxEjectionPercent: outlier.maxEjectionPercent || 10,
  }
}

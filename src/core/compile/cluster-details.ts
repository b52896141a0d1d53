import type { ClusterDetails } from '../envoy/index.ts'
import type { LoadBalancer, OutlierDetection, TrafficPolicy } from '../resources/index.ts'
import type { ClusterPolicy } from './cluster-policy.ts'

/**
 * What a policy writes into its cluster that no request depends on, each field only where the rule sets it. Istio,
 * applyOutlierDetection, applyLoadBalancer, applyTCPKeepalive, applyConnectionPool, applyRetryBudget [E20]-[E29][E70]-[E80].
 */
export function toClusterDetails(policy: ClusterPolicy | undefined): ClusterDetails | undefined {
  if (!policy) return undefined
  const { outlierDetection, loadBalancer, connectionPool, retryBudget } = policy
  const slowStart = toSlowStart(loadBalancer)
  const details: ClusterDetails = {
    ...(outlierDetection && { outlier: toOutlier(outlierDetection) }),
    ...(outlierDetection?.minHealthPercent && { panicThreshold: outlierDetection.minHealthPercent }),
    ...(weighsLocalities(policy) && { weighsLocalities: true }),
    ...(loadBalancer?.ring?.own && { ownRing: true }),
    ...(slowStart && { slowStart }),
    ...(connectionPool?.keepalive && { keepalive: connectionPool.keepalive }),
    ...(connectionPool?.idleTimeoutMs && { idleTimeoutMs: connectionPool.idleTimeoutMs }),
    ...(retryBudget && { retryBudget: toRetryBudget(retryBudget) }),
  }
  return Object.keys(details).length === 0 ? undefined : details
}

function toOutlier(outlier: OutlierDetection): NonNullable<ClusterDetails['outlier']> {
  return {
    consecutive5xx: outlier.consecutive5xxErrors,
    consecutiveGatewayFailure: outlier.consecutiveGatewayErrors,
    intervalMs: outlier.intervalMs,
    baseEjectionTimeMs: outlier.baseEjectionTimeMs,
    maxEjectionPercent: outlier.maxEjectionPercent || undefined,
    local: outlier.splitExternalLocalOriginErrors
      ? { consecutiveFailures: outlier.consecutiveLocalOriginFailures || undefined }
      : undefined,
  }
}

/** Failing over needs outliers to be found; distributing does not. Istio, LocalityLBSettings.ApplyToCluster. */
function weighsLocalities({ loadBalancer, outlierDetection }: ClusterPolicy): boolean {
  const locality = loadBalancer?.localityLb
  if (!locality || locality.enabled === false) return false
  return locality.distributes || (locality.failsOver && outlierDetection !== undefined)
}

/** Balancers that hash or draw have none; `warmup` fills in what it leaves out. Istio, setWarmup, setSlowStartConfig. */
function toSlowStart(balancer: LoadBalancer | undefined): ClusterDetails['slowStart'] {
  if (balancer?.warmupMs === undefined) return undefined
  const { warmupMs: windowMs, warmup } = balancer
  if (!warmup) return { windowMs }
  return { windowMs, aggression: warmup.aggression ?? 1, minWeightPercent: warmup.minimumPercent ?? 10 }
}

/** Istio fills in 20 % and three at a time. */
function toRetryBudget(budget: NonNullable<TrafficPolicy['retryBudget']>): NonNullable<ClusterDetails['retryBudget']> {
  return {
    percent: budget.percent ?? 20,
    intervalMs: budget.budgetIntervalMs,
    minConcurrency: budget.minRetryConcurrency || 3,
  }
}

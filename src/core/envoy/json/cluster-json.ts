import type { Cluster, ClusterDetails } from '../cluster.ts'
import { toTransportJson } from './transport-json.ts'
import { keep, toDurationJson, withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'
import { toMetadataJson } from './route-json.ts'
import type { ConfigOf } from './route-json.ts'

/** Envoy's Cluster, as `istioctl proxy-config clusters -o json` prints it, as far as the engine knows it. */
export function toClusterJson(
  cluster: Cluster,
  configOf: ConfigOf = () => undefined,
  cause = cluster.destinationRuleOrigin,
): Json {
  const { name, type, details } = cluster
  const isService = name.includes('|')
  const isBlackHole = type === 'STATIC' && !isService
  const [, , subset] = name.split('|')
  return withoutEmpty({
    ...toTransportJson(cluster),
    name,
    altStatName: `${name};`,
    ...(type === 'DYNAMIC_FORWARD_PROXY' ? { clusterType: FORWARD_PROXY } : { type }),
    edsClusterConfig: type === 'EDS' ? { edsConfig: ADS, serviceName: name } : undefined,
    connectTimeout: toDurationJson(cluster.connectTimeoutMs),
    lbPolicy: cluster.lbPolicy === 'ROUND_ROBIN' || isBlackHole ? undefined : cluster.lbPolicy,
    circuitBreakers: isBlackHole ? undefined : toCircuitBreakersJson(cluster),
    outlierDetection: cluster.outlierDetection && keep(toOutlierJson(details?.outlier ?? {})),
    metadata: toMetadataJson(configOf(cause), { subset }),
    ...toLbConfigJson(cluster),
    commonLbConfig: isService ? toCommonLbJson(details) : undefined,
    upstreamConnectionOptions: details?.keepalive && keep({ tcpKeepalive: toKeepaliveJson(details.keepalive) }),
  })
}

const ADS = { ads: {}, initialFetchTimeout: '0s', resourceApiVersion: 'V3' }

const FORWARD_PROXY = { name: 'envoy.clusters.dynamic_forward_proxy' }

function toCircuitBreakersJson({ limits, details }: Cluster): Json {
  const { maxConnections, maxPendingRequests, maxRequests, maxRetries } = limits
  const retryBudget = details?.retryBudget && {
    budgetPercent: withoutEmpty({ value: details.retryBudget.percent }),
    ...(details.retryBudget.intervalMs !== undefined && {
      budgetInterval: toDurationJson(details.retryBudget.intervalMs),
    }),
    minRetryConcurrency: details.retryBudget.minConcurrency,
  }
  const threshold = { maxConnections, maxPendingRequests, maxRequests, maxRetries, ...(retryBudget && { retryBudget }) }
  return { thresholds: [threshold] }
}

/** Only what the rule sets; it never looks at success rates. Istio, applyOutlierDetection [E70]-[E75]. */
function toOutlierJson(outlier: NonNullable<ClusterDetails['outlier']>): Json {
  const { consecutive5xx, consecutiveGatewayFailure, intervalMs, baseEjectionTimeMs, maxEjectionPercent, local } =
    outlier
  return withoutEmpty({
    consecutive5xx: keep(consecutive5xx),
    interval: intervalMs === undefined ? undefined : toDurationJson(intervalMs),
    baseEjectionTime: baseEjectionTimeMs === undefined ? undefined : toDurationJson(baseEjectionTimeMs),
    maxEjectionPercent,
    enforcingConsecutive5xx: keep(enforcing(consecutive5xx)),
    enforcingSuccessRate: keep(0),
    consecutiveGatewayFailure: keep(consecutiveGatewayFailure),
    enforcingConsecutiveGatewayFailure: keep(enforcing(consecutiveGatewayFailure)),
    splitExternalLocalOriginErrors: local !== undefined,
    consecutiveLocalOriginFailure: local?.consecutiveFailures,
    enforcingConsecutiveLocalOriginFailure: local?.consecutiveFailures ? 100 : undefined,
    enforcingLocalOriginSuccessRate: local && keep(0),
  })
}

const enforcing = (threshold: number | undefined) => (threshold === undefined ? undefined : threshold > 0 ? 100 : 0)

/** Rings and tables of balancers that hash, slow start of those that count. Istio, applyLoadBalancer [E20]-[E29]. */
function toLbConfigJson({ lbPolicy, ringSize, details }: Cluster): Json {
  const size = ringSize === undefined ? undefined : String(ringSize)
  if (lbPolicy === 'RING_HASH') {
    return { ringHashLbConfig: withoutEmpty({ minimumRingSize: size ?? (details?.ownRing ? undefined : '1024') }) }
  }
  if (lbPolicy === 'MAGLEV') return { maglevLbConfig: withoutEmpty({ tableSize: size }) }
  if (!details?.slowStart) return {}
  const config = { slowStartConfig: toSlowStartJson(details.slowStart) }
  if (lbPolicy === 'ROUND_ROBIN') return { roundRobinLbConfig: config }
  return lbPolicy === 'LEAST_REQUEST' ? { leastRequestLbConfig: config } : {}
}

/** The older `warmupDurationSecs` has the window only. */
function toSlowStartJson({ windowMs, aggression, minWeightPercent }: NonNullable<ClusterDetails['slowStart']>): Json {
  return withoutEmpty({
    slowStartWindow: toDurationJson(windowMs),
    aggression: aggression === undefined ? undefined : { defaultValue: aggression, runtimeKey: '(' },
    minWeightPercent: minWeightPercent === undefined ? undefined : keep(withoutEmpty({ value: minWeightPercent })),
  })
}

/** Panic is off unless a rule asks for a share of healthy endpoints. */
function toCommonLbJson(details: ClusterDetails | undefined): Json {
  return {
    healthyPanicThreshold: withoutEmpty({ value: details?.panicThreshold }),
    ...(details?.weighsLocalities && { localityWeightedLbConfig: {} }),
  }
}

function toKeepaliveJson({ probes, timeMs, intervalMs }: NonNullable<ClusterDetails['keepalive']>): Json {
  return withoutEmpty({
    keepaliveProbes: probes,
    keepaliveTime: timeMs === undefined ? undefined : keep(Math.floor(timeMs / 1000)),
    keepaliveInterval: intervalMs === undefined ? undefined : keep(Math.floor(intervalMs / 1000)),
  })
}

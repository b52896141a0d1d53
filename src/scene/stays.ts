import type { ClusterName } from '../core/base/ids.ts'
import type { Origin } from '../core/base/origin.ts'
import type { Endpoint } from '../core/envoy/index.ts'
import type { ClusterEvent, RequestRecord } from '../core/simulate/index.ts'
import type { ConfigAt } from './config-at.ts'
import { podId } from './ids.ts'
import type { ShowTimes } from './show-times.ts'

type Ejected = Extract<ClusterEvent, { kind: 'ejected' }>

/** A pod's stay outside one cluster of the proxy. */
export interface Stay {
  readonly pod: string
  readonly cluster: ClusterName
  readonly sinceMs: number
  /** When the balancer learns of it: until then it still chooses the pod. */
  readonly knownMs: number | undefined
  /** It returns at the first check after this. */
  readonly untilMs: number
  /** Undefined: it has not returned yet. */
  readonly backMs: number | undefined
  /** How often so far, this time included. */
  readonly count: number
  readonly factor: number
  /** What the factor multiplies; undefined where the proxy does not tell. */
  readonly baseMs: number | undefined
  readonly because: Ejected['because']
  /** Errors in a row that bring it about. */
  readonly threshold: number | undefined
  readonly origin: Origin | undefined
}

/** Every stay, by its beginning; the times of one differ from the log's by the same lag, so that it is as long as it was. */
export function staysOf(
  events: readonly ClusterEvent[],
  requests: readonly RequestRecord[],
  shown: ShowTimes,
  configs: readonly ConfigAt[],
): readonly Stay[] {
  const ejections = events.filter((event): event is Ejected => event.kind === 'ejected' && event.enforced)
  const lags = lagsOf(ejections, requests, shown)
  return ejections
    .map(event => {
      const { cluster, endpoint, count, factor, because, origin } = event
      const lag = lags(event)
      const known = events.find(
        each =>
          each.kind === 'delivered' &&
          each.cluster === cluster &&
          each.atMs >= event.atMs &&
          !each.usable.some(other => isSame(other, endpoint)),
      )
      const over = endOf(event, events, requests)
      const outlier = configs.findLast(({ atMs }) => atMs <= event.atMs)?.config.clusters.get(cluster)?.outlierDetection
      return {
        pod: podId(endpoint.namespace, endpoint.pod),
        cluster,
        sinceMs: event.atMs + lag,
        knownMs: known && known.atMs + lag,
        untilMs: event.untilMs + lag,
        backMs: over === undefined ? undefined : over + lag,
        count,
        factor,
        baseMs: outlier?.baseEjectionTimeMs,
        because,
        threshold:
          because === 'consecutive-gateway-failure' ? outlier?.consecutiveGatewayFailure : outlier?.consecutive5xx,
        origin,
      }
    })
    .sort((a, b) => a.sinceMs - b.sinceMs)
}

/** It returns at a check; or the cluster is set up anew, which shows by the next try that the pod gets. */
function endOf(
  { atMs, cluster, endpoint }: Ejected,
  events: readonly ClusterEvent[],
  requests: readonly RequestRecord[],
): number | undefined {
  const returned = events.find(
    each =>
      each.kind === 'returned' && each.atMs >= atMs && each.cluster === cluster && isSame(each.endpoint, endpoint),
  )?.atMs
  const anew = events.filter(each => each.kind === 'configured' && each.atMs > atMs).map(each => each.atMs)
  if (anew.length === 0) return returned
  const next = requests
    .filter(({ decision }) => decision?.cluster === cluster)
    .flatMap(({ tries }) => tries)
    .filter(each => each.endpoint && isSame(each.endpoint, endpoint) && each.atMs >= (anew[0] ?? Infinity))
    .reduce((least, each) => Math.min(least, each.atMs), Infinity)
  if (next >= (returned ?? Infinity)) return returned
  return anew.findLast(at => at <= next)
}

/** By how much the answer that brought an ejection about is shown later than it came. */
function lagsOf(ejections: readonly Ejected[], requests: readonly RequestRecord[], shown: ShowTimes) {
  const times = new Set(ejections.map(({ atMs }) => atMs))
  const causes = new Map<string, readonly [RequestRecord, attempt: number]>()
  const key = (atMs: number, { address, port }: Endpoint): string => `${String(atMs)} ${address}:${String(port)}`
  for (const request of requests) {
    for (const [i, { endMs, endpoint }] of [...request.tries, ...request.copies].entries()) {
      if (endMs !== undefined && endpoint && times.has(endMs)) causes.set(key(endMs, endpoint), [request, i + 1])
    }
  }
  return ({ atMs, endpoint }: Ejected): number => {
    const cause = causes.get(key(atMs, endpoint))
    return cause ? shown.lagOf(...cause) : 0
  }
}

const isSame = (a: Endpoint, b: Endpoint): boolean => a.address === b.address && a.port === b.port

import type { ClusterName } from '../core/base/ids.ts'
import type { Origin } from '../core/base/origin.ts'
import type { Endpoint } from '../core/envoy/index.ts'
import { settingsOf } from '../core/simulate/index.ts'
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
  /** When the balancer learns of it, and whether it uses the pod all the same, because too few are left; by time. */
  readonly told: readonly { readonly atMs: number; readonly used: boolean }[]
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
  const byCluster = new Map<string, ClusterEvent[]>()
  for (const event of events) {
    if (event.kind === 'configured') continue
    const known = byCluster.get(event.cluster)
    if (known) known.push(event)
    else byCluster.set(event.cluster, [event])
  }
  return ejections
    .map(event => {
      const { cluster, endpoint, count, factor, because, origin } = event
      const lag = lags(event)
      const { over, told } = courseOfStay(event, byCluster.get(cluster) ?? [], anewAfter(event, configs))
      const outlier = configs.findLast(({ atMs }) => atMs <= event.atMs)?.config.clusters.get(cluster)?.outlierDetection
      return {
        pod: podId(endpoint.namespace, endpoint.pod),
        cluster,
        sinceMs: event.atMs + lag,
        told: told.map(each => ({ ...each, atMs: each.atMs + lag })),
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

/** Until it returns at a check, or the cluster is set up anew: when the balancer hears of it, and when it changes its mind. */
function courseOfStay(event: Ejected, events: readonly ClusterEvent[], anewMs: number | undefined) {
  const told: { atMs: number; used: boolean }[] = []
  for (let i = events.indexOf(event) + 1; i < events.length; i++) {
    const each = events[i]
    if (!each || each.atMs >= (anewMs ?? Infinity)) break
    if (each.kind === 'returned' && isSame(each.endpoint, event.endpoint)) return { over: each.atMs, told }
    if (each.kind !== 'delivered') continue
    const used = each.usable.some(other => isSame(other, event.endpoint))
    if (told.at(-1)?.used !== used) told.push({ atMs: each.atMs, used })
  }
  return { over: anewMs, told }
}

/** When its cluster is next set up anew: then it knows nothing of the ejection. */
function anewAfter({ atMs, cluster }: Ejected, configs: readonly ConfigAt[]): number | undefined {
  const settings = ({ config }: ConfigAt): string | undefined => {
    const found = config.clusters.get(cluster)
    return found && settingsOf(found)
  }
  const before = configs.findLast(each => each.atMs <= atMs)
  return before && configs.find(each => each.atMs > atMs && settings(each) !== settings(before))?.atMs
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

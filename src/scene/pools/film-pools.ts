import type { Cluster } from '../../core/envoy/index.ts'
import { settingsOf } from '../../core/simulate/index.ts'
import type {
  ClusterEvent,
  ConnectionTrack,
  CopyRecord,
  RequestRecord,
  TryEnd,
  TryRecord,
} from '../../core/simulate/index.ts'
import type { ConfigAt } from '../config-at.ts'
import { limitOf } from '../full-limits.ts'
import { podId } from '../ids.ts'
import type { Span } from '../metrics/metrics.ts'
import { showTimes } from '../show-times.ts'
import type { Departures } from '../timetable.ts'
import { errorReels, thresholdsOf } from './error-reels.ts'
import type { CountedEnd } from './error-reels.ts'
import { gateLags } from './gate-lags.ts'
import type { ConnectionReel, PoolFilm, PoolLimits, PoolPhase, PoolReel } from './pool-film.ts'

export interface FilmInput {
  /** Of the proxy that is looked from, like all here. */
  readonly requests: readonly RequestRecord[]
  readonly events: readonly ClusterEvent[]
  readonly connections: readonly ConnectionTrack[]
  readonly departures: readonly Departures[]
  /** By time, the first at 0. */
  readonly configs: readonly ConfigAt[]
  /** Where a request went, decided or not. */
  readonly clusterOf: (record: RequestRecord) => string | undefined
}

type Upstream = TryRecord | CopyRecord

/** Over a stretch of a run, in times of the stage; see `PoolFilm`. */
export function filmPools(input: FilmInput, span: Span): PoolFilm {
  const { requests, departures, configs, clusterOf } = input
  const lags = gateLags(departures)
  const shown = showTimes(departures)
  const byCluster = new Map<string, { one: Upstream; record: RequestRecord; attempt: number }[]>()
  for (const record of requests) {
    const own = clusterOf(record)
    for (const [i, one] of [...record.tries, ...record.copies].entries()) {
      const cluster = 'policy' in one ? one.policy.cluster : own
      if (cluster === undefined) continue
      const known = byCluster.get(cluster) ?? []
      byCluster.set(cluster, known)
      known.push({ one, record, attempt: i + 1 })
    }
  }
  const names = new Set(configs.flatMap(({ config }) => [...config.clusters.keys()]))
  const pools = [...names].flatMap((cluster): readonly PoolReel[] => {
    const phases = phasesOf(cluster, configs)
    const upstream = byCluster.get(cluster) ?? []
    const lagMs = lags.get(cluster) ?? 0
    const streams = upstream
      .map(({ one }) => streamOf(one, lagMs))
      .filter(({ fromMs, endMs }) => fromMs <= span.untilMs && endMs > span.fromMs)
    const ends = upstream.flatMap(({ one, record, attempt }): readonly CountedEnd[] => {
      const { endpoint, endMs } = one
      if (!endpoint || endMs === undefined || !isReported(one)) return []
      const pod = podId(endpoint.namespace, endpoint.pod)
      return [{ pod, atMs: endMs, shownMs: endMs + shown.lagOf(record, attempt), end: one.result }]
    })
    const clusterAt = (atMs: number): Cluster | undefined => settingAt(cluster, configs, atMs)
    const errors = errorReels([...ends, ...beginnings(cluster, input)], clusterAt, span)
    const connections = input.connections
      .filter(track => track.cluster === cluster)
      .map(track => reelOf(track, lagMs, span))
    return phases.length === 0 ? [] : [{ cluster, phases, streams, errors, connections }]
  })
  return { ...span, pools }
}

function streamOf({ endpoint, atMs, sentMs = Infinity, endMs = Infinity }: Upstream, lagMs: number) {
  const pod = endpoint && podId(endpoint.namespace, endpoint.pod)
  return { pod, fromMs: atMs + lagMs, sentMs: sentMs + lagMs, endMs: endMs + lagMs }
}

/** What holds at the beginning of the stretch, and all that changes within it. */
function reelOf({ endpoint, atMs, open }: ConnectionTrack, lagMs: number, { fromMs, untilMs }: Span): ConnectionReel {
  const first = Math.max(
    0,
    atMs.findLastIndex(at => at + lagMs <= fromMs),
  )
  const after = atMs.findIndex(at => at + lagMs > untilMs)
  const [from, to] = [first, after < 0 ? atMs.length : after]
  const pod = podId(endpoint.namespace, endpoint.pod)
  return { pod, atMs: atMs.slice(from, to).map(at => at + lagMs), open: open.slice(from, to) }
}

/** Of a host that a request only waited for nothing is known when the caller's time is up. */
const isReported = (one: Upstream): one is Upstream & { readonly result: TryEnd } =>
  one.result !== undefined && one.result !== 'no-healthy' && (one.result !== 'timeout' || one.sentMs !== undefined)

const settingAt = (name: string, configs: readonly ConfigAt[], atMs: number): Cluster | undefined =>
  configs.findLast(each => each.atMs <= atMs)?.config.clusters.get(name as Cluster['name'])

/** When counts start anew: a pod returns, joins the list, or its cluster is set up anew. */
function beginnings(name: string, { events, configs }: FilmInput): readonly CountedEnd[] {
  const anew = (pod: string, atMs: number): CountedEnd => ({ pod, atMs, shownMs: atMs, end: 'anew' })
  const returns = events.flatMap(event =>
    event.kind === 'returned' && event.cluster === name
      ? [anew(podId(event.endpoint.namespace, event.endpoint.pod), event.atMs)]
      : [],
  )
  const changes = configs.flatMap(({ atMs, config }, i) => {
    const [before, now] = [configs[i - 1]?.config.clusters, config.clusters].map(all =>
      all?.get(name as Cluster['name']),
    )
    if (!now || i === 0) return []
    const old = new Set(before && settingsOf(before) === settingsOf(now) ? podsOf(before) : [])
    return podsOf(now).flatMap(pod => (old.has(pod) ? [] : [anew(pod, atMs)]))
  })
  return [...returns, ...changes]
}

const podsOf = ({ endpoints }: Cluster): readonly string[] =>
  endpoints.map(({ namespace, pod }) => podId(namespace, pod))

function phasesOf(name: string, configs: readonly ConfigAt[]): readonly PoolPhase[] {
  return configs.flatMap(({ atMs, config }): readonly PoolPhase[] => {
    const cluster = config.clusters.get(name as Cluster['name'])
    if (!cluster) return []
    return [{ fromMs: atMs, limits: limitsOf(cluster), thresholds: thresholdsOf(cluster), pods: podsOf(cluster) }]
  })
}

const limitsOf = ({ limits }: Cluster): PoolLimits => ({
  connections: limitOf(limits.maxConnections),
  pending: limitOf(limits.maxPendingRequests),
  requests: limitOf(limits.maxRequests),
})

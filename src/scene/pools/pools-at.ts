import type { CountedKind, PoolFilm, PoolLimits, PoolReel, PoolStream } from './pool-film.ts'

/** What a proxy has under way at one moment. */
export interface PoolsNow {
  readonly clusters: ReadonlyMap<string, PoolNow>
  /** All that any of the clusters holds. */
  readonly pods: ReadonlyMap<string, PodNow>
}

export interface PoolNow {
  readonly limits: PoolLimits
  /** Idle ones included, to whichever pod: all count against the limit. */
  readonly connections: number
  /** Requests in flight: over HTTP/1.1 each has a connection of its own. */
  readonly inFlight: number
  /** Those that wait for a connection, the oldest first. */
  readonly waiting: readonly Waiting[]
}

/** How much of its wait is over, 0 to 1, and how long it has waited. */
export interface Waiting {
  readonly part: number
  readonly sinceMs: number
}

export interface PodNow {
  readonly inFlight: number
  readonly waiting: number
  /** Open, but without a request. */
  readonly idle: number
  /** The errors in a row that are nearest to their threshold; undefined: nobody counts. */
  readonly errors: ErrorsNow | undefined
}

export interface ErrorsNow {
  readonly kind: CountedKind
  readonly count: number
  readonly threshold: number
}

/** Undefined: the film does not hold that moment. */
export function poolsAt(film: PoolFilm | undefined, nowMs: number): PoolsNow | undefined {
  if (!film || nowMs < film.fromMs || nowMs > film.untilMs) return undefined
  const clusters = new Map<string, PoolNow>()
  const pods = new Map<string, PodNow>()
  const add = (pod: string | undefined, by: Partial<Omit<PodNow, 'errors'>>): void => {
    if (pod === undefined) return
    const { inFlight, waiting, idle, errors } = pods.get(pod) ?? NOTHING
    pods.set(pod, {
      inFlight: inFlight + (by.inFlight ?? 0),
      waiting: waiting + (by.waiting ?? 0),
      idle: idle + (by.idle ?? 0),
      errors,
    })
  }
  for (const reel of film.pools) {
    const phase = reel.phases.findLast(({ fromMs }) => fromMs <= nowMs) ?? reel.phases[0]
    if (!phase) continue
    const waiting = reel.streams.filter(stream => isWaiting(stream, nowMs))
    const sent = reel.streams.filter(({ sentMs, endMs }) => sentMs <= nowMs && nowMs < endMs)
    const waits = waiting.map(stream => waitOf(stream, nowMs))
    const open = reel.connections.map(({ pod, atMs, open }) => ({
      pod,
      n: open[atMs.findLastIndex(at => at <= nowMs)] ?? 0,
    }))
    const connections = open.reduce((sum, { n }) => sum + n, 0)
    clusters.set(reel.cluster, { limits: phase.limits, connections, inFlight: sent.length, waiting: waits })
    for (const { pod, n } of open) add(pod, { idle: n })
    for (const { pod } of sent) add(pod, { inFlight: 1, idle: -1 })
    for (const { pod } of waiting) add(pod, { waiting: 1 })
    for (const pod of phase.pods) {
      const known = pods.get(pod) ?? NOTHING
      const counts = phase.thresholds.map(one => ({ ...one, count: countAt(reel, pod, one.kind, nowMs) }))
      pods.set(pod, { ...known, errors: nearest(known.errors, counts) })
    }
  }
  return { clusters, pods }
}

const NOTHING: PodNow = { inFlight: 0, waiting: 0, idle: 0, errors: undefined }

const isWaiting = ({ fromMs, sentMs, endMs }: PoolStream, nowMs: number): boolean =>
  fromMs <= nowMs && nowMs < Math.min(sentMs, endMs)

function waitOf({ fromMs, sentMs, endMs }: PoolStream, nowMs: number): Waiting {
  const wholeMs = Math.min(sentMs, endMs) - fromMs
  return { part: wholeMs < Infinity ? (nowMs - fromMs) / wholeMs : 0, sinceMs: nowMs - fromMs }
}

function countAt({ errors }: PoolReel, pod: string, kind: CountedKind, nowMs: number): number {
  const reel = errors.find(each => each.pod === pod && each.kind === kind)
  return reel?.counts[reel.atMs.findLastIndex(at => at <= nowMs)] ?? 0
}

const nearest = (before: ErrorsNow | undefined, counts: readonly ErrorsNow[]): ErrorsNow | undefined =>
  counts.reduce((best, one) => (best && best.count / best.threshold >= one.count / one.threshold ? best : one), before)

import type { Client, EventLog } from '../../core/simulate/index.ts'
import type { Stage } from '../stage.ts'
import { landingsOf } from './landings.ts'
import type { Landing } from './landings.ts'
import { latencyOf } from './latency.ts'
import type { Figures, Metrics, Span } from './metrics.ts'
import { placesOf, retriesOf } from './places.ts'
import { seriesOf, stepFor } from './series.ts'
import { splitsOf } from './splits.ts'
import type { Counts } from './splits.ts'
import { statusesOf } from './statuses.ts'

/**
 * All figures of the requests of a stage's caller that left from `fromMs` on, as of `untilMs`; the stage is that of the
 * configuration in force from `fromMs` to `toMs`.
 */
export function metricsOf(log: EventLog, stage: Stage, span: Span, toMs = Infinity): Metrics {
  const { fromMs, untilMs } = span
  const left = landingsOf(log, stage, { fromMs, toMs }).filter(({ record }) => record.atMs <= untilMs)
  const landed = left.filter(({ landsAtMs }) => landsAtMs <= untilMs)
  const records = landed.map(({ record }) => record)
  const stepMs = stepFor(Math.max(log.untilMs, untilMs) - fromMs)
  const series = seriesOf(left, span, stepMs)
  const latency = latencyOf(landed.map(durationOf))
  const all = { ...countOf(landed), ...ratesOf(series), percentiles: latency.percentiles }
  const clients = new Set(left.map(({ record }) => record.client))
  const figuresOf = (client: Client): Figures => {
    if (clients.size === 1) return all
    const isOwn = ({ record }: Landing): boolean => record.client === client
    const own = landed.filter(isOwn)
    const rates = ratesOf(seriesOf(left.filter(isOwn), span, stepMs))
    return { ...countOf(own), ...rates, percentiles: latencyOf(own.map(durationOf)).percentiles }
  }
  return {
    fromMs,
    untilMs,
    all,
    clients: [...clients].map(client => ({ id: client.id, ...figuresOf(client) })),
    latency,
    splits: splitsOf(stage, countTouches(landed), countTouches(left)),
    statuses: statusesOf(landed),
    retries: retriesOf(records),
    places: placesOf(records),
    series,
  }
}

const durationOf = ({ record: { atMs, endMs } }: Landing): number => (endMs ?? atMs) - atMs

function countOf(landings: readonly Landing[]): Pick<Figures, 'landed' | 'succeeded'> {
  const succeeded = landings.filter(({ outcome }) => outcome === 'succeeded').length
  return { landed: landings.length, succeeded }
}

function ratesOf({ stepMs, stretches }: Metrics['series']): Pick<Figures, 'offeredPerSecond' | 'answeredPerSecond'> {
  const perSecond = (counts: readonly number[]): number =>
    counts.length === 0 ? 0 : (counts.reduce((sum, n) => sum + n, 0) * 1000) / (counts.length * stepMs)
  const first = stretches.findIndex(({ answered }) => answered > 0)
  return {
    offeredPerSecond: perSecond(stretches.map(({ offered }) => offered)),
    answeredPerSecond: perSecond(first < 0 ? [] : stretches.slice(first + 1).map(({ answered }) => answered)),
  }
}

/** Requests on one course touch the same, so courses are counted first. */
function countTouches(landings: readonly Landing[]): Counts {
  const courses = new Map<Landing['touches'], number>()
  for (const { touches } of landings) courses.set(touches, (courses.get(touches) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const [touches, n] of courses) for (const id of touches) counts.set(id, (counts.get(id) ?? 0) + n)
  return counts
}

import type { EventLog, RequestRecord } from '../../core/simulate/index.ts'
import { outcomeOf } from '../outcome.ts'
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
  const series = seriesOf(recordsOf(left), span, stepMs)
  const clients = new Set(left.map(({ record }) => record.client))
  const durations = records.map(durationOf)
  const latency = latencyOf(durations)
  return {
    fromMs,
    untilMs,
    all: { ...countOf(records), ...ratesOf(series), percentiles: latency.percentiles },
    clients: [...clients].map(client => {
      const ofClient = ({ record }: Landing): boolean => record.client === client
      const own = recordsOf(landed.filter(ofClient))
      const rates = ratesOf(seriesOf(recordsOf(left.filter(ofClient)), span, stepMs))
      const { percentiles } = latencyOf(own.map(durationOf))
      return { id: client.id, ...countOf(own), ...rates, percentiles }
    }),
    latency,
    splits: splitsOf(stage, countTouches(landed), countTouches(left)),
    statuses: statusesOf(records.flatMap(({ decision }) => decision ?? [])),
    retries: retriesOf(records),
    places: placesOf(records),
    series,
  }
}

const recordsOf = (landings: readonly Landing[]): readonly RequestRecord[] => landings.map(({ record }) => record)

const durationOf = ({ atMs, endMs }: RequestRecord): number => (endMs ?? atMs) - atMs

function countOf(records: readonly RequestRecord[]): Pick<Figures, 'landed' | 'succeeded'> {
  const succeeded = records.filter(({ decision }) => decision && outcomeOf(decision) === 'succeeded').length
  return { landed: records.length, succeeded }
}

function ratesOf({ stepMs, stretches }: Metrics['series']): Pick<Figures, 'offeredPerSecond' | 'answeredPerSecond'> {
  const seconds = (stretches.length * stepMs) / 1000
  const total = (key: 'offered' | 'answered'): number => stretches.reduce((sum, one) => sum + one[key], 0)
  const perSecond = (n: number): number => (seconds === 0 ? 0 : n / seconds)
  return { offeredPerSecond: perSecond(total('offered')), answeredPerSecond: perSecond(total('answered')) }
}

function countTouches(landings: readonly Landing[]): Counts {
  const counts = new Map<string, number>()
  for (const { touches } of landings) for (const id of touches) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

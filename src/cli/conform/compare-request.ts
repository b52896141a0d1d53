import { compareDuration } from './compare-duration.ts'
import { compareTally } from './compare-tally.ts'
import type { Share } from './compare-tally.ts'
import { canonical } from './canonical.ts'
import type { ExpectedRequest, Tally } from './corpus.ts'
import type { Disagreement } from './disagreement.ts'
import { isSame, show } from './disagreement.ts'
import type { Prediction } from './predict.ts'

const SINGLE_VALUES = ['status', 'flags', 'details', 'route', 'cluster', 'attempts', 'workloads', 'podHits'] as const

/** Compares what was recorded for one request of a case with everything the engine says may happen. */
export function compareRequest(
  expected: ExpectedRequest,
  predictions: readonly Prediction[],
  count: number,
): readonly Disagreement[] {
  const wrongOutcome = predictions.find(prediction => !isRecordedAs(prediction, expected.outcome))
  if (wrongOutcome) {
    const why = expected.reason === undefined ? '' : `: ${expected.reason}`
    return [{ field: 'outcome', expected: expected.outcome + why, got: wrongOutcome.outcome }]
  }
  if (expected.outcome === 'tcp') return compareTcp(expected, predictions)
  if (expected.outcome !== 'http') return []
  if (count === 1) return compareSingle(expected, predictions)
  return [...compareTallies(expected, predictions, count), ...compareForms(expected, predictions)]
}

/** Where no listener of its own takes an address, bytes pass through; the recordings say that nothing listens there. */
function isRecordedAs({ outcome, cluster }: Prediction, recorded: string): boolean {
  if (outcome === recorded) return true
  return recorded === 'no-listener' && outcome === 'tcp' && ['PassthroughCluster', 'BlackHoleCluster'].includes(cluster)
}

function compareTcp({ cluster }: ExpectedRequest, predictions: readonly Prediction[]): readonly Disagreement[] {
  const wrong = predictions.find(prediction => prediction.cluster !== cluster)
  return wrong ? [{ field: 'cluster', expected: show(cluster), got: wrong.cluster }] : []
}

/** A request sent once: all of what was recorded is one of the possible outcomes; if none, the nearest one is shown. */
function compareSingle(expected: ExpectedRequest, predictions: readonly Prediction[]): readonly Disagreement[] {
  let nearest: readonly Disagreement[] | undefined
  for (const prediction of predictions) {
    const found = [
      ...compareTallies(expected, [certain(prediction)], 1),
      ...compareForms(expected, [certain(prediction)]),
    ]
    if (found.length === 0) return []
    if (!nearest || found.length < nearest.length) nearest = found
  }
  return nearest ?? [{ field: 'outcome', expected: expected.outcome, got: 'nothing' }]
}

function certain(prediction: Prediction): Prediction {
  return { ...prediction, probability: 1 }
}

function compareTallies(
  expected: ExpectedRequest,
  predictions: readonly Prediction[],
  count: number,
): readonly Disagreement[] {
  const ofValues = SINGLE_VALUES.flatMap(field => {
    const shares: Share[] = predictions.map(prediction => {
      const value = prediction[field]
      return { probability: prediction.probability, times: value === undefined ? {} : { [value]: 1 } }
    })
    return compareTally(field, asTally(expected[field]), shares, count)
  })
  const copies = predictions.map(({ probability, mirrored }) => ({ probability, times: mirrored }))
  return [...ofValues, ...compareTally('mirrored', expected.mirrored ?? {}, copies, count)]
}

function asTally(value: Tally | string | undefined): Tally {
  return value === undefined ? {} : typeof value === 'string' ? { [value]: 1 } : value
}

/** What was recorded of the first answer of a kind is one that some outcome gives. */
function compareForms(expected: ExpectedRequest, predictions: readonly Prediction[]): readonly Disagreement[] {
  const oneOf = (field: string, recorded: unknown, possible: readonly unknown[]): readonly Disagreement[] => {
    if (recorded === undefined ? possible.length < predictions.length : possible.some(p => isSame(p, recorded)))
      return []
    return [{ field, expected: show(recorded), got: [...new Set(possible.map(show))].join(' or ') || 'nothing' }]
  }
  const all = <Value>(values: readonly (Value | undefined)[]) => values.filter(value => value !== undefined)
  return [
    ...oneOf(
      'received',
      expected.received && canonical.request(expected.received),
      predictions.flatMap(({ received }) => received.map(canonical.request)),
    ),
    ...oneOf(
      'responseHeaders',
      expected.responseHeaders && canonical.headers(expected.responseHeaders),
      all(predictions.map(p => p.responseHeaders && canonical.headers(p.responseHeaders))),
    ),
    ...oneOf('localBody', expected.localBody, all(predictions.map(({ localBody }) => localBody))),
    ...oneOf(
      'localHeaders',
      expected.localHeaders && canonical.headers(expected.localHeaders),
      all(predictions.map(p => p.localHeaders && canonical.headers(p.localHeaders))),
    ),
    ...oneOf('mirrorHost', expected.mirrorHost, all(predictions.map(({ mirrorHost }) => mirrorHost))),
    ...compareDuration(expected.durationMs, predictions),
  ]
}

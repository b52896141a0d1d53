import type { ExpectedRequest } from './corpus.ts'
import type { Disagreement } from './disagreement.ts'
import type { Prediction } from './predict.ts'

/**
 * Durations are noisy: the shortest and the longest recorded lie within 30 %, 40 ms or what back-off leaves open of one
 * that some outcome has.
 */
export function compareDuration(
  recorded: ExpectedRequest['durationMs'],
  predictions: readonly Prediction[],
): readonly Disagreement[] {
  if (!recorded) return []
  const possible = [...new Set(predictions.map(({ durationMs }) => durationMs))]
  const isNear = (ms: number) =>
    predictions.some(p => Math.abs(ms - p.durationMs) <= Math.max(40, 0.3 * p.durationMs) + p.backOffMs)
  if (isNear(recorded.min) && isNear(recorded.max)) return []
  return [
    {
      field: 'durationMs',
      expected: `${String(recorded.min)} to ${String(recorded.max)}`,
      got: possible.map(ms => ms.toFixed(0)).join(' or '),
    },
  ]
}

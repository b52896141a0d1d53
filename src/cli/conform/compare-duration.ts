import type { ExpectedRequest } from './corpus.ts'
import type { Disagreement } from './disagreement.ts'
import type { Prediction } from './predict.ts'

/** Durations are noisy: the shortest and the longest recorded lie within 30 % or 40 ms of one that some outcome has. */
export function compareDuration(
  recorded: ExpectedRequest['durationMs'],
  predictions: readonly Prediction[],
): readonly Disagreement[] {
  if (!recorded) return []
  const possible = [...new Set(predictions.map(({ durationMs }) => durationMs))]
  const isNear = (ms: number) => possible.some(p => Math.abs(ms - p) <= Math.max(40, 0.3 * p))
  if (isNear(recorded.min) && isNear(recorded.max)) return []
  return [
    {
      field: 'durationMs',
      expected: `${String(recorded.min)} to ${String(recorded.max)}`,
      got: possible.map(ms => ms.toFixed(0)).join(' or '),
    },
  ]
}

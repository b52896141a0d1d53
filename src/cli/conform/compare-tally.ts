import type { Tally } from './corpus.ts'
import type { Disagreement } from './disagreement.ts'
import { show } from './disagreement.ts'

export interface Share {
  readonly probability: number
  /** How often the value occurs in one request; 0 or 1 but for copies. */
  readonly times: Readonly<Record<string, number>>
}

/**
 * Compares a tally over `count` requests with exact probabilities: a value that cannot occur must not be recorded, one
 * that always occurs must be recorded every time, others lie within 4.5 standard deviations and one.
 */
export function compareTally(
  field: string,
  recorded: Tally,
  shares: readonly Share[],
  count: number,
): readonly Disagreement[] {
  const values = new Set([...Object.keys(recorded), ...shares.flatMap(({ times }) => Object.keys(times))])
  return [...values].flatMap(value => {
    const k = recorded[value] ?? 0
    const { mean, variance } = momentsOf(value, shares)
    const allowed = variance < 1e-12 ? 1e-6 * count : 4.5 * Math.sqrt(count * variance) + 1
    const impossible = mean === 0 && k > 0
    if (!impossible && Math.abs(k - count * mean) <= allowed) return []
    const got = `${(count * mean).toFixed(1)} of ${String(count)}, ${allowed.toFixed(1)} either way`
    return [{ field: `${field} ${show(value)}`, expected: `${String(k)} of ${String(count)}`, got }]
  })
}

function momentsOf(value: string, shares: readonly Share[]): { mean: number; variance: number } {
  let mean = 0
  let squares = 0
  for (const { probability, times } of shares) {
    const n = times[value] ?? 0
    mean += probability * n
    squares += probability * n * n
  }
  const variance = squares - mean * mean
  return { mean, variance: variance < 1e-12 ? 0 : variance }
}

import type { Disagreement } from '../conform/disagreement.ts'
import { show } from '../conform/disagreement.ts'
import type { Tally } from './recording.ts'
import { sumOf } from './tally.ts'
import { pointsOf } from './tolerances.ts'
import type { Tolerance } from './tolerances.ts'

/** Counts that may differ by no more than `slack`. */
export function compareCounts(field: string, recorded: Tally, got: Tally, slack: number): readonly Disagreement[] {
  const differs = keysOf(recorded, got).some(key => Math.abs((recorded[key] ?? 0) - (got[key] ?? 0)) > slack)
  return differs ? [{ field, expected: show(recorded) + (slack > 0 ? ` ±${String(slack)}` : ''), got: show(got) }] : []
}

/** Shares by the case's own tolerance, or else as one sample of them. */
export function compareShares(
  field: string,
  recorded: Tally,
  got: Tally,
  { shares: granted }: Tolerance,
): readonly Disagreement[] {
  const asSample = () => compareSample(field, recorded, got, pointsOf(sumOf(recorded)))
  if (!granted || (granted.field !== undefined && granted.field !== field)) return asSample()
  const { points, keys } = granted
  const parts = keys
    ? [(key: string) => keys.test(key)]
    : keysOf(recorded, got).map(one => (key: string) => key === one)
  const differs = parts.some(isPart => Math.abs(shareOf(recorded, isPart) - shareOf(got, isPart)) * 100 > points)
  const own = [{ field, expected: `${show(recorded)} ±${String(points)} points`, got: show(sharesOf(got)) }]
  return differs ? own : keys ? asSample() : []
}

function shareOf(tally: Tally, isPart: (key: string) => boolean): number {
  const part = Object.entries(tally).flatMap(([key, count]) => (isPart(key) ? [count] : []))
  return part.reduce((sum, count) => sum + count, 0) / Math.max(1, sumOf(tally))
}

/**
 * One recorded sample against the shares of many runs. Where the sample is so small that even the true share would often be
 * further off than `points`, four of its standard deviations and half a request are granted.
 */
export function compareSample(field: string, recorded: Tally, got: Tally, points: number): readonly Disagreement[] {
  const n = sumOf(recorded)
  const own = sharesOf(got)
  const differs = keysOf(recorded, got).some(key => {
    const p = own[key] ?? 0
    const granted = Math.max(points, (400 * Math.sqrt(p * (1 - p) * n) + 50) / n)
    return Math.abs((recorded[key] ?? 0) / n - p) * 100 > granted
  })
  return differs ? [{ field, expected: `${show(recorded)} ±${String(points)} points`, got: show(own) }] : []
}

function keysOf(a: Tally, b: Tally): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

function sharesOf(tally: Tally): Tally {
  const sum = Math.max(1, sumOf(tally))
  return Object.fromEntries(Object.entries(tally).map(([key, count]) => [key, Math.round((count / sum) * 1e4) / 1e4]))
}

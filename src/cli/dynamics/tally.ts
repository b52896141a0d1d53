import type { Spread, Tally } from './recording.ts'

/** How often each value occurs. */
export function tallyOf(values: readonly string[]): Tally {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

export function sumOf(tally: Tally): number {
  return Object.values(tally).reduce((sum, count) => sum + count, 0)
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sums: Record<string, number> = {}
  for (const tally of tallies) {
    for (const [key, count] of Object.entries(tally)) sums[key] = (sums[key] ?? 0) + count
  }
  return sums
}

/** A tally under other names; what gets the same name is added up. */
export function renameKeys(tally: Tally, rename: (key: string) => string): Tally {
  return addTallies(Object.entries(tally).map(([key, count]) => ({ [rename(key)]: count })))
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const sum = sorted.reduce((total, value) => total + value, 0)
  return {
    n: sorted.length,
    min: at(0),
    p10: at(0.1),
    median: at(0.5),
    p90: at(0.9),
    max: at(1),
    mean: sum / Math.max(1, sorted.length),
  }
}

import { expectedRange } from './expected-range.ts'
import type { Tally } from './scene.ts'

/** Fewer than these are too few to speak of. */
const FEW = 100
/** How many runs of a thousand may ever be called unlikely, while they are what they should be. */
const ALARMS = 1 / 1000

/**
 * Whether what something got of all that landed is out of the usual range, and chance hardly explains it either in the fair
 * sample, if `share` is what it should get.
 */
export function isOutside({ counts, total, settled }: Tally, id: string, share: number): boolean {
  if (!settled || !isUnlikely(settled.counts.get(id) ?? 0, share, settled.total)) return false
  const { low, high } = expectedRange(share, total)
  const measured = (counts.get(id) ?? 0) / total
  return measured < low || measured > high
}

/**
 * Whether `count` of `n` is unlikely where `share` is true. One looks at a share as often as one likes, and stops when it
 * shows something, so a range for one look does not do. Here a run of any length is wrongly called unlikely at most once in
 * a thousand runs (Ville’s inequality): that the share could be anything explains it a thousand times better, which is
 * `1 / ((n + 1) · P(count))` with the binomial probability of exactly this count.
 */
export function isUnlikely(count: number, share: number, n: number): boolean {
  if (n < FEW) return false
  if (share <= 0 || share >= 1) return count !== (share <= 0 ? 0 : n)
  return logProbability(count, share, n) + Math.log(n + 1) <= Math.log(ALARMS)
}

/** The natural logarithm of the binomial probability of exactly `count` of `n`; `share` is between 0 and 1. */
export function logProbability(count: number, share: number, n: number): number {
  const ways = logFactorial(n) - logFactorial(count) - logFactorial(n - count)
  return ways + count * Math.log(share) + (n - count) * Math.log(1 - share)
}

/** The natural logarithm of n!: summed up while that is short, then by Stirling’s series. */
function logFactorial(n: number): number {
  if (n < 20) return Math.log(Array.from({ length: n }, (_, i) => i + 1).reduce((product, i) => product * i, 1))
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
}

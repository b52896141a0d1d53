import { countText } from '../../core/base/count-text.ts'
import { logProbability } from '../unlikely-share.ts'

/**
 * How probable it is to count as far from what is expected on this side, or further, where `share` is true: the exact tail of
 * the binomial distribution, beginning with `count` itself.
 */
export function tailOf(count: number, share: number, n: number): number {
  if (n === 0) return 1
  if (share <= 0 || share >= 1) return count === (share <= 0 ? 0 : n) ? 1 : 0
  const isAbove = count > share * n
  const odds = share / (1 - share)
  let weight = 1
  let sum = 1
  for (let k = count; isAbove ? k < n : k > 0; k += isAbove ? 1 : -1) {
    weight *= isAbove ? ((n - k) / (k + 1)) * odds : k / (n - k + 1) / odds
    sum += weight
    if (weight < 1e-15 * sum) break
  }
  return Math.min(1, Math.exp(logProbability(count, share, n)) * sum)
}

/** `1 time in 600`: one digit, which is all that such a number tells. */
export function timesWords(oneIn: number): string {
  if (oneIn > 1e6) return 'less than 1 time in a million'
  const digit = 10 ** Math.floor(Math.log10(oneIn))
  const rounded = oneIn < 10 ? Math.round(oneIn) : Math.round(oneIn / digit) * digit
  return `1 time in ${countText(rounded)}`
}

/** Shares from `low` to `high`. */
export interface Range {
  readonly low: number
  readonly high: number
}

/**
 * Between which shares a measured share lies 95 times in 100 when `share` is true and `n` requests were counted: the 2.5 %
 * and 97.5 % points of the binomial distribution, exactly, divided by n.
 */
export function expectedRange(share: number, n: number): Range {
  if (n <= 0) return { low: 0, high: 1 }
  if (share <= 0 || share >= 1) return { low: Math.max(0, Math.min(1, share)), high: Math.max(0, Math.min(1, share)) }
  const { first, weights } = likely(share, n)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const pointAt = (level: number): number => {
    let sum = 0
    const index = weights.findIndex(weight => (sum += weight) >= level * total)
    return (first + (index < 0 ? weights.length - 1 : index)) / n
  }
  return { low: pointAt(0.025), high: pointAt(0.975) }
}

/** Relative probabilities around the mode; what is left out is far under one in a billion. */
function likely(share: number, n: number): { readonly first: number; readonly weights: readonly number[] } {
  const mode = Math.min(n, Math.floor((n + 1) * share))
  const odds = share / (1 - share)
  const up: number[] = []
  for (let k = mode, weight = 1; k < n; k++) {
    weight *= ((n - k) / (k + 1)) * odds
    if (weight < 1e-12) break
    up.push(weight)
  }
  const down: number[] = []
  for (let k = mode, weight = 1; k > 0; k--) {
    weight *= k / (n - k + 1) / odds
    if (weight < 1e-12) break
    down.push(weight)
  }
  return { first: mode - down.length, weights: [...down.reverse(), 1, ...up] }
}

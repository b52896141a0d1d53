/** Whose turn it is where things count differently. */
export interface WeightedSchedule<T> {
  next(): T | undefined
}

/** More places than this per turn are not counted out; weights then count as fractions. */
const MOST_PLACES = 1_000_000
/** Of a longer cycle it begins within these. */
const MOST_SKIPPED = 1000

/**
 * Earliest deadline first: each comes back after 1/weight, ties in the order of the list; begins anywhere in its cycle.
 * `base` are the whole weights, counted in whole parts so that ties are ties; `weightOf` what one counts at the moment.
 * Envoy, edf_scheduler.h [D66].
 */
export function createWeightedSchedule<T>(
  items: readonly T[],
  base: (item: T) => number,
  weightOf: (item: T) => number,
  random: () => number,
): WeightedSchedule<T> {
  const unit = commonMultiple(items.map(base))
  let order = 0
  const entries = items.map(item => ({ item, deadline: unit / weightOf(item), order: order++ }))

  function next(): T | undefined {
    let first = entries[0]
    for (const entry of entries) {
      if (
        first &&
        (entry.deadline < first.deadline || (entry.deadline === first.deadline && entry.order < first.order))
      ) {
        first = entry
      }
    }
    if (!first) return undefined
    first.deadline += unit / weightOf(first.item)
    first.order = order++
    return first.item
  }

  const cycle = items.reduce((sum, item) => sum + base(item), 0)
  const skipped = Math.floor(random() * Math.min(cycle, MOST_SKIPPED))
  for (let i = 0; i < skipped; i++) next()
  return { next }
}

function commonMultiple(weights: readonly number[]): number {
  let multiple = 1
  for (const weight of weights) {
    multiple = (multiple / commonDivisor(multiple, weight)) * weight
    if (!(multiple <= MOST_PLACES)) return 1
  }
  return multiple
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

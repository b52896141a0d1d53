import type { RequestClass } from './traffic.ts'

/** Gives the class that a number in [0, 1) falls to, by weight; undefined where no class has any. */
export function createChoice(classes: readonly RequestClass[]): ((number: number) => RequestClass) | undefined {
  const possible = classes.filter(({ weight }) => weight > 0)
  const last = possible.at(-1)
  if (!last) return undefined
  let total = 0
  const ends = possible.map(({ weight }) => (total += weight))
  return number => {
    const at = number * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return possible[low] ?? last
  }
}

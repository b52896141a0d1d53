/** A label of an axis, and how it hangs on its place. */
export interface AxisLabel {
  readonly index: number
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
}

const LETTER = 6.6
const GAP = 8

/** Which of the places, `step` apart, can have their words without touching each other: the first, the last, and what fits. */
export function axisLabels(words: readonly string[], step: number, width: number): readonly AxisLabel[] {
  const placed = words.map((text, index) => place(text.length * LETTER, index, index * step, width))
  const last = placed.at(-1)
  const chosen: typeof placed = []
  for (const one of placed) {
    const before = chosen.at(-1)
    const isFree = before === undefined || before.to + GAP <= one.from
    const leavesLast = one === last || last === undefined || chosen.length === 0 || one.to + GAP <= last.from
    if (isFree && leavesLast) chosen.push(one)
  }
  return chosen.map(({ index, x, anchor }) => ({ index, x, anchor }))
}

function place(long: number, index: number, x: number, width: number) {
  const anchor: AxisLabel['anchor'] = index === 0 ? 'start' : x + long / 2 > width ? 'end' : 'middle'
  const from = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2
  return { index, x, anchor, from, to: from + long }
}

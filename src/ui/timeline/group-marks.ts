import type { TimelineMark } from './timeline-mark.ts'

/** Marks that stand at one place of the timeline. */
export interface MarkGroup {
  readonly x: number
  /** The first of them, which it is drawn as. */
  readonly mark: TimelineMark
  readonly count: number
  /** What they all say, each once. */
  readonly words: readonly string[]
}

/** Marks by time, as one where they would lie on each other, or on the number that stands beside what is one already. */
export function groupMarks(
  marks: readonly TimelineMark[],
  xOf: (ms: number) => number,
  leastGap: number,
): readonly MarkGroup[] {
  const groups: { x: number; marks: TimelineMark[] }[] = []
  for (const mark of [...marks].sort((a, b) => a.atMs - b.atMs)) {
    const x = xOf(mark.atMs)
    const last = groups.at(-1)
    if (last && isOn(x - last.x, last.marks.length, leastGap)) last.marks.push(mark)
    else groups.push({ x, marks: [mark] })
  }
  return groups.flatMap(({ x, marks: [mark, ...others] }) =>
    mark ? [{ x, mark, count: 1 + others.length, words: [...new Set([mark, ...others].map(sayMark))] }] : [],
  )
}

/** Whether what stands so far right of a group's first mark lies on the group. */
const isOn = (apart: number, count: number, leastGap: number): boolean =>
  apart < leastGap || (count > 1 && apart <= LABEL_AT + countLabel(count).length * LETTER + LABEL_GAP)

const countLabel = (count: number): string => `×${count}`

/**
 * What stands beside each group: its label, or how many it is; undefined where that would run into the next mark, out of the
 * timeline, or under the playhead.
 */
export function labelsOf(
  groups: readonly MarkGroup[],
  { width, playheadX, named }: { readonly width: number; readonly playheadX: number; readonly named: boolean },
): readonly (string | undefined)[] {
  return groups.map(({ x, mark, count }, i) => {
    const label = count > 1 ? countLabel(count) : named ? mark.label : ''
    const endX = x + LABEL_AT + label.length * LETTER
    const isFree = endX + LABEL_GAP < (groups[i + 1]?.x ?? width)
    const isCut = playheadX > x && playheadX < endX + LABEL_GAP / 2
    return label !== '' && isFree && !isCut ? label : undefined
  })
}

/** Right of a mark's centre; how wide a letter is at most; what is kept free after it. */
export const LABEL_AT = 10
const LETTER = 6
const LABEL_GAP = 8

/** What a mark says: its words, or the label that stands beside it. */
export const sayMark = ({ words, label }: TimelineMark): string => words ?? label

/** The next moment, or a mark that comes before it on the way there. */
export function stopBetween(marks: readonly TimelineMark[], fromMs: number, toMs: number): number {
  const between = marks
    .map(({ atMs }) => atMs)
    .filter(atMs => (toMs > fromMs ? atMs > fromMs && atMs < toMs : atMs < fromMs && atMs > toMs))
  if (between.length === 0) return toMs
  return toMs > fromMs ? Math.min(...between) : Math.max(...between)
}

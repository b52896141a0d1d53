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

/** Nearer than this two marks cannot be told apart. */
const LEAST = 6

/** Marks by time, those too near to the first of a group as one. */
export function groupMarks(marks: readonly TimelineMark[], xOf: (ms: number) => number): readonly MarkGroup[] {
  const groups: { x: number; marks: TimelineMark[] }[] = []
  for (const mark of [...marks].sort((a, b) => a.atMs - b.atMs)) {
    const x = xOf(mark.atMs)
    const last = groups.at(-1)
    if (last && x - last.x < LEAST) last.marks.push(mark)
    else groups.push({ x, marks: [mark] })
  }
  return groups.flatMap(({ x, marks: [mark, ...others] }) =>
    mark ? [{ x, mark, count: 1 + others.length, words: [...new Set([mark, ...others].map(sayMark))] }] : [],
  )
}

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

import type { TextRange } from '../../core/base/text-range.ts'

export interface LensLine {
  /** In the text, counted from 1. */
  readonly number: number
  /** Without the indent that all of the lens has. */
  readonly text: string
  readonly marked: boolean
}

/** More cannot be read from the last row. */
const MOST = 10
/** What stands before the first marked line when not all can be shown. */
const BEFORE = 2

/** The lines that a range is on, as a lens shows them: whole, moved to the left, and around the marked ones if they are many. */
export function lensLines(
  text: string,
  range: TextRange | undefined,
  marks: readonly TextRange[],
): readonly LensLine[] {
  if (!range) return []
  const all = linesOf(text)
  const isOn = ({ start, end }: TextRange, line: Line): boolean =>
    line.start < Math.max(end, start + 1) && line.end >= start
  const within = all.filter(line => isOn(range, line))
  const isMarked = (line: Line): boolean => marks.some(mark => isOn(mark, line))
  const first = within.findIndex(isMarked)
  const from = within.length <= MOST ? 0 : Math.max(0, Math.min(first - BEFORE, within.length - MOST))
  const shown = within.slice(from, from + MOST)
  const indent = Math.min(...shown.filter(({ words }) => words.trim() !== '').map(({ words }) => words.search(/\S/)))
  return shown.map(line => ({
    number: line.number,
    text: line.words.slice(Number.isFinite(indent) ? indent : 0),
    marked: isMarked(line),
  }))
}

interface Line {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly words: string
}

function linesOf(text: string): readonly Line[] {
  let start = 0
  return text.split('\n').map((line, i) => {
    const words = line.replace(/\r$/, '')
    const one = { number: i + 1, start, end: start + words.length, words }
    start += line.length + 1
    return one
  })
}

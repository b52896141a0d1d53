import type { Stage } from '../scene/index.ts'
import * as m from './measures.ts'
import type { Measure } from './wrap.ts'

/** A request class in the client's card: its share and its label on one line where they fit, else on two. */
export interface ClassLines {
  readonly id: string
  readonly lines: readonly string[]
}

const FONT = '11px Inter'
export const CLASS_PAD = 10

/** The classes that the client's card names, and how many more there are. */
export function classLines(
  { classes }: Stage['client'],
  measure: Measure,
): { shown: readonly ClassLines[]; rest: number } {
  const room = m.CLIENT_WIDTH - 2 * CLASS_PAD
  const all = classes.map(({ id, label, share }) => {
    const percent = `${String(Number((share * 100).toFixed(1)))} %`
    const line = `${percent} ${label}`
    return { id, lines: measure(line, FONT) <= room ? [line] : [percent, label] }
  })
  const shown = all.length <= m.CLIENT_LINES ? all : all.slice(0, m.CLIENT_LINES - 1)
  return { shown, rest: all.length - shown.length }
}

export const clientHeight = (client: Stage['client'], measure: Measure): number => {
  const { shown, rest } = classLines(client, measure)
  const height = shown.reduce((sum, { lines }) => sum + heightOf(lines), 0)
  return 52 + height + (rest > 0 ? m.CLASS_LINE : 0)
}

/** The second line of a class stands close below its first. */
export const heightOf = (lines: readonly string[]): number => m.CLASS_LINE + (lines.length - 1) * m.CLASS_SECOND_LINE

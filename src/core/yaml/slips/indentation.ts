import type { TextEdit } from '../../base/text-range.ts'
import { cut, lineAfter, lineAt } from './slip.ts'
import type { Cause, Line, Slip } from './slip.ts'

/** A line is tried so much further to the right than it stands. */
const FURTHER = 4
/** No line of a resource stands so far to the right. */
const FAR = 40
/** More places than these are not listed. */
const LISTED = 3

/** A line that could be read further left or right. Those around it may be what is out of place: nothing is said of that. */
export function indentation(slip: Slip, reads: (edits: readonly TextEdit[]) => boolean): Cause | undefined {
  const named = lineAt(slip.text, slip.at)
  // A value and a nested block on one line: it is the next one that makes a block of it.
  const lines = slip.code === 'BLOCK_AS_IMPLICIT_KEY' ? [...lineAfter(slip.text, named), named] : [named]
  for (const line of lines) {
    const indent = line.text.search(/\S/)
    if (indent < 0 || indent > FAR || /^\s*(#|$)|^ *\t/.test(line.text)) continue
    const columns = Array.from({ length: indent + FURTHER + 1 }, (_, i) => i)
    const found = columns.filter(column => column !== indent && reads([edit(line, indent, column)]))
    if (found.length > 0) return tell(line, indent, found)
  }
  return undefined
}

const edit = ({ start }: Line, indent: number, column: number): TextEdit => ({
  range: { start, end: start + indent },
  text: ' '.repeat(column),
})

function tell(line: Line, indent: number, found: readonly number[]): Cause {
  const words = cut(/^(?:- +)*[^\s:]*/.exec(line.text.trim())?.[0] ?? '')
  const [first, second] = [...found].sort((a, b) => Math.abs(a - indent) - Math.abs(b - indent))
  const isMeant = first !== undefined && (second === undefined || Math.abs(first - indent) < Math.abs(second - indent))
  const where = found.length <= LISTED ? `; after ${found.join(' or ')} it could be read` : ''
  return {
    title: `The indentation of ${words} does not fit`,
    detail: `It begins after ${spaces(indent)}${where}.`,
    range: { start: line.start + indent, end: line.end },
    ...(isMeant && { fix: { title: `Begin after ${spaces(first)}`, edits: [edit(line, indent, first)] } }),
  }
}

const spaces = (n: number): string => (n === 1 ? '1 space' : `${String(n)} spaces`)

import type { TextEdit } from '../../core/base/text-range.ts'
import { applyEdits } from '../../core/base/text-range.ts'

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  /** Its number in the text that it is in; of what stays, in the one before. */
  readonly line: number
}

/** Lines around a change that show where it is. */
const CONTEXT = 1

/**
 * What edits do to a text, line by line, each stretch of changes with a line around it. Edits are taken in the order of the
 * text; those that touch one line make one change.
 */
export function diffLines(text: string, edits: readonly TextEdit[]): readonly (readonly DiffLine[])[] {
  const spans: { start: number; end: number; edits: TextEdit[] }[] = []
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const start = text.lastIndexOf('\n', edit.range.start - 1) + 1
    const end = endOfLine(text, edit.range.end)
    const last = spans.at(-1)
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    } else spans.push({ start, end, edits: [edit] })
  }
  let shift = 0
  return spans.map(({ start, end, edits: own }) => {
    const before = text.slice(start, end)
    const moved = own.map(({ range, text: by }) => ({
      range: { start: range.start - start, end: range.end - start },
      text: by,
    }))
    const after = applyEdits(before, moved)
    const firstLine = countBreaks(text.slice(0, start)) + 1
    const hunk = hunkOf(linesOf(before), linesOf(after), firstLine, shift)
    shift += linesOf(after).length - linesOf(before).length
    // The end of the text is no line.
    return [
      ...context(text, start, firstLine),
      ...hunk.filter(({ kind, text: line }) => kind !== 'same' || line !== ''),
    ]
  })
}

/** What is alike at both ends stays; the rest goes and comes. */
function hunkOf(before: readonly string[], after: readonly string[], line: number, shift: number): readonly DiffLine[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const same = (i: number): DiffLine => ({ kind: 'same', text: before[i] ?? '', line: line + i })
  const kept = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => same(from + i))
  return [
    ...kept(Math.max(0, head - CONTEXT), head),
    ...before
      .slice(head, before.length - tail)
      .map((text, i): DiffLine => ({ kind: 'removed', text, line: line + head + i })),
    ...after
      .slice(head, after.length - tail)
      .map((text, i): DiffLine => ({ kind: 'added', text, line: line + shift + head + i })),
    ...kept(before.length - tail, Math.min(before.length, before.length - tail + CONTEXT)),
  ]
}

/** The line before the change, where the change begins with its own first line. */
function context(text: string, start: number, firstLine: number): readonly DiffLine[] {
  if (start === 0) return []
  const from = text.lastIndexOf('\n', start - 2) + 1
  return [{ kind: 'same', text: text.slice(from, start - 1), line: firstLine - 1 }]
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline
}

const linesOf = (part: string): readonly string[] => part.replaceAll('\r', '').split('\n')
const countBreaks = (part: string): number => part.split('\n').length - 1

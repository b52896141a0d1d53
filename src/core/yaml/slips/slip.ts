import type { Fix } from '../../base/diagnostic.ts'
import type { TextRange } from '../../base/text-range.ts'

/** Where a parser stumbled over a text, and what it calls that. */
export interface Slip {
  readonly text: string
  readonly code: string
  readonly at: number
}

/** What may be missing, too much or out of place; true where its repair makes the text readable. */
export interface Cause {
  readonly title: string
  readonly detail: string
  readonly range: TextRange
  /** Absent: it is certain, yet there are several ways to mend it. */
  readonly fix?: Fix
}

export interface Line {
  readonly start: number
  /** Before the line's break. */
  readonly end: number
  readonly text: string
}

export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const found = text.indexOf('\n', start)
  const end = found < 0 ? text.length : found
  const line = text.slice(start, end).replace(/\r$/, '')
  return { start, end: start + line.length, text: line }
}

/** The line that the parser names, then those around it: it may stumble over what the one before or after should be. */
export function linesAround({ text, at }: Slip): readonly Line[] {
  const named = lineAt(text, at)
  const before = named.start > 0 ? [lineAt(text, named.start - 1)] : []
  return [named, ...lineAfter(text, named), ...before]
}

/** None at the end. */
export function lineAfter(text: string, line: Line): readonly Line[] {
  const next = text.indexOf('\n', line.end)
  return next < 0 ? [] : [lineAt(text, next + 1)]
}

export const insertAt = (offset: number, text: string) => ({ range: { start: offset, end: offset }, text })

/** Short enough for a sentence. */
export const cut = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words)

import type { TextEdit } from '../core/base/text-range.ts'

/** The smallest single edit that turns one text into the other: the cursor and the folds around it stay. */
export function replacedSpan(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let tail = 0
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++
  }
  if (splitsPair(before, start) || splitsPair(after, start)) start--
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--
  return { range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) }
}

/** Whether a cut would part what the editor never parts: the two ends of a line break or of a character. */
export function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const left = text.charCodeAt(at - 1)
  const right = text.charCodeAt(at)
  return (left === 13 && right === 10) || (left >= 0xd800 && left < 0xdc00 && right >= 0xdc00 && right < 0xe000)
}

/** The line break that most lines of a text end with: Monaco keeps one kind per text. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const breaks = text.match(/\r?\n/g) ?? []
  const windows = breaks.reduce((sum, found) => sum + (found.length - 1), 0)
  return windows * 2 > breaks.length ? '\r\n' : '\n'
}

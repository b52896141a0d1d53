import type { TextRange } from '../base/text-range.ts'

/** Where the documents of a text stand: each `---` at a line's start begins one. Ranges touch and cover the whole text. */
export function splitDocuments(text: string): readonly TextRange[] {
  const starts = [0]
  for (const match of text.matchAll(/^---(?=[ \t\r\n]|$)/gm)) {
    if (match.index > 0) starts.push(match.index)
  }
  return starts
    .map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
    .filter(({ start, end }) => end > start)
}

/** Whether `---` alone does not tell the documents apart: there are directives or `...` lines. */
export function needsStream(text: string): boolean {
  return /^(%|\.\.\.)/m.test(text)
}

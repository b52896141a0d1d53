import { below } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import type { VirtualServiceResource } from '../../resources/index.ts'
import { lineBreakAt, rangeOf } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'

/** Moves a rule's whole lines above another rule's; nothing where rules do not stand on lines of their own. */
export function moveRule(
  parsed: ParsedText,
  { origin }: VirtualServiceResource,
  from: number,
  to: number,
): readonly TextEdit[] | undefined {
  const moved = linesOf(parsed, rangeOf(parsed, below(origin, 'spec', 'http', from)))
  const target = linesOf(parsed, rangeOf(parsed, below(origin, 'spec', 'http', to)))
  if (!moved || !target || moved.start <= target.start) return undefined
  const lines = parsed.text.slice(moved.start, moved.end)
  const isLast = !lines.endsWith('\n')
  const lineBreak = lineBreakAt(parsed.text, target.start)
  return [
    { range: { start: target.start, end: target.start }, text: isLast ? `${lines}${lineBreak}` : lines },
    { range: { start: isLast ? moved.start - lineBreak.length : moved.start, end: moved.end }, text: '' },
  ]
}

/** From the comment above the item, or the start of the line with its dash, to the end of its last line. */
export function linesOf({ text }: ParsedText, range: { start: number; end: number } | undefined) {
  if (!range) return undefined
  let start = lineStart(text, range.start)
  if (!/^ *- *$/.test(text.slice(start, range.start))) return undefined
  while (start > 0 && /^ *#/.test(text.slice(lineStart(text, start - 1), start))) start = lineStart(text, start - 1)
  const last = text.slice(0, range.end).trimEnd().length
  const newline = text.indexOf('\n', last)
  return { start, end: newline < 0 ? text.length : newline + 1 }
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

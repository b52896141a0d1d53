import type { TextEdit, TextRange } from '../../core/base/text-range.ts'

/** From the first place that edits write at to the last, in offsets of the text that they make; undefined: they only take out. */
export function addedBy(edits: readonly TextEdit[]): TextRange | undefined {
  let moved = 0
  const added = [...edits]
    .sort((a, b) => a.range.start - b.range.start)
    .flatMap(({ range, text }): readonly TextRange[] => {
      const start = range.start + moved
      moved += text.length - (range.end - range.start)
      const words = text.trim()
      const from = start + text.indexOf(words)
      return words === '' ? [] : [{ start: from, end: from + words.length }]
    })
  const [first] = added
  const last = added.at(-1)
  return first && last && { start: first.start, end: last.end }
}

/** Half-open span of UTF-16 offsets. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Replace `range` of a text (absolute offsets) by `text`. */
export interface TextEdit {
  readonly range: TextRange
  readonly text: string
}

/** Applies edits that do not overlap; order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((out, edit) => out.slice(0, edit.range.start) + edit.text + out.slice(edit.range.end), text)
}

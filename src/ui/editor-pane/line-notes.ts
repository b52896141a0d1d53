import type { TextRange } from '../../core/base/text-range.ts'
import type { LineHint } from '../../editor/index.ts'
import type { EditorPaneProps } from './editor-pane-props.ts'

export type Wash = 'error' | 'hover' | 'selected'

/** What stands beside one line of the text. */
export interface LineNote {
  readonly wash?: Wash
  readonly hint?: LineHint
}

export type Annotations = Pick<EditorPaneProps, 'text' | 'annotatedText' | 'diagnostics' | 'highlights' | 'hints'>

export const annotationsOf = ({
  text,
  annotatedText,
  diagnostics,
  highlights,
  hints,
}: EditorPaneProps): Annotations => ({
  text,
  annotatedText,
  diagnostics,
  highlights,
  hints,
})

/** The notes of each line that has one, by line number: what the editor will show, for the text before it. */
export function notesOfLines({ text, annotatedText = text, diagnostics, highlights, hints }: Annotations) {
  const notes = new Map<number, LineNote>()
  if (annotatedText !== text) return notes
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), found => found.index + found[0].length)]
  const lineAt = (offset: number) => countUpTo(starts, offset)
  const wash = ({ start, end }: TextRange, kind: Wash, lastLine = lineAt(Math.max(start, end - 1))) => {
    for (let line = lineAt(start); line <= lastLine; line++) notes.set(line, { ...notes.get(line), wash: kind })
  }
  for (const range of highlights.hover) wash(range, 'hover')
  for (const range of highlights.selected) wash(range, 'selected')
  for (const { severity, range } of diagnostics) {
    if (severity === 'error') wash(range, 'error', lineAt(range.start))
  }
  for (const hint of hints) notes.set(hint.line, { ...notes.get(hint.line), hint })
  return notes
}

/** How many of the rising numbers are at most `limit`. */
function countUpTo(rising: readonly number[], limit: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

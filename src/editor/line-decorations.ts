import type { TextRange } from '../core/base/text-range.ts'
import type { GutterMark, HighlightKind, LineHint } from './editor-handle.ts'
import { monaco } from './monaco.ts'
import { toMonacoRange } from './offsets.ts'
import { shortHint } from './short-hint.ts'
import styles from './editor.module.css'

type Decoration = monaco.editor.IModelDeltaDecoration
const { TrackedRangeStickiness, InjectedTextCursorStops } = monaco.editor
const stickiness = TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges

/** Lights up the lines of a range; what is selected also gets a bar at the left and a mark in the scroll bar. */
export function highlight(model: monaco.editor.ITextModel, range: TextRange, kind: HighlightKind): Decoration {
  const lines = toMonacoRange(model, range)
  // A range that ends at the start of a line does not mean that line.
  const endLine = lines.endColumn === 1 ? Math.max(lines.startLineNumber, lines.endLineNumber - 1) : lines.endLineNumber
  const options: monaco.editor.IModelDecorationOptions = {
    isWholeLine: true,
    stickiness,
    className: styles['lit'] ?? null,
    marginClassName: styles[kind] ?? null,
  }
  return { range: new monaco.Range(lines.startLineNumber, 1, endLine, 1), options }
}

/** Room before a hint. Spaces and not a margin, or the cursor at the line's end would stand behind the margin. */
const GAP = '\u00a0'.repeat(4)
const GAP_COLUMNS = 3

/** Words behind the end of a line. They are no part of the text: the cursor does not enter them, copying leaves them out. `columns`: as wide as the view. */
export function lineHint(model: monaco.editor.ITextModel, hint: LineHint, columns: number): Decoration[] {
  if (hint.line < 1 || hint.line > model.getLineCount() || hint.text === '') return []
  const end = model.getLineMaxColumn(hint.line)
  const shown = shortHint(hint, columns - end - GAP_COLUMNS)
  const options: monaco.editor.IModelDecorationOptions = {
    stickiness: TrackedRangeStickiness.AlwaysGrowsWhenTypingAtEdges,
    showIfCollapsed: true,
    after: {
      content: GAP + shown,
      inlineClassName: `${styles['hint'] ?? ''} ${styles[`${hint.tone}Hint`] ?? ''}`,
      inlineClassNameAffectsLetterSpacing: true,
      cursorStops: InjectedTextCursorStops.Left,
    },
    ...(shown !== hint.text && { hoverMessage: { value: escapeMarkdown(hint.text) } }),
  }
  return [{ range: new monaco.Range(hint.line, 1, hint.line, end), options }]
}

/** The mark beside a rule, and grey text for a rule that no request of this kind ever reaches. */
export function gutterMark(model: monaco.editor.ITextModel, mark: GutterMark): Decoration[] {
  const lineCount = model.getLineCount()
  if (mark.line < 1 || mark.line > lineCount) return []
  const glyph: Decoration = {
    range: new monaco.Range(mark.line, 1, mark.line, 1),
    options: {
      stickiness,
      glyphMarginClassName: `${styles['mark'] ?? ''} ${styles[mark.mark] ?? ''}`,
      glyphMarginHoverMessage: { value: escapeMarkdown(mark.reason) },
    },
  }
  if (mark.mark !== 'never' || mark.lastLine === undefined) return [glyph]
  const last = Math.min(Math.max(mark.lastLine, mark.line), lineCount)
  const range = new monaco.Range(mark.line, 1, last, model.getLineMaxColumn(last))
  return [glyph, { range, options: { stickiness, inlineClassName: styles['unreached'] ?? null } }]
}

const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&')

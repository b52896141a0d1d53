import type { Diagnostic } from '../core/base/diagnostic.ts'
import type { LanguageService } from '../core/language/index.ts'
import type { TextEdit, TextRange } from '../core/base/text-range.ts'

/** A finding and its place in the text that the editor shows. */
export interface PlacedDiagnostic extends Pick<
  Diagnostic,
  'code' | 'severity' | 'title' | 'detail' | 'fix' | 'otherFixes'
> {
  readonly range: TextRange
}

/** Words after a line's end: what was measured, or why a rule was skipped. Lines count from 1. */
export interface LineHint {
  readonly line: number
  readonly text: string
  /** What of it matters most, for a line that leaves little room. */
  readonly short?: string
  readonly tone: 'plain' | 'accent' | 'error' | 'warning'
}

/**
 * How far the followed request came at the rule that starts on `line`, or, where none is followed, that none reaches it. `reason` stands after the line: `skipped: no header`.
 */
export interface GutterMark {
  readonly line: number
  readonly mark: 'matched' | 'skipped' | 'never' | 'unreached'
  readonly reason: string
  /** Last line of the rule. The text of a rule that was never reached is greyed down to here. */
  readonly lastLine?: number
}

export type HighlightKind = 'hover' | 'selected'
export type ThemeName = 'light' | 'dark'

export interface Unsubscribe {
  dispose: () => void
}

export interface EditorOptions {
  readonly text: string
  readonly theme: ThemeName
  /** Who knows what the text means. */
  readonly language: LanguageService
  /** Where the text that was shown before stood. */
  readonly scrollTop?: number
}

/** The editor as the rest of the page sees it. All ranges are offsets into `getText()`. */
export interface EditorHandle {
  readonly getText: () => string
  /** Replaces the text, as one step that undo takes back, or (`undoable: false`) forgetting all steps. */
  readonly setText: (text: string, options: { readonly undoable: boolean }) => void
  /** The cursor and the view at the beginning. */
  readonly goToTop: () => void
  /** Applies edits computed for the present text as one step. */
  readonly applyEdits: (edits: readonly TextEdit[]) => void
  readonly onChange: (listener: (text: string) => void) => Unsubscribe
  readonly onCursor: (listener: (offset: number) => void) => Unsubscribe
  /** A press on a mark beside a line. */
  readonly onMark: (listener: (line: number) => void) => Unsubscribe
  readonly setDiagnostics: (diagnostics: readonly PlacedDiagnostic[]) => void
  readonly setHighlights: (ranges: readonly TextRange[], kind: HighlightKind) => void
  readonly setLineHints: (hints: readonly LineHint[]) => void
  readonly setGutterMarks: (marks: readonly GutterMark[]) => void
  /** Scrolls only when the range is out of view; `cursor` also puts the cursor there and takes the focus. */
  readonly reveal: (range: TextRange, options?: { readonly cursor: boolean }) => void
  readonly focus: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly setTheme: (theme: ThemeName) => void
  readonly layout: () => void
  readonly dispose: () => void
}

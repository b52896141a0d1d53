import type { ReactNode, Ref } from 'react'
import type { TextEdit, TextRange } from '../../core/base/text-range.ts'
import type { LanguageService } from '../../core/language/index.ts'
import type { GutterMark, HighlightKind, LineHint, PlacedDiagnostic, ThemeName } from '../../editor/index.ts'

export interface RevealRequest {
  readonly range: TextRange
  /** Put the cursor there and take the focus. */
  readonly cursor: boolean
}

/** What the rest of the page does to the text. Each call is one step that undo takes back. */
export interface EditorPaneHandle {
  readonly setText: (text: string) => void
  /** Another text, seen from its beginning. */
  readonly openText: (text: string) => void
  /** Edits in offsets of the present text. */
  readonly applyEdits: (edits: readonly TextEdit[]) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly focus: () => void
}

export interface EditorPaneProps {
  readonly text: string
  /** Gets the text whenever it changes, by whoever: also with the line breaks that Monaco made alike. */
  readonly onTextChange: (text: string) => void
  /**
   * The text that the offsets below were computed for. While it is not `text`, they are not taken over: what is shown
   * already moves along with the typing. Absent: they always belong to `text`.
   */
  readonly annotatedText?: string | undefined
  readonly diagnostics: readonly PlacedDiagnostic[]
  /** The same for these, of which a long text's are known earlier. */
  readonly diagnosedText?: string | undefined
  readonly highlights: Readonly<Record<HighlightKind, readonly TextRange[]>>
  readonly hints: readonly LineHint[]
  readonly marks: readonly GutterMark[]
  /** A new object makes the editor go there. */
  readonly revealRequest?: RevealRequest | undefined
  readonly theme: ThemeName
  /** Who knows what the text means, for completion, definitions and renames. */
  readonly language: LanguageService
  readonly onCursor: (offset: number) => void
  /** A press on a mark beside a line. */
  readonly onMark?: ((line: number) => void) | undefined
  readonly fileName: string
  /** Files were opened or dropped: their text, and their name, or `3 files`. Whoever gets them sets the text. */
  readonly onOpenText: (text: string, name: string) => void
  readonly onOpenExamples: () => void
  readonly onCollapse?: (() => void) | undefined
  /** Something to tell in passing: `Copied`, or why files were not read. */
  readonly onNotice?: ((message: string) => void) | undefined
  /** What stands under the code: the problems. */
  readonly children?: ReactNode
  readonly ref?: Ref<EditorPaneHandle>
}

import type { TextEdit, TextRange } from '../base/text-range.ts'

export type SuggestionKind = 'host' | 'subset' | 'gateway' | 'port' | 'label' | 'namespace' | 'name' | 'snippet'

/** Something to write at the cursor. */
export interface Suggestion {
  readonly kind: SuggestionKind
  readonly label: string
  /** What is written; with `${1:…}` in it where `kind` is `snippet`. */
  readonly insert: string
  /** A few words beside the label. */
  readonly detail: string
  /** Sentences about the chosen one; Markdown. */
  readonly more?: string
  /** It exists, but not for this place, for the reason in `detail`; last in the list. */
  readonly unfit?: boolean
}

/** All that can stand at the cursor. */
export interface Completion {
  /** What is replaced: the word around the cursor. */
  readonly range: TextRange
  readonly suggestions: readonly Suggestion[]
  /** There are too many: ask again when more is typed. */
  readonly isPartial: boolean
}

/** A place to go to; `name` is what to select there. */
export interface Target {
  readonly range: TextRange
  readonly name: TextRange
}

/** What a name stands for; Markdown. */
export interface Explained {
  readonly range: TextRange
  readonly text: string
}

/** A name that can be changed everywhere, or why it cannot. */
export type Renamable =
  | { readonly kind: 'name'; readonly range: TextRange; readonly name: string }
  | { readonly kind: 'refused'; readonly because: string }

export type Renaming =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly because: string }

/** A line of the outline. */
export interface OutlineEntry {
  readonly name: string
  readonly detail: string
  readonly kind: 'resource' | 'rule' | 'subset' | 'server' | 'part'
  readonly range: TextRange
  /** Its name alone. */
  readonly nameRange: TextRange
  readonly children: readonly OutlineEntry[]
}

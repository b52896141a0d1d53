import type { TextEdit } from '../../core/base/text-range.ts'
import type { Completion, Explained, OutlineEntry, Renamable, Renaming, Target } from '../../core/language/index.ts'

/** What an editor asks about an offset of its text. */
export type LanguageQuestion =
  | { readonly ask: 'complete' | 'explain' | 'define' | 'refer' | 'may-rename'; readonly offset: number }
  | { readonly ask: 'rename'; readonly offset: number; readonly name: string }
  | { readonly ask: 'outline' | 'format' }

export type LanguageAnswer =
  | { readonly ask: 'complete'; readonly completion: Completion | undefined }
  | { readonly ask: 'explain'; readonly explained: Explained | undefined }
  | { readonly ask: 'define' | 'refer'; readonly targets: readonly Target[] }
  | { readonly ask: 'may-rename'; readonly renamable: Renamable }
  | { readonly ask: 'rename'; readonly renaming: Renaming }
  | { readonly ask: 'outline'; readonly entries: readonly OutlineEntry[] }
  | { readonly ask: 'format'; readonly edits: readonly TextEdit[] }

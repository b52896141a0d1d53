export type {
  Completion,
  Explained,
  OutlineEntry,
  Renamable,
  Renaming,
  Suggestion,
  SuggestionKind,
  Target,
} from './answers.ts'
export { complete } from './complete.ts'
export { findDefinitions, findReferences } from './define.ts'
export { explain } from './explain.ts'
export type { Knowledge } from './knowledge.ts'
export type { LanguageService } from './language-service.ts'
export { outline } from './outline.ts'
export { findRenamable, rename } from './rename.ts'

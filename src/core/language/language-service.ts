import type { TextEdit } from '../base/text-range.ts'
import type { Completion, Explained, OutlineEntry, Renamable, Renaming, Target } from './answers.ts'

/** Who knows what a text means, asked from afar. Each question brings the text that its offset belongs to. */
export interface LanguageService {
  readonly complete: (text: string, offset: number) => Promise<Completion | undefined>
  readonly explain: (text: string, offset: number) => Promise<Explained | undefined>
  readonly define: (text: string, offset: number) => Promise<readonly Target[]>
  readonly refer: (text: string, offset: number) => Promise<readonly Target[]>
  readonly mayRename: (text: string, offset: number) => Promise<Renamable>
  readonly rename: (text: string, offset: number, name: string) => Promise<Renaming>
  readonly outline: (text: string) => Promise<readonly OutlineEntry[]>
  readonly format: (text: string) => Promise<readonly TextEdit[]>
}

import type { Diagnostic } from '../base/diagnostic.ts'
import type { DocumentId } from '../base/ids.ts'
import type { YamlNode } from './yaml-node.ts'

/** One document of the stream. All ranges inside are relative to `start`. */
export interface YamlDocument {
  /** Kept while the document's text is unchanged, wherever it moves. */
  readonly id: DocumentId
  /** Offset in the whole text. */
  readonly start: number
  readonly text: string
  /** The best value that could be read; undefined for an empty or wholly unreadable document. */
  readonly root: YamlNode | undefined
  /** False when there is a syntax error in it. */
  readonly readable: boolean
  readonly diagnostics: readonly Diagnostic[]
}

export interface ParsedText {
  readonly text: string
  readonly documents: readonly YamlDocument[]
}

import type { Diagnostic } from '../base/diagnostic.ts'
import type { ParsedText, YamlDocument } from '../yaml/index.ts'
import { decodeDocument } from './decode-document.ts'
import type { Decoded, DecodedDocument } from './decode-document.ts'
import type { Resource } from './resource.ts'

interface DecodedText {
  readonly resources: readonly Resource[]
  /** The same resources, each with its YAML. */
  readonly decoded: readonly Decoded[]
  /** Documents that the steps of Scenarios hold. */
  readonly inSteps: readonly Decoded[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface Decoder {
  decodeAll(parsed: ParsedText): DecodedText
}

/** A decoder that keeps what it made of each document, so that the same document gives the same resource objects. */
export function createDecoder(): Decoder {
  let known: ReadonlyMap<YamlDocument['id'], DecodedDocument> = new Map()
  return {
    decodeAll({ documents }) {
      known = new Map(documents.map(document => [document.id, known.get(document.id) ?? decodeDocument(document)]))
      const parts = [...known.values()]
      const decoded = parts.flatMap(part => part.decoded)
      return {
        resources: decoded.map(({ resource }) => resource),
        decoded,
        inSteps: parts.flatMap(part => part.inSteps),
        diagnostics: parts.flatMap(part => part.diagnostics),
      }
    },
  }
}

import type { DocumentId } from './ids.ts'
import type { TextRange } from './text-range.ts'

/** Steps from a document's root: map keys and list indexes. */
export type Path = readonly (string | number)[]

/**
 * Where in the user's text something comes from. The document keeps its id while its text is unchanged, wherever it
 * moves, so an origin survives edits elsewhere; `rangeOf` in `core/yaml` turns it into offsets.
 */
export interface Origin {
  readonly documentId: DocumentId
  readonly path: Path
  /** Offsets from the document's start, for what no path names (a syntax error). Wins over `path`. */
  readonly range?: TextRange
}

/** The origin of a field below another one. */
export function below(origin: Origin, ...steps: Path): Origin {
  return { documentId: origin.documentId, path: [...origin.path, ...steps] }
}

/** Whether it is that place, or one below. */
export const isWithin = (origin: Origin, ancestor: Origin): boolean =>
  origin.documentId === ancestor.documentId && ancestor.path.every((step, i) => origin.path[i] === step)

import type { Fix, Severity } from '../base/diagnostic.ts'
import type { TextRange } from '../base/text-range.ts'

/** A problem in one document, before the document has an id; all offsets count from its start. */
export interface Finding {
  readonly severity: Severity
  readonly title: string
  readonly detail: string
  readonly range: TextRange
  readonly fix?: Fix
  /** The document can still be read as it is meant. */
  readonly harmless?: boolean
}

import type { Origin } from './origin.ts'
import type { TextEdit } from './text-range.ts'

export type Severity = 'error' | 'warning' | 'info'

/** One repair: a title for its button and the edits, in absolute offsets of the text they were computed for. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/**
 * Something the user should know, at a place. `code` is Istio's own (`IST0101`) where the meaning is Istio's, `MX0001`… for
 * ours, `YAML` for text that cannot be read, `REFUSED` for what the API server or istiod would not accept.
 */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  /** At most about 60 characters, no full stop: `No DestinationRule defines subset v3`. */
  readonly title: string
  /** One or two sentences: why, and what happens to traffic. */
  readonly detail: string
  readonly origin: Origin
  readonly fix?: Fix
  /** An address within the page that says more: `#/fidelity/…`. */
  readonly link?: string
}

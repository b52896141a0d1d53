import type { Origin } from './origin.ts'
import type { TextEdit } from './text-range.ts'

/** `muted`: a tool speaks of it and nothing follows from it. */
export type Severity = 'error' | 'warning' | 'info' | 'muted'

/** One repair: a title for its button and the edits, in absolute offsets of the text they were computed for. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/** What `istioctl analyze` says of something. */
export interface Statement {
  /** `IST0101`, or `UNREADABLE` where it cannot read a document. */
  readonly code: string
  readonly level: 'Error' | 'Warning' | 'Info'
  /** `VirtualService default/reviews`, or `document 3`. */
  readonly subject: string
  /** The line that it prints, from 1; often no more than the document's first. */
  readonly line?: number
  /** The workload whose pod it is about; then there is no line. */
  readonly from?: string
  /** Our words for what it says, where the diagnostic beside it says something else. */
  readonly says?: string
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
  /** Where the requests that it is about come by, if that is not at its place. */
  readonly countedAt?: Origin
  readonly fix?: Fix
  /** Repairs that may be meant as well. */
  readonly otherFixes?: readonly Fix[]
  /** What `istioctl analyze` says of the same thing; empty or absent where it does not see it. */
  readonly tool?: readonly Statement[]
  /** Our own code for it, where `code` is Istio's and the tool does not see it after all. */
  readonly unseen?: string
  /** Of `REFUSED`: the cluster has an earlier version and goes on with it. */
  readonly isKept?: true
  /** An address within the page that says more: `#/fidelity/…`. */
  readonly link?: string
}

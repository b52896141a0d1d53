import type { Diagnostic } from '../base/diagnostic.ts'
import type { Origin } from '../base/origin.ts'
import type { Decoded, Resource } from '../resources/index.ts'
import type { Stored } from './keep.ts'

/** One reason not to accept a resource: the API server's (`schema`) or that of istiod's webhook (`validation`). */
export interface Refusal {
  readonly gate: 'schema' | 'validation'
  /** As the gate words it. */
  readonly message: string
  readonly origin: Origin
}

/** Something that the webhook remarks on and accepts. */
export interface Remark {
  readonly message: string
  readonly origin: Origin
}

export interface Admission {
  /** Resources that take no part as the text has them, each with at least one reason. */
  readonly refused: ReadonlyMap<Resource, readonly Refusal[]>
  /** Of these, what the cluster has and goes on with. */
  readonly kept: ReadonlyMap<Resource, Decoded>
  /** What the cluster has now. */
  readonly stored: Stored
  readonly warnings: ReadonlyMap<Resource, readonly Remark[]>
  readonly diagnostics: readonly Diagnostic[]
}

/** `modelled`: as upstream does it. `simplified`: the same in kind, with what differs said. `absent`: not there. */
export type FidelityStatus = 'modelled' | 'simplified' | 'absent'

/** What a text has to hold for a row to matter: a kind, or a field of it (`*` is any item or key, `[…]` a key with dots). */
export interface FieldUse {
  readonly kind: string
  readonly path?: string
  /** What the field’s text is like; absent: whatever it is. */
  readonly holds?: RegExp
}

/** One behaviour of Istio, Envoy or Kubernetes, and how far this project follows it. */
export interface LedgerRow {
  readonly area: 'names' | 'scope' | 'match' | 'action' | 'policy' | 'endpoints' | 'failure' | 'time' | 'accept'
  readonly behaviour: string
  readonly status: FidelityStatus
  /** What differs; for all rows that are not modelled. */
  readonly differs?: string
  /** Project, file and function where upstream does it. */
  readonly upstream: string
  /** Our test, below `src`; for all rows that are not absent. */
  readonly test?: string
  /** Where a text asks for it; for rows that are not modelled. */
  readonly uses?: readonly FieldUse[]
  /** Why no line of a text asks for it; for rows that are not modelled and have no `uses`. */
  readonly noPlace?: string
}

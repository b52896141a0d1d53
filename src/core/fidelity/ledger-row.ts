/** `modelled`: as upstream does it. `simplified`: the same in kind, with what differs said. `absent`: not there. */
export type FidelityStatus = 'modelled' | 'simplified' | 'absent'

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
}

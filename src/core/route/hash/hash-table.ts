import type { Endpoint } from '../../envoy/index.ts'

/** A cluster's endpoints laid out so that a hash leads to one of them. */
export interface HashTable {
  /** The endpoint for a hash; `attempt` goes that many places further, where the kind of table allows it. */
  find(hash: bigint, attempt: number): Endpoint | undefined
  /** How likely each endpoint is for a hash drawn at random, in the order of the list it was made from. */
  readonly shares: readonly number[]
}

/** What an endpoint is hashed by; its `address:port` unless somebody reaches it by another address. */
export type EndpointName = (endpoint: Endpoint) => string

export const addressAndPort: EndpointName = ({ address, port }) => `${address}:${String(port)}`

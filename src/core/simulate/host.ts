import type { Endpoint } from '../envoy/index.ts'
import type { ConnectionPool } from './connection-pool.ts'

/** An endpoint of one cluster of one proxy, with what that proxy knows of it. */
export interface Host {
  /** What tells it from the others of its cluster, see `hostKey`. */
  readonly key: string
  /** The same pod as istiod last told of it. */
  endpoint: Endpoint
  /** When it joined the list. */
  readonly sinceMs: number
  readonly pool: ConnectionPool
  /** Requests on their way to it. */
  active: number
  /** Taken out by outlier detection. */
  ejected: boolean
  /** The same as the balancer knows it, which learns of it later. */
  knownEjected: boolean
}

/** What tells a pod from the others of its cluster. */
export const hostKey = ({ address, port }: Endpoint): string => `${address}:${String(port)}`

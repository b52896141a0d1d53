import { toHostname } from '../../base/ids.ts'
import type { ClusterName } from '../../base/ids.ts'
import type { Cluster, Endpoint } from '../../envoy/index.ts'
import { createConnectionPool } from '../connection-pool.ts'
import type { EventQueue } from '../event-queue.ts'
import { hostKey } from '../host.ts'
import type { Host } from '../host.ts'
import { noResources } from '../resources.ts'

const NO_LIMIT = 4294967295

export const endpoint = (n: number, more: Partial<Endpoint> = {}): Endpoint => ({
  address: `10.1.0.${String(n)}`,
  port: 8080,
  healthy: true,
  tlsMode: 'disabled',
  accepts: 'both',
  pod: `web-${String(n)}`,
  namespace: 'default',
  workload: 'web',
  origin: undefined,
  ...more,
})

export const cluster = (more: Partial<Cluster> = {}): Cluster => ({
  name: `outbound|80||${toHostname('web.default.svc.cluster.local')}` as ClusterName,
  type: 'EDS',
  lbPolicy: 'ROUND_ROBIN',
  endpoints: [],
  connectTimeoutMs: 10_000,
  limits: { maxConnections: NO_LIMIT, maxPendingRequests: NO_LIMIT, maxRequests: NO_LIMIT, maxRetries: NO_LIMIT },
  outlierDetection: undefined,
  serviceOrigin: undefined,
  destinationRuleOrigin: undefined,
  subsetOrigin: undefined,
  ...more,
})

export function hosts(queue: EventQueue, endpoints: readonly Endpoint[], sinceMs = 0): readonly Host[] {
  return endpoints.map(each => ({
    key: hostKey(each),
    endpoint: each,
    sinceMs,
    pool: createConnectionPool(cluster(), noResources(), queue),
    active: 0,
    ejected: false,
    knownEjected: false,
  }))
}

/** Numbers one after the other, over and over. */
export function cycle(...numbers: readonly number[]): () => number {
  let i = 0
  return () => numbers[i++ % numbers.length] ?? 0
}

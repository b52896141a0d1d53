import type { Cluster, EnvoyConfig } from '../../core/envoy/index.ts'
import type { Hashing } from '../../core/route/index.ts'
import type { Case } from './corpus.ts'

/** The recorder's pods are plain HTTP servers, except in cases whose documents speak of mTLS. */
export function speaksMtls({ config }: Case): boolean {
  return /kind: PeerAuthentication|mode: (?:ISTIO_)?MUTUAL/.test(config)
}

/** It reached a pod at 10.1.a.b as 127.1.a.b, from 127.0.0.1, and that is what was hashed. */
export const RECORDER_HASHING: Hashing = {
  nameOf: ({ address, port }) => `${address.replace(/^\d+/, '127')}:${String(port)}`,
  sourceAddress: '127.0.0.1',
}

/** One server stands for all addresses that were dialled, whatever the port. */
const ANY_PORT = 8080

/** Its pods listen where they always do, whatever their containers declare, and no server of its own speaks TLS. */
export function withRecorderPods(config: EnvoyConfig): EnvoyConfig {
  const declareNothing = (cluster: Cluster): Cluster => ({
    ...cluster,
    endpoints: cluster.endpoints.map(endpoint => ({
      ...endpoint,
      ...(cluster.type === 'ORIGINAL_DST' && { port: ANY_PORT }),
      nothingListens: false,
      servesTls: false,
    })),
  })
  return {
    ...config,
    clusters: new Map([...config.clusters].map(([name, cluster]) => [name, declareNothing(cluster)] as const)),
  }
}

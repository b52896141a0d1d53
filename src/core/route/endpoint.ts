import type { ClusterName } from '../base/ids.ts'
import type { Cluster, Endpoint } from '../envoy/index.ts'
import type { Connection, ReadyCluster } from './course.ts'
import type { RequestHash } from './hash/request-hash.ts'
import { clusterParts } from './label.ts'
import { pickHashed } from './pick-hashed.ts'
import type { TraceStep } from './trace.ts'
import { drawStranger, failuresAlike } from './transport.ts'

export interface Pick {
  /** Undefined: the address that was dialled, which the mesh does not know. */
  readonly endpoint: Endpoint | undefined
  readonly hash: RequestHash
}

/** Where no policy of the route hashes anything. */
export const NO_HASH: RequestHash = { hash: undefined, newCookies: [] }

/**
 * The endpoint that gets the request: the one that its hash leads to where the cluster hashes, else one of the healthy ones
 * by weight while nothing else is in flight (RANDOM knows no weights). A cluster of the original destination takes the
 * address that was dialled, known or not. `none`: no healthy endpoint. With `tried`, others come first, as long as there
 * are some.
 * Envoy, load_balancer_impl.cc; Istio switches panic mode off [E40].
 */
export function pickEndpoint(
  course: Connection,
  ready: ReadyCluster,
  hash: RequestHash = NO_HASH,
  tried?: ReadonlySet<Endpoint | undefined>,
): Pick | 'none' {
  const { cluster, healthy } = ready
  const { steps, clusters } = course
  if (cluster.type === 'DYNAMIC_FORWARD_PROXY') return { endpoint: undefined, hash }
  if (cluster.type === 'ORIGINAL_DST') {
    const known = cluster.endpoints.find(endpoint => endpoint.address === course.address)
    if (known) steps?.push(endpointStep(known))
    return { endpoint: known ?? drawStranger(course, cluster), hash }
  }
  steps?.push(endpointsStep(cluster, healthy.length, name => clusters.get(name)?.cluster))
  if (healthy.length === 0) return 'none'
  const table = course.proxy.tables(cluster, healthy)
  const endpoint = table ? pickHashed(course, ready, table, hash, tried) : pickEqual(course, ready, tried)
  if (table) steps?.push({ kind: 'hash', isHashed: hash.hash !== undefined, origin: cluster.destinationRuleOrigin })
  if (endpoint) steps?.push(endpointStep(endpoint))
  return { endpoint, hash }
}

/**
 * With `tried`, one that was tried is drawn again up to five times, and then stays. Envoy, host_selection_retry_max_attempts;
 * from the seventh try on it never stays here.
 */
function pickEqual(
  { chance }: Connection,
  ready: ReadyCluster,
  tried: ReadonlySet<Endpoint | undefined> | undefined,
): Endpoint | undefined {
  const { healthy } = ready
  const others = tried ? healthy.filter(other => !tried.has(other)) : healthy
  const known = healthy.length - others.length
  let possible = others.length > 0 ? others : healthy
  if (tried && known > 0 && others.length > 0 && known < MOST_STAYS) {
    const stay = (known / healthy.length) ** DRAWS
    if (chance.choose([stay, 1 - stay], 1) === 0) possible = healthy.filter(one => tried.has(one))
  }
  if (possible.length === 1) return possible[0]
  if (
    ready.cluster.lbPolicy === 'RANDOM' ||
    possible.every(({ weight = 1 }) => weight === (possible[0]?.weight ?? 1))
  ) {
    return possible[chance.pick(possible.length, failuresAlike(ready, possible))]
  }
  const weights = possible.map(({ weight = 1 }) => weight)
  return possible[
    chance.choose(
      weights,
      weights.reduce((sum, weight) => sum + weight, 0),
    )
  ]
}

const DRAWS = 6
const MOST_STAYS = 7

/** How many pods of a cluster can answer, and why not more: of those that are not asked some may be ejected. */
export function endpointsStep(
  cluster: Cluster,
  healthy: number,
  find: (name: ClusterName) => Cluster | undefined,
  ejected = 0,
): TraceStep {
  const because = ejected > 0 ? outWords(healthy, cluster, ejected) : endpointsWords(healthy, cluster, find)
  const origin = cluster.subsetOrigin ?? cluster.serviceOrigin
  return { kind: 'endpoints', healthy, total: cluster.endpoints.length, because, origin }
}

export function endpointStep({ pod, workload, address, port, origin }: Endpoint): TraceStep {
  return { kind: 'endpoint', pod, workload, address: `${address}:${String(port)}`, origin }
}

function endpointsWords(healthy: number, cluster: Cluster, find: (name: ClusterName) => Cluster | undefined): string {
  const total = cluster.endpoints.length
  if (total === 0) return nobodyWords(cluster, find)
  if (healthy === 0) return total === 1 ? 'its only pod is not ready' : `none of ${String(total)} pods is ready`
  if (healthy === total) return total === 1 ? 'its only pod is ready' : `all ${String(total)} pods are ready`
  return `${String(healthy)} of ${String(total)} pods ${healthy === 1 ? 'is' : 'are'} ready`
}

/** `1 is ejected`, `1 is ejected, 2 are not ready`. */
function outWords(healthy: number, { endpoints }: Cluster, ejected: number): string {
  const unready = endpoints.length - healthy - ejected
  const are = (n: number, what: string) => (n > 0 ? [`${String(n)} ${n === 1 ? 'is' : 'are'} ${what}`] : [])
  return [...are(ejected, 'ejected'), ...are(unready, 'not ready')].join(', ')
}

function nobodyWords({ name, labels }: Cluster, find: (name: ClusterName) => Cluster | undefined): string {
  const parts = clusterParts(name)
  if (!parts) return 'no pod is behind it'
  if (parts.subset === '') return `no pod is behind Service ${parts.shortHost}`
  const all = find(`outbound|${parts.port}||${parts.host}` as ClusterName)?.endpoints.length ?? 0
  const wanted = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`)
  return `0 of ${String(all)} pods of ${parts.shortHost} match ${wanted.join(', ') || `subset ${parts.subset}`}`
}

import type { ClusterName } from '../base/ids.ts'
import type { Cluster, Endpoint } from '../envoy/index.ts'
import type { Course, ReadyCluster } from './course.ts'
import { clusterParts } from './label.ts'
import type { TraceStep } from './trace.ts'

/**
 * The endpoint that gets the request: among the healthy ones each is as likely while nothing else is in flight. A cluster
 * of the original destination takes the address that was dialled, known (its endpoint) or not (undefined). `none`: no
 * healthy endpoint. Envoy, load_balancer_impl.cc; Istio switches panic mode off [E40].
 */
export function pickEndpoint(course: Course, ready: ReadyCluster): Endpoint | undefined | 'none' {
  const { cluster, healthy } = ready
  const { steps, chance, clusters } = course
  if (cluster.type === 'DYNAMIC_FORWARD_PROXY') return undefined
  if (cluster.type === 'ORIGINAL_DST') {
    const known = cluster.endpoints.find(endpoint => endpoint.address === course.address)
    if (known) steps?.push(endpointStep(known))
    return known
  }
  steps?.push(endpointsStep(cluster, healthy.length, name => clusters.get(name)?.cluster))
  if (healthy.length === 0) return 'none'
  const endpoint = healthy.length === 1 ? healthy[0] : healthy[chance.pick(healthy.length)]
  if (endpoint) steps?.push(endpointStep(endpoint))
  return endpoint
}

/** How many pods of a cluster can answer, and why not more. */
export function endpointsStep(
  cluster: Cluster,
  healthy: number,
  find: (name: ClusterName) => Cluster | undefined,
): TraceStep {
  const because = endpointsWords(healthy, cluster, find)
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

function nobodyWords({ name, labels }: Cluster, find: (name: ClusterName) => Cluster | undefined): string {
  const parts = clusterParts(name)
  if (!parts) return 'no pod is behind it'
  if (parts.subset === '') return `no pod is behind Service ${parts.shortHost}`
  const all = find(`outbound|${parts.port}||${parts.host}` as ClusterName)?.endpoints.length ?? 0
  const wanted = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`)
  return `0 of ${String(all)} pods of ${parts.shortHost} match ${wanted.join(', ') || `subset ${parts.subset}`}`
}

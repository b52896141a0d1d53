import type { ClusterName } from '../base/ids.ts'
import type { Cluster, Endpoint } from '../envoy/index.ts'
import type { Course, ReadyCluster } from './course.ts'
import { clusterParts } from './label.ts'

/**
 * The endpoint that gets the request: among the healthy ones each is as likely while nothing else is in flight. A cluster
 * of the original destination takes the address that was dialled, known (its endpoint) or not (undefined). `none`: no
 * healthy endpoint. Envoy, load_balancer_impl.cc; Istio switches panic mode off [E40].
 */
export function pickEndpoint(course: Course, ready: ReadyCluster): Endpoint | undefined | 'none' {
  const { cluster, healthy } = ready
  const { steps, chance } = course
  if (cluster.type === 'ORIGINAL_DST') {
    const known = cluster.endpoints.find(endpoint => endpoint.address === course.address)
    reportEndpoint(course, known)
    return known
  }
  steps?.push({
    kind: 'endpoints',
    healthy: healthy.length,
    total: cluster.endpoints.length,
    because: endpointsWords(healthy.length, cluster, course),
    origin: cluster.subsetOrigin ?? cluster.serviceOrigin,
  })
  if (healthy.length === 0) return 'none'
  const endpoint = healthy.length === 1 ? healthy[0] : healthy[chance.pick(healthy.length)]
  reportEndpoint(course, endpoint)
  return endpoint
}

function nobodyWords({ name, labels }: Cluster, clusters: Course['clusters']): string {
  const parts = clusterParts(name)
  if (!parts) return 'no pod is behind it'
  if (parts.subset === '') return `no pod is behind Service ${parts.shortHost}`
  const all = clusters.get(`outbound|${parts.port}||${parts.host}` as ClusterName)?.cluster.endpoints.length ?? 0
  const wanted = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`)
  return `0 of ${String(all)} pods of ${parts.shortHost} match ${wanted.join(', ') || `subset ${parts.subset}`}`
}

function reportEndpoint({ steps }: Course, endpoint: Endpoint | undefined): void {
  if (!steps || !endpoint) return
  const { pod, workload, address, port, origin } = endpoint
  steps.push({ kind: 'endpoint', pod, workload, address: `${address}:${String(port)}`, origin })
}

function endpointsWords(healthy: number, cluster: Cluster, { clusters }: Pick<Course, 'clusters'>): string {
  const { endpoints } = cluster
  const total = endpoints.length
  if (total === 0) return nobodyWords(cluster, clusters)
  if (healthy === 0) return total === 1 ? 'its only pod is not ready' : `none of ${String(total)} pods is ready`
  if (healthy === total) return total === 1 ? 'its only pod is ready' : `all ${String(total)} pods are ready`
  return `${String(healthy)} of ${String(total)} pods ${healthy === 1 ? 'is' : 'are'} ready`
}

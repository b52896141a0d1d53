import type { Cluster, Endpoint } from '../envoy/index.ts'
import type { Course, ReadyCluster } from './course.ts'

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
    because: endpointsWords(healthy.length, cluster),
    origin: cluster.subsetOrigin ?? cluster.serviceOrigin,
  })
  if (healthy.length === 0) return 'none'
  const endpoint = healthy.length === 1 ? healthy[0] : healthy[chance.pick(healthy.length)]
  reportEndpoint(course, endpoint)
  return endpoint
}

function reportEndpoint({ steps }: Course, endpoint: Endpoint | undefined): void {
  if (!steps || !endpoint) return
  const { pod, workload, address, port, origin } = endpoint
  steps.push({ kind: 'endpoint', pod, workload, address: `${address}:${String(port)}`, origin })
}

function endpointsWords(healthy: number, { endpoints, subsetOrigin }: Cluster): string {
  const total = endpoints.length
  if (total === 0) return subsetOrigin ? 'no pod has the labels of this subset' : 'no pod is behind this service'
  if (healthy === 0) return total === 1 ? 'its only pod is not ready' : `none of ${String(total)} pods is ready`
  if (healthy === total) return total === 1 ? 'its only pod is ready' : `all ${String(total)} pods are ready`
  return `${String(healthy)} of ${String(total)} pods ${healthy === 1 ? 'is' : 'are'} ready`
}

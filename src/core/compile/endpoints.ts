import type { Endpoint } from '../envoy/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { MeshPod, MeshService, MeshServicePort } from '../mesh/index.ts'
import type { Labels } from '../resources/index.ts'

/**
 * A service's pods at one of its ports, ready or not: Istio sends those that are not as unhealthy [E5]. A pod whose
 * containers do not declare the port's named target is none of them, unless the text declares no ports at all.
 */
export function toEndpoints(service: MeshService, port: MeshServicePort): readonly Endpoint[] {
  return service.pods.flatMap(pod => {
    const number = findTargetPort(pod, port)
    if (number === undefined) return []
    return {
      address: pod.ip,
      port: number,
      healthy: pod.ready,
      tlsMode: 'disabled',
      accepts: 'plaintext',
      pod: pod.name,
      namespace: pod.namespace,
      workload: pod.workload,
      origin: pod.origin,
    }
  })
}

/** Those of a service's endpoints whose pods have a subset's labels. Istio, EndpointBuilder [E1][E2]. */
export function selectEndpoints(
  service: MeshService,
  endpoints: readonly Endpoint[],
  labels: Labels,
): readonly Endpoint[] {
  const selected = new Set(service.pods.filter(pod => hasLabels(pod.labels, labels)).map(pod => pod.name))
  return endpoints.filter(endpoint => selected.has(endpoint.pod))
}

function findTargetPort(pod: MeshPod, { targetPort, number }: MeshServicePort): number | undefined {
  if (typeof targetPort === 'number') return targetPort
  const found = pod.containerPorts.find(port => port.name === targetPort)
  return found ? found.number : pod.containerPorts.length === 0 ? number : undefined
}

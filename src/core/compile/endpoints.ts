import type { Endpoint } from '../envoy/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { ExternalEndpoint, MeshPod, MeshService, MeshServicePort, PeerAuthentications } from '../mesh/index.ts'
import type { Labels } from '../resources/index.ts'
import { toExternalSecurity, toPodSecurity } from './endpoint-security.ts'

/**
 * What is behind a service at one of its ports, only those with a subset's labels where it is for one: pods, ready or not
 * (Istio sends those that are not as unhealthy), then addresses that ServiceEntries and WorkloadEntries give.
 * Istio, EndpointBuilder [E1][E2][E5].
 */
export function toEndpoints(
  service: MeshService,
  port: MeshServicePort,
  labels: Labels = {},
  peers?: PeerAuthentications,
): readonly Endpoint[] {
  return [
    ...service.pods.flatMap(pod => (hasLabels(pod.labels, labels) ? podEndpoint(pod, service, port, peers) : [])),
    ...service.externalEndpoints.flatMap(external =>
      hasLabels(external.labels, labels) ? externalEndpoint(external, service, port, peers) : [],
    ),
  ]
}

function podEndpoint(
  pod: MeshPod,
  service: MeshService,
  port: MeshServicePort,
  peers: PeerAuthentications | undefined,
): readonly Endpoint[] {
  const number = service.registry === 'Kubernetes' ? findTargetPort(pod, port) : findEntryPort(pod, port)
  if (number === undefined) return []
  const endpoint: Endpoint = {
    address: pod.ip,
    port: number,
    healthy: pod.ready,
    ...toPodSecurity(pod, number, port, peers),
    pod: pod.name,
    namespace: pod.namespace,
    workload: pod.workload,
    origin: pod.origin,
  }
  return [endpoint]
}

/** An address outside is its own workload: nobody else can be told from it. */
function externalEndpoint(
  { address, ports, weight, tlsMode, labels, origin }: ExternalEndpoint,
  { namespace }: MeshService,
  { name }: MeshServicePort,
  peers: PeerAuthentications | undefined,
): readonly Endpoint[] {
  const port = ports[name]
  if (port === undefined) return []
  const endpoint: Endpoint = {
    address,
    port,
    healthy: true,
    ...toExternalSecurity({ namespace, labels }, port, tlsMode, peers),
    ...(weight && { weight }),
    pod: address,
    namespace,
    workload: address,
    origin,
  }
  return [endpoint]
}

/** A pod whose containers do not declare the port's named target is none, unless the text declares no ports at all. */
function findTargetPort(pod: MeshPod, { targetPort, number }: MeshServicePort): number | undefined {
  if (typeof targetPort === 'number') return targetPort
  const found = pod.containerPorts.find(port => port.name === targetPort)
  return found ? found.number : pod.containerPorts.length === 0 ? number : undefined
}

/**
 * A ServiceEntry's port at a pod: the container port of the same name before the entry's own target.
 * Istio, kube controller, getPortMap; convertWorkloadInstanceToServiceInstance.
 */
function findEntryPort(pod: MeshPod, { name, targetPort, number }: MeshServicePort): number {
  const named = pod.containerPorts.find(port => port.name === name)
  return named?.number ?? (typeof targetPort === 'number' ? targetPort : number)
}

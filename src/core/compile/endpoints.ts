import type { Endpoint } from '../envoy/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { ExternalEndpoint, MeshPod, MeshService, MeshServicePort, PeerAuthentications } from '../mesh/index.ts'
import type { Labels } from '../resources/index.ts'
import { toExternalSecurity, toPodSecurity } from './endpoint-security.ts'

/** What is behind a service at one of its ports, and what it carries. */
export interface ServiceEndpoints {
  readonly all: readonly Endpoint[]
  /** Of each of these. */
  readonly labels: readonly Labels[]
}

/**
 * Pods, ready or not (Istio sends those that are not as unhealthy), then addresses that ServiceEntries and WorkloadEntries
 * give. Istio, EndpointBuilder [E1][E5].
 */
export function toEndpoints(
  service: MeshService,
  port: MeshServicePort,
  peers?: PeerAuthentications,
): ServiceEndpoints {
  const all: Endpoint[] = []
  const labels: Labels[] = []
  const add = (endpoint: Endpoint | undefined, of: Labels) => {
    if (!endpoint) return
    all.push(endpoint)
    labels.push(of)
  }
  for (const pod of service.pods) add(podEndpoint(pod, service, port, peers), pod.labels)
  for (const external of service.externalEndpoints) {
    add(externalEndpoint(external, service, port, peers), external.labels)
  }
  return { all, labels }
}

/** Those with a subset's labels [E2]. */
export function selectEndpoints({ all, labels }: ServiceEndpoints, selector: Labels): ServiceEndpoints {
  const isSelected = labels.map(own => hasLabels(own, selector))
  return { all: all.filter((_, i) => isSelected[i]), labels: labels.filter((_, i) => isSelected[i]) }
}

function podEndpoint(
  pod: MeshPod,
  service: MeshService,
  port: MeshServicePort,
  peers: PeerAuthentications | undefined,
): Endpoint | undefined {
  const number = service.registry === 'Kubernetes' ? findTargetPort(pod, port) : findEntryPort(pod, port)
  if (number === undefined) return undefined
  const security = toPodSecurity(pod, number, port, peers)
  // Field by field: a mesh has thousands of these.
  return {
    address: pod.ip,
    port: number,
    healthy: pod.ready,
    tlsMode: security.tlsMode,
    accepts: security.accepts,
    acceptsOrigin: security.acceptsOrigin,
    hasSidecar: security.hasSidecar,
    servesTls: security.servesTls,
    nothingListens: security.nothingListens,
    pod: pod.name,
    namespace: pod.namespace,
    workload: pod.workload,
    origin: pod.origin,
  }
}

/** An address outside is its own workload: nobody else can be told from it. */
function externalEndpoint(
  { address, ports, weight, tlsMode, labels, origin }: ExternalEndpoint,
  { namespace }: MeshService,
  { name }: MeshServicePort,
  peers: PeerAuthentications | undefined,
): Endpoint | undefined {
  const port = ports[name]
  if (port === undefined) return undefined
  return {
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

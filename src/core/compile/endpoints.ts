import type { Endpoint } from '../envoy/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { ExternalEndpoint, MeshPod, MeshService, MeshServicePort, PeerAuthentications } from '../mesh/index.ts'
import type { Labels } from '../resources/index.ts'
import { TLS_MODE, toExternalSecurity, toPodSecurity } from './endpoint-security.ts'

/** What is behind a service at one of its ports, and what it carries. */
export interface ServiceEndpoints {
  readonly all: readonly Endpoint[]
  /** Of each of these. */
  readonly labels: readonly Labels[]
}

/** What endpoints depend on beside their service. */
export interface EndpointContext {
  readonly peers?: PeerAuthentications
  /** The pod at an address that a ServiceEntry gives. */
  readonly podAt?: (address: string) => MeshPod | undefined
  /** Requests go where they were addressed to: to the service's own port, whatever its target. */
  readonly asDialled?: boolean
}

/**
 * Pods, ready or not (Istio sends those that are not as unhealthy), then addresses that ServiceEntries and WorkloadEntries
 * give. Istio, EndpointBuilder [E1][E5].
 */
export function toEndpoints(
  service: MeshService,
  port: MeshServicePort,
  context: EndpointContext = {},
): ServiceEndpoints {
  const all: Endpoint[] = []
  const labels: Labels[] = []
  const add = (endpoint: Endpoint | undefined, of: Labels) => {
    if (!endpoint) return
    all.push(endpoint)
    labels.push(of)
  }
  for (const pod of service.pods) add(podEndpoint(pod, service, port, context), pod.labels)
  for (const external of service.externalEndpoints) {
    add(externalEndpoint(external, service, port, context), external.labels)
  }
  return { all, labels }
}

/** Those with a subset's labels [E2], istiod's own included. */
export function selectEndpoints({ all, labels }: ServiceEndpoints, selector: Labels): ServiceEndpoints {
  const isOfIstio = Object.keys(selector).some(key => key in OF_ISTIO)
  const isSelected = labels.map((own, i) => hasLabels(isOfIstio ? withOwnLabels(own, all[i]) : own, selector))
  return { all: all.filter((_, i) => isSelected[i]), labels: labels.filter((_, i) => isSelected[i]) }
}

/** There is one cluster, which needs no name of its own, and one network. Istio, AugmentLabels. */
const OF_ISTIO: Labels = {
  'topology.istio.io/cluster': 'Kubernetes',
  'topology.istio.io/network': '',
  [TLS_MODE]: 'istio',
}

function withOwnLabels(own: Labels, endpoint: Endpoint | undefined): Labels {
  const given = endpoint?.hasSidecar ? OF_ISTIO : { ...OF_ISTIO, [TLS_MODE]: '' }
  return { ...given, ...own }
}

function podEndpoint(
  pod: MeshPod,
  service: MeshService,
  port: MeshServicePort,
  { peers, asDialled = false }: EndpointContext,
): Endpoint | undefined {
  const target = service.registry === 'Kubernetes' ? findTargetPort(pod, port) : findEntryPort(pod, port)
  if (target === undefined) return undefined
  const number = asDialled ? port.number : target
  const security = toPodSecurity(pod, number, port, peers, number !== target)
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

/** An address outside is its own workload: nobody else can be told from it. One inside is its pod's. */
function externalEndpoint(
  { address, ports, weight, locality, tlsMode, labels, origin }: ExternalEndpoint,
  { namespace }: MeshService,
  servicePort: MeshServicePort,
  { peers, podAt }: EndpointContext,
): Endpoint | undefined {
  const port = ports[servicePort.name]
  if (port === undefined) return undefined
  const pod = podAt?.(address)
  const security = pod
    ? { ...toPodSecurity(pod, port, servicePort, peers), tlsMode }
    : toExternalSecurity({ namespace, labels }, port, tlsMode, peers)
  return {
    address,
    port,
    healthy: true,
    ...security,
    ...(weight && { weight }),
    ...(locality !== undefined && { locality }),
    pod: pod?.name ?? address,
    namespace: pod?.namespace ?? namespace,
    workload: pod?.workload ?? address,
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

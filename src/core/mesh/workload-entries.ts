import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Labels, ServiceEntryPort, WorkloadEntryResource, WorkloadEntrySpec } from '../resources/index.ts'
import { isIpAddress } from './addresses.ts'
import { hasLabels } from './label-index.ts'
import type { ExternalEndpoint, MeshServicePort } from './mesh.ts'

const UNIX = 'unix://'
const TLS_MODE = 'security.istio.io/tlsMode'

/** A WorkloadEntry that selectors can find: its labels are those of its spec and, before them, its metadata. */
export interface SelectableEntry {
  readonly name: string
  readonly namespace: string
  readonly labels: Labels
  readonly spec: WorkloadEntrySpec
  /** Its address is a host name or a socket's path, which only DNS services take. */
  readonly isNamed: boolean
  readonly origin: Origin
}

/** Istio, ConvertWorkloadEntry, convertWorkloadEntryToWorkloadInstance. */
export function toSelectable({ name, namespace, labels, spec, origin }: WorkloadEntryResource): SelectableEntry {
  const { address } = spec
  const isNamed = address.startsWith(UNIX) || (address !== '' && !isIpAddress(address))
  return { name, namespace, labels: { ...spec.labels, ...labels }, spec, isNamed, origin: below(origin, 'spec') }
}

/** Entries of a namespace that a selector finds, by name. */
export function selectEntries(
  entries: readonly SelectableEntry[],
  namespace: string,
  selector: Labels,
): readonly SelectableEntry[] {
  return entries.filter(entry => entry.namespace === namespace && hasLabels(entry.labels, selector))
}

/** An endpoint of a ServiceEntry's ports. Istio, convertWorkloadInstanceToServiceInstance: its own port, targetPort, port. */
export function toExternalEndpoint(
  spec: WorkloadEntrySpec,
  labels: Labels,
  ports: readonly ServiceEntryPort[],
  origin: Origin,
): ExternalEndpoint {
  const portOf = (port: ServiceEntryPort) => spec.ports[port.name] || (port.targetPort ?? port.number)
  return endpointWith(spec, labels, Object.fromEntries(ports.map(port => [port.name, portOf(port)])), origin)
}

/** A WorkloadEntry behind a Kubernetes Service. Istio, kube controller, serviceInstanceFromWorkloadInstance. */
export function toServiceEndpoint(
  { spec, labels, origin }: SelectableEntry,
  ports: readonly MeshServicePort[],
): ExternalEndpoint {
  const served = ports.flatMap(({ name, targetPort }) => {
    const number = typeof targetPort === 'number' ? spec.ports[name] || targetPort : spec.ports[targetPort]
    return number ? [[name, number] as const] : []
  })
  return endpointWith(spec, labels, Object.fromEntries(served), origin)
}

function endpointWith(
  { address, weight, locality, serviceAccount }: WorkloadEntrySpec,
  labels: Labels,
  ports: Readonly<Record<string, number>>,
  origin: Origin,
): ExternalEndpoint {
  const mode = labels[TLS_MODE] ?? (serviceAccount === undefined ? 'disabled' : 'istio')
  return {
    address: address.startsWith(UNIX) ? address.slice(UNIX.length) : address,
    ports,
    labels,
    weight,
    locality: locality ?? (labels['istio-locality']?.replaceAll('.', '/') || undefined),
    tlsMode: mode === 'istio' ? 'istio' : 'disabled',
    origin,
  }
}

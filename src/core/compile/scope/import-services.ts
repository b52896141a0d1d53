import type { Hostname } from '../../base/ids.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import { ANY_NAMESPACE, importsService, isExcluded } from './egress-hosts.ts'
import type { EgressHosts, HostList } from './egress-hosts.ts'

/** The list of an egress listener's hosts that imports a service: its namespace's, else that for any. */
export function findImport(hosts: EgressHosts, { hostname, namespace }: MeshService): HostList | undefined {
  if (isExcluded(hosts, namespace, hostname)) return undefined
  return [namespace, ANY_NAMESPACE].flatMap(key => hosts.get(key) ?? []).find(list => importsService(list, hostname))
}

/**
 * Of services with one host, those of one namespace: the caller's own, else a Kubernetes Service's, else the first one's.
 * Istio, selectServices [A29].
 */
export function chooseNamespaces(
  services: readonly MeshService[],
  callerNamespace: string,
): ReadonlyMap<Hostname, string> {
  const chosen = new Map<Hostname, MeshService>()
  for (const service of services) {
    const other = chosen.get(service.hostname)
    if (!other || service.namespace === callerNamespace || isBetter(service, other, callerNamespace)) {
      chosen.set(service.hostname, service)
    }
  }
  return new Map([...chosen].map(([hostname, { namespace }]) => [hostname, namespace]))
}

function isBetter(service: MeshService, other: MeshService, callerNamespace: string): boolean {
  return other.registry !== 'Kubernetes' && service.registry === 'Kubernetes' && other.namespace !== callerNamespace
}

/**
 * Adds a service to those that are known by host: the first one stays, a Kubernetes Service takes the place of another
 * kind's, and parts of one service are joined port by port. Istio, appendSidecarServices.
 */
export function addService(services: Map<Hostname, MeshService>, service: MeshService): void {
  const known = services.get(service.hostname)
  if (!known || (known.registry !== 'Kubernetes' && service.registry === 'Kubernetes')) {
    services.set(service.hostname, service)
  } else if (canJoin(known, service)) {
    const numbers = new Set(known.ports.map(port => port.number))
    const more = service.ports.filter(port => !numbers.has(port.number))
    if (more.length > 0) services.set(service.hostname, { ...known, ports: [...known.ports, ...more] })
  }
}

/**
 * Adds a service to those of one listener: one that cannot be joined to another of its host and namespace still has
 * listeners and virtual hosts, but no clusters. Istio, IstioEgressListenerWrapper.services.
 */
export function addToListener(services: Map<Hostname, MeshService>, service: MeshService): void {
  addService(services, service)
  const known = services.get(service.hostname)
  if (!known || known === service) return
  const numbers = new Set(known.ports.map(port => port.number))
  const more = service.ports.flatMap((port, i) =>
    numbers.has(port.number)
      ? []
      : { ...port, withoutCluster: true, origin: port.origin ?? below(service.origin, 'spec', 'ports', i) },
  )
  if (more.length > 0) services.set(service.hostname, { ...known, ports: [...known.ports, ...more] })
}

/** Istio, canMergeServices. */
function canJoin(a: MeshService, b: MeshService): boolean {
  const parts = ({ namespace, registry, resolution, selector, exportTo }: MeshService) =>
    JSON.stringify([namespace, registry, resolution, selector, exportTo])
  return a !== b && parts(a) === parts(b)
}

import type { Hostname } from '../../base/ids.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { Mesh, MeshService } from '../../mesh/index.ts'
import type { SidecarEgress, SidecarResource } from '../../resources/index.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'
import type { CallerTraits } from '../caller.ts'
import { selectVirtualServices } from '../virtual-service-selection.ts'
import { resolveAliases } from './aliases.ts'
import type { Aliases } from './aliases.ts'
import { chooseSidecar } from './choose-sidecar.ts'
import { importsService, readEgressHosts } from './egress-hosts.ts'
import type { EgressHosts } from './egress-hosts.ts'
import { ownPort } from './egress-port.ts'
import { exportedServices } from './exported-services.ts'
import { addDestinations } from './import-destinations.ts'
import { addService, addToListener, chooseNamespaces, findImport } from './import-services.ts'
import type { EgressScope, OutboundPolicy, Services, SidecarScope } from './scope.ts'
import { trimToPorts } from './trim-ports.ts'

/** Finds what a caller can see. Istio, convertToSidecarScope [A28]-[A32]. */
export function resolveScope(
  mesh: Mesh,
  caller: CallerTraits,
  virtualServices: readonly BoundVirtualService[],
): SidecarScope {
  const sidecar = chooseSidecar(mesh, caller)
  const listeners = sidecar?.spec.egress.length
    ? sidecar.spec.egress.map((egress, i) =>
        importListener(mesh, caller, virtualServices, egress, below(sidecar.origin, 'spec', 'egress', i)),
      )
    : [everything(mesh, caller, virtualServices)]
  const services = new Map<Hostname, MeshService>()
  for (const listener of listeners) {
    for (const service of listener.services.values()) addService(services, service)
    addDestinations(services, listener, mesh, caller.namespace)
  }
  return { sidecar, listeners, services, outbound: outboundPolicy(mesh, sidecar) }
}

function outboundPolicy(mesh: Mesh, sidecar: SidecarResource | undefined): OutboundPolicy {
  const policy = sidecar?.spec.outboundTrafficPolicy
  if (!sidecar || !policy)
    return { mode: mesh.settings.outboundTrafficPolicy, egressProxy: undefined, origin: undefined }
  return {
    mode: policy.mode === 'ALLOW_ANY' ? 'ALLOW_ANY' : 'REGISTRY_ONLY',
    egressProxy: policy.egressProxy,
    origin: below(sidecar.origin, 'spec', 'outboundTrafficPolicy'),
  }
}

function everything(mesh: Mesh, caller: CallerTraits, virtualServices: readonly BoundVirtualService[]): EgressScope {
  const services = oneForEachHost(exportedServices(mesh, caller.namespace), mesh, caller)
  const selected = selectVirtualServices(virtualServices, caller.namespace)
  return { egress: undefined, origin: undefined, services, virtualServices: selected, aliases: resolveAliases(mesh) }
}

function importListener(
  mesh: Mesh,
  caller: CallerTraits,
  virtualServices: readonly BoundVirtualService[],
  egress: SidecarEgress,
  origin: Origin,
): EgressScope {
  const hosts = readEgressHosts(egress.hosts, caller.namespace)
  const port = ownPort(egress)
  const imported = exportedServices(mesh, caller.namespace).flatMap(service => {
    if (!findImport(hosts, service)) return []
    return (port === undefined ? service : trimToPorts(service, new Set([port]))) ?? []
  })
  return {
    egress,
    origin,
    services: oneForEachHost(imported, mesh, caller),
    virtualServices: selectVirtualServices(virtualServices, caller.namespace, hosts),
    aliases: importedAliases(mesh, imported, hosts),
  }
}

function oneForEachHost(services: readonly MeshService[], mesh: Mesh, { namespace }: CallerTraits): Services {
  if (mesh.sameHostServices.length === 0) return new Map(services.map(service => [service.hostname, service]))
  const namespaces = chooseNamespaces(services, namespace)
  const chosen = new Map<Hostname, MeshService>()
  for (const service of services) {
    if (namespaces.get(service.hostname) === service.namespace) addToListener(chosen, service)
  }
  return chosen
}

/** An ExternalName counts if the hosts that import its target cover it too. Istio, matchingAliasService. */
function importedAliases(mesh: Mesh, imported: readonly MeshService[], hosts: EgressHosts): Aliases {
  const all = resolveAliases(mesh)
  if (all.size === 0) return all
  return new Map(
    imported.flatMap(service => {
      const list = findImport(hosts, service)
      const aliases = all.get(service.hostname)
      if (!list || !aliases) return []
      return [[service.hostname, aliases.filter(alias => importsService(list, alias.hostname))] as const]
    }),
  )
}

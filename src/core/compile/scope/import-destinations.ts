import type { Hostname } from '../../base/ids.ts'
import { compareServices } from '../../mesh/index.ts'
import type { Mesh, MeshService } from '../../mesh/index.ts'
import { ownPort } from './egress-port.ts'
import { isServiceVisible, servicesOfHost } from './exported-services.ts'
import { addService } from './import-services.ts'
import type { EgressScope } from './scope.ts'
import { trimToPorts } from './trim-ports.ts'
import { findDestinations } from './virtual-service-destinations.ts'

/**
 * Adds what a listener's VirtualServices send to, as far as it is not known yet, with the ports that they name only. So a
 * destination has a cluster although its own host is not imported. Istio, collectImportedServices [A30].
 */
export function addDestinations(
  services: Map<Hostname, MeshService>,
  { virtualServices, egress }: EgressScope,
  mesh: Mesh,
  namespace: string,
): void {
  if (services.size === mesh.services.size && mesh.sameHostServices.length === 0 && egress?.port === undefined) return
  const port = egress && ownPort(egress)
  for (const bound of virtualServices) {
    for (const [host, named] of findDestinations(bound, namespace, mesh.settings.clusterDomain)) {
      const service = pickService(servicesOfHost(mesh, host), namespace)
      if (!service) continue
      const ports = port === undefined ? named : new Set([port])
      const part = ports.has(0) ? service : trimToPorts(service, ports)
      if (part) addService(services, part)
    }
  }
}

/** The caller's own, whoever it is exported to; else of those it sees a Kubernetes Service, else the oldest. */
function pickService(services: readonly MeshService[], namespace: string): MeshService | undefined {
  const own = services.find(service => service.namespace === namespace)
  if (own) return own
  const visible = services.filter(service => isServiceVisible(service, namespace)).sort(compareServices)
  return visible.find(({ registry }) => registry === 'Kubernetes') ?? visible[0]
}

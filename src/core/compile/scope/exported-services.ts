import type { Hostname } from '../../base/ids.ts'
import { compareServices } from '../../mesh/index.ts'
import type { Mesh, MeshService } from '../../mesh/index.ts'

/** Whether a service's `exportTo` shows it to a namespace. Istio, push_context.go, IsServiceVisible. */
export function isServiceVisible({ exportTo, namespace: own }: MeshService, namespace: string): boolean {
  if (exportTo === undefined || exportTo.length === 0 || exportTo.includes('*')) return true
  return exportTo.includes(namespace) || (exportTo.includes('.') && own === namespace)
}

/** 0: exported to the namespace by name; 1: to all; 2: not at all. `~` counts unless `*` stands beside it. */
function exportGroup(exportTo: readonly string[] | undefined, own: string, namespace: string): 0 | 1 | 2 {
  if (exportTo === undefined || exportTo.length === 0 || exportTo.includes('*')) return 1
  if (exportTo.includes('~')) return 2
  return exportTo.includes(namespace) || (exportTo.includes('.') && own === namespace) ? 0 : 2
}

/**
 * The services that a namespace may see, one or more for each host. Those with several are in the order in which istiod
 * meets them: exported by name before public ones, each oldest first. Istio, servicesExportedToNamespace.
 */
export function exportedServices(mesh: Mesh, namespace: string): readonly MeshService[] {
  const all = [...mesh.services.values(), ...mesh.sameHostServices]
  const group = (service: MeshService) => exportGroup(service.exportTo, service.namespace, namespace)
  const visible = all.filter(service => group(service) < 2)
  if (mesh.sameHostServices.length === 0) return visible
  return visible.sort((a, b) => group(a) - group(b) || compareServices(a, b))
}

/** All services of a host, whoever sees them. Istio, HostnameAndNamespace. */
export function servicesOfHost(mesh: Mesh, hostname: Hostname): readonly MeshService[] {
  const first = mesh.services.get(hostname)
  if (!first) return []
  return [first, ...mesh.sameHostServices.filter(service => service.hostname === hostname)]
}

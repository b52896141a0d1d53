import type { Hostname } from '../base/ids.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'

/**
 * The services that istiod tells sidecars of a namespace about, as their annotation `networking.istio.io/exportTo` says;
 * names resolve all the same. Istio, push_context.go, initServiceRegistry.
 */
export function visibleServices(mesh: Mesh, namespace: string): Mesh['services'] {
  const hidden = [...mesh.services.values()].filter(service => !isVisible(service, namespace))
  if (hidden.length === 0) return mesh.services
  const visible = new Map<Hostname, MeshService>(mesh.services)
  for (const { hostname } of hidden) visible.delete(hostname)
  return visible
}

function isVisible({ exportTo, namespace: own }: MeshService, namespace: string): boolean {
  if (exportTo === undefined || exportTo.includes('*')) return true
  if (exportTo.includes('~')) return false
  return exportTo.includes(namespace) || (exportTo.includes('.') && own === namespace)
}

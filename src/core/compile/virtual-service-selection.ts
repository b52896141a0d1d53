import type { VirtualServiceResource } from '../resources/index.ts'

const MESH = 'mesh'

/** Whether sidecars use a VirtualService: it names the gateway `mesh`, or none. Istio, getGatewayNames [A8]. */
export function isBoundToMesh(resource: VirtualServiceResource): boolean {
  const { gateways, hosts } = resource.spec
  return hosts.length > 0 && (gateways.length === 0 || gateways.includes(MESH))
}

/**
 * The VirtualServices that a sidecar in `namespace` uses, in the order in which they claim hosts: private to its
 * namespace, then exported to it by name, then public; each group oldest first. Istio, SelectVirtualServices [A9][A10].
 */
export function selectVirtualServices(
  oldestFirst: readonly VirtualServiceResource[],
  namespace: string,
): readonly VirtualServiceResource[] {
  const groups: Record<Visibility, VirtualServiceResource[]> = { private: [], exported: [], public: [], hidden: [] }
  for (const resource of oldestFirst) {
    if (isBoundToMesh(resource)) groups[visibility(resource, namespace)].push(resource)
  }
  return [...groups.private, ...groups.exported, ...groups.public]
}

type Visibility = 'private' | 'exported' | 'public' | 'hidden'

function visibility(resource: VirtualServiceResource, namespace: string): Visibility {
  const { exportTo } = resource.spec
  if (exportTo.length === 0 || exportTo.includes('*')) return 'public'
  if (exportTo.includes('~')) return 'hidden'
  const own = resource.namespace
  if (own === namespace && (exportTo.includes('.') || exportTo.includes(own))) return 'private'
  return own !== namespace && exportTo.includes(namespace) ? 'exported' : 'hidden'
}

/** Whether a VirtualService is exported to `namespace`; a delegate must be, to its root's. [A72] */
export function isExportedTo(resource: VirtualServiceResource, namespace: string): boolean {
  return visibility(resource, namespace) !== 'hidden'
}

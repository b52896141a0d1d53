import type { VirtualServiceResource } from '../resources/index.ts'
import type { BoundVirtualService } from './bound-virtual-service.ts'
import { ANY_NAMESPACE, importsRoute, isExcluded } from './scope/egress-hosts.ts'
import type { EgressHosts } from './scope/egress-hosts.ts'

const MESH = 'mesh'

/** Whether sidecars use a VirtualService: it names the gateway `mesh`, or none. Istio, getGatewayNames [A8]. */
export function isBoundToMesh(resource: VirtualServiceResource): boolean {
  const { gateways, hosts } = resource.spec
  return hosts.length > 0 && (gateways.length === 0 || gateways.includes(MESH))
}

/**
 * The VirtualServices that a sidecar in `namespace` uses, in the order in which they claim hosts: private to its
 * namespace, then exported to it by name, then public; each group oldest first, but in each the namespace's own routes of
 * the Gateway API lead. Under a Sidecar those of which one host is imported. Istio, SelectVirtualServices [A9]-[A11].
 */
export function selectVirtualServices(
  oldestFirst: readonly BoundVirtualService[],
  namespace: string,
  hosts?: EgressHosts,
): readonly BoundVirtualService[] {
  const groups: Record<Visibility, BoundVirtualService[]> = { private: [], exported: [], public: [], hidden: [] }
  for (const bound of oldestFirst) {
    if (isBoundToMesh(bound.resource) && (!hosts || isImported(bound, hosts))) {
      groups[visibility(bound.resource, namespace)].push(bound)
    }
  }
  const ownRoutesFirst = (group: readonly BoundVirtualService[]) => {
    const isOwn = (bound: BoundVirtualService) => bound.isGatewayApi === true && bound.resource.namespace === namespace
    return group.some(isOwn) ? [...group.filter(isOwn), ...group.filter(bound => !isOwn(bound))] : group
  }
  return [...ownRoutesFirst(groups.private), ...ownRoutesFirst(groups.exported), ...ownRoutesFirst(groups.public)]
}

/** Whether an egress listener imports one of a VirtualService's hosts and does not take that one out again. */
export function isImported(
  { resource, hosts: own, isGatewayApi = false }: BoundVirtualService,
  hosts: EgressHosts,
): boolean {
  const { namespace } = resource
  return [namespace, ANY_NAMESPACE].some(key => {
    const list = hosts.get(key)
    return list && own.some(host => importsRoute(list, host, isGatewayApi) && !isExcluded(hosts, namespace, host))
  })
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

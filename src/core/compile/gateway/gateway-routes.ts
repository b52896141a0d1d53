import type { BoundVirtualService } from '../bound-virtual-service.ts'
import { resolveGatewayName } from './gateway-name.ts'
import type { GatewayRoutes } from './gateway-server.ts'

/**
 * Mesh-wide VirtualServices with the gateways that they name, `mesh` left out; delegates' rules are in place already.
 * Istio, getGatewayNames [A3].
 */
export function toGatewayRoutes(bound: BoundVirtualService): readonly GatewayRoutes[] {
  const { gateways, hosts } = bound.resource.spec
  if (bound.isGatewayApi || hosts.length === 0) return []
  const named = gateways.map(name => resolveGatewayName(name, bound.resource.namespace)).filter(name => name !== 'mesh')
  return named.length > 0 ? [{ bound, gateways: named, gatewaySemantics: false }] : []
}

/**
 * The routes bound to a gateway that a proxy of `namespace` serves, in the order in which they are merged: private to its
 * namespace, exported to it by name, then public ones, of which HTTPRoutes of its own namespace come first.
 * Istio, VirtualServicesForGateway [A19].
 */
export function routesForGateway(
  all: readonly GatewayRoutes[],
  gateway: string,
  namespace: string,
): readonly GatewayRoutes[] {
  const groups: Record<Group, GatewayRoutes[]> = { private: [], exported: [], own: [], public: [], hidden: [] }
  for (const routes of all) {
    // A gateway that is named twice is indexed twice.
    for (const name of routes.gateways) if (name === gateway) groups[groupOf(routes, namespace)].push(routes)
  }
  return [...groups.private, ...groups.exported, ...groups.own, ...groups.public]
}

type Group = 'private' | 'exported' | 'own' | 'public' | 'hidden'

function groupOf({ bound, gatewaySemantics }: GatewayRoutes, namespace: string): Group {
  const { namespace: own, spec } = bound.resource
  const { exportTo } = spec
  if (exportTo.length === 0 || exportTo.includes('*')) return gatewaySemantics && own === namespace ? 'own' : 'public'
  if (exportTo.includes('~')) return 'hidden'
  if (own === namespace) return exportTo.includes('.') || exportTo.includes(own) ? 'private' : 'hidden'
  return exportTo.includes(namespace) ? 'exported' : 'hidden'
}

import { below } from '../base/origin.ts'
import type { ClusterName } from '../base/ids.ts'
import type { ForwardAction, Route, RouteAction, VirtualHost } from '../envoy/index.ts'
import type { MeshService, MeshServicePort, MeshSettings } from '../mesh/index.ts'
import { PASSTHROUGH_CLUSTER, toClusterName } from './cluster-name.ts'
import { NO_MUTATIONS } from './header-operations.ts'
import { defaultRetryPolicy } from './retry-policy.ts'
import { MATCH_ALL } from './route-match.ts'

/** The route to a service that no VirtualService has routes for. Istio, BuildDefaultHTTPOutboundRoute [A34][A35]. */
export function defaultRoute(service: MeshService, port: MeshServicePort, isHashed: boolean): Route {
  const cluster = toClusterName(port.number, undefined, service.hostname)
  const action = { ...forwardTo(cluster), retryPolicy: defaultRetryPolicy(isHashed) }
  return fixedRoute('default', action, below(service.origin, 'spec', 'ports', service.ports.indexOf(port)))
}

/** What answers for hosts that the mesh does not know. Istio, buildCatchAllVirtualHost [A60]. */
export function catchAllVirtualHost(policy: MeshSettings['outboundTrafficPolicy']): VirtualHost {
  const isOpen = policy === 'ALLOW_ANY'
  const name = isOpen ? 'allow_any' : 'block_all'
  const action: RouteAction = isOpen
    ? forwardTo(PASSTHROUGH_CLUSTER)
    : { kind: 'directResponse', status: 502, body: '' }
  return { name, domains: ['*'], routes: [fixedRoute(name, action, undefined)], origin: undefined }
}

function forwardTo(cluster: ClusterName): ForwardAction {
  return {
    kind: 'forward',
    clusters: [{ cluster, weight: 1, requestHeaders: NO_MUTATIONS, responseHeaders: NO_MUTATIONS, origin: undefined }],
    totalWeight: 1,
    timeoutMs: 0,
    retryPolicy: undefined,
    prefixRewrite: undefined,
    regexRewrite: undefined,
    hostRewrite: undefined,
    mirrors: [],
    clusterNotFoundStatus: 503,
  }
}

function fixedRoute(name: string, action: RouteAction, origin: Route['origin']): Route {
  return {
    name,
    match: MATCH_ALL,
    action,
    requestHeaders: NO_MUTATIONS,
    responseHeaders: NO_MUTATIONS,
    fault: undefined,
    cors: undefined,
    origin,
    matchOrigin: undefined,
  }
}

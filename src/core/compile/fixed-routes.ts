import { below } from '../base/origin.ts'
import type { ClusterName } from '../base/ids.ts'
import type { ForwardAction, HashPolicy, Route, RouteAction, VirtualHost } from '../envoy/index.ts'
import type { MeshService, MeshServicePort } from '../mesh/index.ts'
import { PASSTHROUGH_CLUSTER, egressProxyCluster, toClusterName } from './cluster-name.ts'
import { NO_MUTATIONS } from './header-operations.ts'
import { defaultRetryPolicy } from './retry-policy.ts'
import { MATCH_ALL } from './route-match.ts'
import type { OutboundPolicy } from './scope/scope.ts'

/**
 * The route to a service that no VirtualService has routes for; its retries avoid previous hosts even where requests are
 * hashed. Istio, BuildDefaultHTTPOutboundRoute [A34][A35].
 */
export function defaultRoute(service: MeshService, port: MeshServicePort, hash: HashPolicy | undefined): Route {
  const cluster = toClusterName(port.number, undefined, service.hostname)
  const action = {
    ...forwardTo(cluster),
    retryPolicy: defaultRetryPolicy(false),
    ...(hash && { hashPolicies: [hash] }),
  }
  const origin = port.origin ?? below(service.origin, 'spec', 'ports', service.ports.indexOf(port))
  return fixedRoute('default', action, origin)
}

/** What answers for hosts that the mesh does not know. Istio, buildCatchAllVirtualHost [A60]. */
export function catchAllVirtualHost({ mode, egressProxy, origin }: OutboundPolicy): VirtualHost {
  const isOpen = mode === 'ALLOW_ANY'
  const name = isOpen ? 'allow_any' : 'block_all'
  const action: RouteAction = isOpen
    ? forwardTo(egressProxy ? egressProxyCluster(egressProxy) : PASSTHROUGH_CLUSTER)
    : { kind: 'directResponse', status: 502, body: '' }
  return { name, domains: ['*'], routes: [fixedRoute(name, action, origin)], origin }
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

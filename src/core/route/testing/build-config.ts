import { toProxyId } from '../../base/ids.ts'
import type { ClusterName } from '../../base/ids.ts'
import type { Cluster, Endpoint, EnvoyConfig, ForwardAction, Route, WeightedCluster } from '../../envoy/index.ts'
import { parseRequest } from '../index.ts'
import type { HttpRequest, RequestInput } from '../index.ts'

const NO_EDITS = { add: [], remove: [] }
const UNLIMITED = 4_294_967_295

export const clusterName = (subset: string, host = 'reviews.default.svc.cluster.local'): ClusterName =>
  `outbound|9080|${subset}|${host}` as ClusterName

export function endpoint(pod: string, address: string, healthy = true): Endpoint {
  const workload = pod.replace(/-\d+$/, '')
  return {
    address,
    port: 9080,
    healthy,
    tlsMode: 'disabled',
    accepts: 'plaintext',
    pod,
    namespace: 'default',
    workload,
    origin: undefined,
  }
}

export function cluster(name: ClusterName, endpoints: readonly Endpoint[], type: Cluster['type'] = 'EDS'): Cluster {
  return {
    name,
    type,
    lbPolicy: 'LEAST_REQUEST',
    endpoints,
    connectTimeoutMs: 10_000,
    limits: {
      maxConnections: UNLIMITED,
      maxPendingRequests: UNLIMITED,
      maxRequests: UNLIMITED,
      maxRetries: UNLIMITED,
    },
    outlierDetection: undefined,
    serviceOrigin: undefined,
    destinationRuleOrigin: undefined,
    subsetOrigin: undefined,
  }
}

export function leg(name: ClusterName, weight = 1, changes: Partial<WeightedCluster> = {}): WeightedCluster {
  return {
    cluster: name,
    weight,
    requestHeaders: NO_EDITS,
    responseHeaders: NO_EDITS,
    origin: undefined,
    ...changes,
  }
}

export function forwardTo(legs: readonly WeightedCluster[], changes: Partial<ForwardAction> = {}): ForwardAction {
  return {
    kind: 'forward',
    clusters: legs,
    totalWeight: legs.reduce((sum, one) => sum + one.weight, 0),
    timeoutMs: 0,
    retryPolicy: undefined,
    prefixRewrite: undefined,
    regexRewrite: undefined,
    hostRewrite: undefined,
    mirrors: [],
    clusterNotFoundStatus: 503,
    ...changes,
  }
}

export function route(changes: Partial<Route> & Pick<Route, 'action'>): Route {
  return {
    name: '',
    match: matching({}),
    requestHeaders: NO_EDITS,
    responseHeaders: NO_EDITS,
    fault: undefined,
    cors: undefined,
    origin: undefined,
    matchOrigin: undefined,
    ...changes,
  }
}

export function matching(changes: Partial<Route['match']>): Route['match'] {
  return {
    path: { kind: 'prefix', value: '/' },
    pathOrigin: undefined,
    caseSensitive: true,
    headers: [],
    query: [],
    ...changes,
  }
}

/** A sidecar that knows the one service `reviews:9080` with these routes and clusters. */
export function sidecar(routes: readonly Route[], clusters: readonly Cluster[]): EnvoyConfig {
  const domains = ['reviews', 'reviews.default.svc.cluster.local']
  return {
    proxy: toProxyId('sleep', 'default'),
    kind: 'sidecar',
    dns: new Map([['reviews', { addresses: ['10.96.0.11'], origin: undefined }]]),
    listeners: [
      {
        name: '0.0.0.0_9080',
        address: '0.0.0.0',
        port: 9080,
        chain: { kind: 'http', routeConfig: '9080' },
        origin: undefined,
      },
    ],
    routeConfigs: new Map([
      ['9080', { name: '9080', virtualHosts: [{ name: 'reviews', domains, routes, origin: undefined }] }],
    ]),
    clusters: new Map(clusters.map(one => [one.name, one])),
  }
}

export function request(input: Partial<RequestInput> = {}): HttpRequest {
  const parsed = parseRequest({ url: 'http://reviews:9080/', ...input })
  if ('error' in parsed) throw new Error(parsed.error)
  return parsed
}

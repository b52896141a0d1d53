import type { Cluster, Endpoint, EnvoyConfig } from '../../core/envoy/index.ts'
import { compareText, originsOf } from './proxy-table.ts'
import type { ProxyRow } from './proxy-table.ts'

/** Endpoints by address, port and cluster. Istio, istioctl's PrintEndpointsSummary. */
export function endpointRows(config: EnvoyConfig): readonly ProxyRow[] {
  const found = [...config.clusters.values()].flatMap(cluster =>
    hasEndpoints(cluster) ? cluster.endpoints.map(endpoint => ({ cluster, endpoint })) : [],
  )
  found.sort(
    (a, b) =>
      compareText(a.endpoint.address, b.endpoint.address) ||
      a.endpoint.port - b.endpoint.port ||
      compareText(a.cluster.name, b.cluster.name),
  )
  return found.map(({ cluster, endpoint }) => ({
    id: endpointRowId(cluster.name, endpoint),
    cells: [
      `${endpoint.address}:${String(endpoint.port)}`,
      endpoint.healthy ? 'HEALTHY' : 'UNHEALTHY',
      'OK',
      cluster.name,
    ],
    origins: originsOf(endpoint.origin, cluster.subsetOrigin, cluster.serviceOrigin),
  }))
}

/** A cluster that goes to the address which was dialled is sent none. */
const hasEndpoints = ({ type }: Cluster): boolean => type !== 'ORIGINAL_DST' && type !== 'DYNAMIC_FORWARD_PROXY'

export const endpointRowId = (cluster: string, { address, port }: Endpoint): string =>
  `${address}:${String(port)}@${cluster}`

import type { FilterChain, Listener } from '../envoy-config.ts'
import type { Json } from './proto-json.ts'

const TYPE = 'type.googleapis.com/envoy.extensions.filters.network'

/** The last network filter of a chain: HTTP by a route configuration, or bytes to a cluster. */
export function toFiltersJson(chain: FilterChain, listener: Listener): readonly Json[] {
  switch (chain.kind) {
    case 'http':
    case 'auto':
      return [
        {
          name: 'envoy.filters.network.http_connection_manager',
          typedConfig: {
            '@type': `${TYPE}.http_connection_manager.v3.HttpConnectionManager`,
            statPrefix: `outbound_${listener.name};`,
            rds: { configSource: ADS, routeConfigName: chain.routeConfig },
          },
        },
      ]
    case 'tcp':
      return [
        {
          name: 'envoy.filters.network.tcp_proxy',
          typedConfig: { '@type': `${TYPE}.tcp_proxy.v3.TcpProxy`, ...toTcpJson(chain) },
        },
      ]
    case 'close':
      return []
  }
}

const ADS = { ads: {}, initialFetchTimeout: '0s', resourceApiVersion: 'V3' }

function toTcpJson({ cluster, clusters }: Extract<FilterChain, { kind: 'tcp' }>): Json {
  if (!clusters || clusters.length < 2) return { statPrefix: cluster, cluster }
  const weighted = clusters.map(one => ({ name: one.cluster, weight: one.weight }))
  return { statPrefix: cluster, weightedClusters: { clusters: weighted } }
}

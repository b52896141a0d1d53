import { toClusterJson, toEndpointJson, toListenerJson, toLoadAssignmentJson } from '../../core/envoy/index.ts'
import { toRouteConfigurationJson, toRouteJson } from '../../core/envoy/index.ts'
import type { ConfigOf, EnvoyConfig, Json } from '../../core/envoy/index.ts'
import { causeOfCluster, sortClusters } from './cluster-rows.ts'
import { endpointRowId } from './endpoint-rows.ts'
import { sortListeners } from './listener-rows.ts'
import type { ProxySection } from './proxy-table.ts'
import { routeRowId, sortRouteConfigurations } from './route-rows.ts'

/** A whole section in Envoy's JSON, in the order in which its rows stand. */
export function sectionJson(config: EnvoyConfig, section: ProxySection, configOf: ConfigOf): readonly Json[] {
  switch (section) {
    case 'listeners':
      return sortListeners(config).map(listener => toListenerJson(listener, config))
    case 'routes':
      return sortRouteConfigurations(config).map(routes => toRouteConfigurationJson(routes, configOf))
    case 'clusters':
      return sortClusters(config).map(cluster => toClusterJson(cluster, configOf, causeOfCluster(cluster, config)))
    case 'endpoints':
      return sortClusters(config)
        .filter(({ type }) => type === 'EDS')
        .map(toLoadAssignmentJson)
  }
}

/** What stands behind one row: its listener, route, cluster or endpoint. Undefined for a row that is not there. */
export function rowJson(config: EnvoyConfig, section: ProxySection, id: string, configOf: ConfigOf): Json | undefined {
  switch (section) {
    case 'listeners': {
      const listener = config.listeners.find(({ name }) => id.startsWith(`${name}#`))
      return listener && toListenerJson(listener, config)
    }
    case 'routes':
      return routeJson(config, id, configOf)
    case 'clusters': {
      const cluster = [...config.clusters.values()].find(({ name }) => name === id)
      return cluster && toClusterJson(cluster, configOf, causeOfCluster(cluster, config))
    }
    case 'endpoints': {
      const cluster = [...config.clusters.values()].find(({ name }) => id.endsWith(`@${name}`))
      const endpoint = cluster?.endpoints.find(one => endpointRowId(cluster.name, one) === id)
      return endpoint && toEndpointJson(endpoint)
    }
  }
}

function routeJson({ routeConfigs }: EnvoyConfig, id: string, configOf: ConfigOf): Json | undefined {
  for (const routes of routeConfigs.values()) {
    for (const virtualHost of routes.virtualHosts) {
      const found = virtualHost.routes.find((_, i) => routeRowId(routes, virtualHost, i) === id)
      if (found) return toRouteJson(found, virtualHost, configOf)
    }
  }
  return undefined
}

import { toListenerChains } from '../../core/envoy/index.ts'
import type { EnvoyConfig, Listener, ListenerChain, Route, VirtualHost } from '../../core/envoy/index.ts'
import type { Decision } from '../../core/route/index.ts'
import { endpointRowId } from './endpoint-rows.ts'
import { listenerRowId } from './listener-rows.ts'
import { routeRowId } from './route-rows.ts'

/** Tells which rows a request came by: its listener, route, cluster and endpoint, and those of its copies. */
export type UsedRows = (decision: Decision, listenerName: string | undefined) => readonly string[]

/** Rows are named as `section:id`. */
export function indexUsedRows(config: EnvoyConfig): UsedRows {
  const routeIds = new Map<VirtualHost, Map<Route, string>>()
  const configOf = new Map<VirtualHost, string>()
  for (const routes of config.routeConfigs.values()) {
    for (const virtualHost of routes.virtualHosts) {
      configOf.set(virtualHost, routes.name)
      const ids = virtualHost.routes.map((route, i) => [route, routeRowId(routes, virtualHost, i)] as const)
      routeIds.set(virtualHost, new Map(ids))
    }
  }
  const listeners = new Map(config.listeners.map(listener => [listener.name, listener]))

  return (decision, listenerName) => {
    const { virtualHost, route, cluster, endpoint, mirrors } = decision
    const rows: string[] = []
    const add = (section: string, id: string | undefined) => {
      if (id !== undefined) rows.push(`${section}:${id}`)
    }
    const listener = listenerName === undefined ? undefined : listeners.get(listenerName)
    const routesName = virtualHost && configOf.get(virtualHost)
    if (listener) add('listeners', chainRow(listener, config, routesName, cluster))
    if (virtualHost && route) add('routes', routeIds.get(virtualHost)?.get(route))
    if (cluster !== '-') {
      add('clusters', cluster)
      if (endpoint) add('endpoints', endpointRowId(cluster, endpoint))
    }
    for (const { policy, endpoint: copy } of mirrors) {
      if (!config.clusters.has(policy.cluster)) continue
      add('clusters', policy.cluster)
      if (copy) add('endpoints', endpointRowId(policy.cluster, copy))
    }
    return [...new Set(rows)]
  }
}

/** The chain that led to these routes, or to this cluster. */
function chainRow(listener: Listener, config: EnvoyConfig, routes: string | undefined, cluster: string): string {
  const leads = ({ chain }: ListenerChain) =>
    chain.kind === 'http' || chain.kind === 'auto'
      ? chain.routeConfig === routes
      : chain.kind === 'tcp' &&
        routes === undefined &&
        (chain.cluster === cluster || (chain.clusters?.some(one => one.cluster === cluster) ?? false))
  return listenerRowId(listener, Math.max(0, toListenerChains(listener, config).findIndex(leads)))
}

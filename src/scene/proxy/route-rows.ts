import { causeOfRoute } from '../../core/envoy/index.ts'
import type { EnvoyConfig, Route, RouteConfiguration, VirtualHost } from '../../core/envoy/index.ts'
import { managedName } from './managed-by.ts'
import type { ManagedBy } from './managed-by.ts'
import { describeDomains } from './describe-domains.ts'
import { compareText, originsOf } from './proxy-table.ts'
import type { ProxyRow } from './proxy-table.ts'

const PASSTHROUGH = 'PassthroughCluster'

/** Every route but those to the pass-through, numbered configurations first. Istio, istioctl's PrintRouteSummary. */
export function routeRows(config: EnvoyConfig, managedBy: ManagedBy): readonly ProxyRow[] {
  return sortRouteConfigurations(config).flatMap(routes =>
    routes.virtualHosts.flatMap(virtualHost => {
      const row = rowOf.bind(undefined, routes, virtualHost, managedBy)
      if (virtualHost.routes.length === 0) return [row(undefined, 0)]
      return virtualHost.routes.flatMap((route, i) => (leavesTheMesh(route) ? [] : [row(route, i)]))
    }),
  )
}

export function sortRouteConfigurations({ routeConfigs }: EnvoyConfig): readonly RouteConfiguration[] {
  const rank = ({ name }: RouteConfiguration) => (/^\d+$/.test(name) ? Number(name) : Infinity)
  return [...routeConfigs.values()]
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .map(routes => ({ ...routes, virtualHosts: sortVirtualHosts(routes.virtualHosts) }))
}

/** By name, what answers for unknown hosts last; the order of virtual hosts decides nothing. Istio, util.SortVirtualHosts. */
function sortVirtualHosts(virtualHosts: readonly VirtualHost[]): readonly VirtualHost[] {
  const isLast = ({ name }: VirtualHost) => name === 'allow_any' || name === 'block_all'
  return [...virtualHosts].sort((a, b) => Number(isLast(a)) - Number(isLast(b)) || compareText(a.name, b.name))
}

export const routeRowId = (config: RouteConfiguration, virtualHost: VirtualHost, index: number): string =>
  `${config.name}/${virtualHost.name}/${String(index)}`

function leavesTheMesh({ action }: Route): boolean {
  return action.kind === 'forward' && action.clusters.length === 1 && action.clusters[0]?.cluster === PASSTHROUGH
}

function rowOf(
  config: RouteConfiguration,
  virtualHost: VirtualHost,
  managedBy: ManagedBy,
  route: Route | undefined,
  index: number,
): ProxyRow {
  const managed = route && managedBy(causeOfRoute(route, virtualHost))
  return {
    id: routeRowId(config, virtualHost, index),
    cells: [
      config.name,
      virtualHost.name,
      describeDomains(virtualHost.domains),
      route ? describeMatch(route) : '/*',
      route ? managedName(managed) : '404',
    ],
    origins: originsOf(route?.matchOrigin, route?.origin, virtualHost.origin),
  }
}

/** Paths only, as istioctl's describeMatch: conditions on headers are not printed. */
function describeMatch({ match: { path } }: Route): string {
  switch (path.kind) {
    case 'prefix':
      return path.value === '' ? '' : `${path.value}*`
    case 'pathSeparatedPrefix':
      return `PathPrefix:${path.value}`
    case 'path':
      return path.value
    case 'safeRegex':
      return `regex ${path.value}`
  }
}

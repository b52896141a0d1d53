import type { Listener, RouteConfiguration, VirtualHost } from '../envoy/index.ts'
import type { MeshService } from '../mesh/index.ts'
import { findRefusal } from './envoy-refusal.ts'

/** The name of a detected port's own route configuration [A53]. */
export const detectedRouteName = (service: MeshService, port: number): string => `${service.hostname}:${String(port)}`

/**
 * The route configurations that listeners name. That of a port number is shared by all services of the port and closed by
 * the catch-all; that of a detected port has its service's virtual host only, for any Host.
 * Istio, buildSidecarOutboundHTTPRouteConfig, getVirtualHostsForSniffedServicePort [A53][A54].
 */
export function buildRouteConfigurations(
  listeners: readonly Listener[],
  virtualHostsFor: (port: number) => readonly VirtualHost[],
  catchAll: VirtualHost,
): ReadonlyMap<string, RouteConfiguration> {
  const byPort = new Map<number, readonly VirtualHost[]>()
  const configs = new Map<string, RouteConfiguration>()
  for (const name of routeNames(listeners)) {
    const [, host, digits] = /^(?:(.*):)?(\d+)$/.exec(name) ?? []
    const port = Number(digits)
    const shared = byPort.get(port) ?? virtualHostsFor(port)
    byPort.set(port, shared)
    const virtualHosts =
      host === undefined
        ? [...shared, catchAll]
        : shared.filter(({ domains }) => domains.includes(host)).map(own => ({ ...own, domains: ['*'] }))
    const refusal = findRefusal(virtualHosts)
    configs.set(name, { name, virtualHosts, ...(refusal && { refusal }) })
  }
  return configs
}

function routeNames(listeners: readonly Listener[]): ReadonlySet<string> {
  const chains = listeners.flatMap(({ chain, chains: others = [] }) => [chain, ...others.map(other => other.chain)])
  return new Set(chains.flatMap(chain => ('routeConfig' in chain ? chain.routeConfig : [])))
}

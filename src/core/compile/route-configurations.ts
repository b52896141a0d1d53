import type { Hostname } from '../base/ids.ts'
import type { RouteConfiguration, VirtualHost } from '../envoy/index.ts'
import { isHttp } from '../mesh/index.ts'
import type { MeshService } from '../mesh/index.ts'
import { findRefusal } from './envoy-refusal.ts'

/** The name of a detected port's own route configuration [A53]. */
export const detectedRouteName = (service: MeshService, port: number): string => `${service.hostname}:${String(port)}`

/**
 * One route configuration for each port number that speaks HTTP, shared by all its services and closed by the catch-all;
 * and one for each detected port with its service's virtual host only, for any Host.
 * Istio, buildSidecarOutboundHTTPRouteConfig, getVirtualHostsForSniffedServicePort [A53][A54].
 */
export function buildRouteConfigurations(
  servicesByPort: ReadonlyMap<number, ReadonlyMap<Hostname, MeshService>>,
  virtualHostsFor: (port: number) => readonly VirtualHost[],
  catchAll: VirtualHost,
): ReadonlyMap<string, RouteConfiguration> {
  const configs = new Map<string, RouteConfiguration>()
  const add = (name: string, virtualHosts: readonly VirtualHost[]) => {
    const refusal = findRefusal(virtualHosts)
    configs.set(name, { name, virtualHosts, ...(refusal && { refusal }) })
  }
  for (const [port, services] of servicesByPort) {
    const speaks = [...services.values()].flatMap(service =>
      service.ports.filter(({ number }) => number === port).map(({ detected }) => ({ service, detected })),
    )
    const hasHttp = speaks.some(({ detected }) => isHttp(detected))
    if (!hasHttp && !speaks.some(({ detected }) => detected === 'auto')) continue
    const virtualHosts = virtualHostsFor(port)
    if (hasHttp) add(String(port), [...virtualHosts, catchAll])
    for (const { service, detected } of speaks) {
      if (detected !== 'auto') continue
      const name = detectedRouteName(service, port)
      const own = virtualHosts.filter(virtualHost => virtualHost.name === name)
      add(
        name,
        own.map(virtualHost => ({ ...virtualHost, domains: ['*'] })),
      )
    }
  }
  return configs
}

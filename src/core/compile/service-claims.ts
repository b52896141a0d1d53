import type { Hostname } from '../base/ids.ts'
import { isCoveredBy, isWildcard } from '../mesh/index.ts'
import type { MeshService } from '../mesh/index.ts'
import type { BoundVirtualService } from './bound-virtual-service.ts'
import { createHostTable, findMostSpecific, partFor } from './most-specific-host.ts'

/** The services of one port, by full name. */
export type PortServices = ReadonlyMap<Hostname, MeshService>

/** Which VirtualService each service is bound to: the one with its most specific host. */
export type ServiceClaims = ReadonlyMap<Hostname, BoundVirtualService>

/**
 * Binds each service to the VirtualService whose host names it best, among equal hosts the first.
 * Istio, computeWildcardHostVirtualServiceIndex [A15].
 */
export function claimServices(selected: readonly BoundVirtualService[], hostnames: Iterable<Hostname>): ServiceClaims {
  const table = createHostTable<BoundVirtualService>()
  for (const bound of selected) {
    for (const host of bound.hosts) {
      const part = partFor(table, host)
      if (!part.has(host)) part.set(host, bound)
    }
  }
  const claims = new Map<Hostname, BoundVirtualService>()
  for (const hostname of hostnames) {
    const bound = findMostSpecific(table, hostname)
    if (bound) claims.set(hostname, bound)
  }
  return claims
}

/**
 * A VirtualService's services on a port, and its hosts that name none of them. A wildcard supplies only services that no
 * other VirtualService names better. Istio, separateVSHostsAndServices [A15][A17].
 */
export function separateHosts(
  bound: BoundVirtualService,
  services: PortServices,
  claims: ServiceClaims,
): { readonly hosts: readonly Hostname[]; readonly services: readonly MeshService[] } {
  const found: MeshService[] = []
  const hosts: Hostname[] = []
  for (const host of bound.hosts) {
    if (isWildcard(host)) continue
    const service = services.get(host)
    if (service) found.push(service)
    else hosts.push(host)
  }
  for (const host of bound.hosts) {
    if (!isWildcard(host)) continue
    const covered = [...services.values()].filter(service => isCoveredBy(service.hostname, host))
    if (covered.length === 0) hosts.push(host)
    found.push(...covered.filter(service => claims.get(service.hostname) === bound))
  }
  return { hosts, services: found }
}

/** Whether a VirtualService names a service of the port. Istio, selectVirtualServices [A12]. */
export function namesServiceOf(bound: BoundVirtualService, services: PortServices): boolean {
  return bound.hosts.some(host => {
    if (!isWildcard(host)) return services.has(host)
    for (const hostname of services.keys()) if (isCoveredBy(hostname, host)) return true
    return false
  })
}

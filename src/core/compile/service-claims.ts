import { toHostname } from '../base/ids.ts'
import type { Hostname } from '../base/ids.ts'
import { isWildcard, overlaps } from '../mesh/index.ts'
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
 * other VirtualService names better; a route of the Gateway API's is taken as it is. Hosts are compared in lower case.
 * Istio, separateVSHostsAndServices [A6][A15][A17].
 */
export function separateHosts(
  bound: BoundVirtualService,
  services: PortServices,
  claims: ServiceClaims,
): { readonly hosts: readonly Hostname[]; readonly services: readonly MeshService[] } {
  const found: MeshService[] = []
  const hosts: Hostname[] = []
  const written = bound.hosts.map(toHostname)
  for (const host of written) {
    if (isWildcard(host)) continue
    const service = services.get(host)
    if (service) found.push(service)
    else hosts.push(host)
  }
  for (const host of written) {
    if (!isWildcard(host)) continue
    const covered = bound.isGatewayApi ? [] : [...services.values()].filter(service => overlaps(service.hostname, host))
    if (covered.length === 0) hosts.push(host)
    found.push(...covered.filter(service => claims.get(service.hostname) === bound))
  }
  return { hosts, services: found }
}

/** Whether a VirtualService names a service of the port. Istio, selectVirtualServices [A12]. */
export function namesServiceOf(bound: BoundVirtualService, services: PortServices): boolean {
  return bound.hosts.some(written => {
    const host = toHostname(written)
    if (services.has(host)) return true
    const others = isWildcard(host) ? services.keys() : wildcardHosts(services)
    for (const hostname of others) if (overlaps(host, hostname)) return true
    return false
  })
}

const wildcards = new WeakMap<PortServices, readonly Hostname[]>()

/** The wildcards among services' hosts, as ServiceEntries have them; looked for once. */
function wildcardHosts(services: PortServices): readonly Hostname[] {
  let found = wildcards.get(services)
  if (!found) wildcards.set(services, (found = [...services.keys()].filter(isWildcard)))
  return found
}

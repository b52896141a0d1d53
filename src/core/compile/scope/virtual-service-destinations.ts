import type { Hostname } from '../../base/ids.ts'
import { resolveHost } from '../../mesh/index.ts'
import type { Destination, HttpRule } from '../../resources/index.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'

/** The ports by which a VirtualService names each host; 0 where it names none. */
export type Destinations = ReadonlyMap<Hostname, ReadonlySet<number>>

/**
 * The hosts that a VirtualService sends to, mirrors included, but for rules whose matches are all for other namespaces.
 * Istio, virtualServiceDestinationsFilteredBySourceNamespace [A30].
 */
export function findDestinations(bound: BoundVirtualService, namespace: string, clusterDomain: string): Destinations {
  const found = new Map<Hostname, Set<number>>()
  for (const { rule, namespace: own } of bound.rules) {
    if (isForOthers(rule, namespace)) continue
    const add = ({ host, port }: Destination) => {
      const hostname = resolveHost(host, own, clusterDomain)
      const ports = found.get(hostname)
      if (ports) ports.add(port ?? 0)
      else found.set(hostname, new Set([port ?? 0]))
    }
    for (const { destination } of rule.route) add(destination)
    for (const { destination } of rule.mirrors) add(destination)
  }
  return found
}

/** The last match with a namespace decides, unless one of them is the caller's. */
function isForOthers({ match }: HttpRule, namespace: string): boolean {
  const named = match.flatMap(({ sourceNamespace }) => sourceNamespace || [])
  return named.length > 0 && !named.includes(namespace)
}

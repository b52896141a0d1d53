import type { Hostname } from '../../base/ids.ts'
import { resolveHost } from '../../mesh/index.ts'
import type { Destination, HttpRule } from '../../resources/index.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'

/** The ports by which a VirtualService names each host; 0 where it names none. */
export type Destinations = ReadonlyMap<Hostname, ReadonlySet<number>>

/**
 * The hosts that a VirtualService sends to, mirrors included, but for `http` rules whose matches are all for other namespaces.
 * Istio, virtualServiceDestinationsFilteredBySourceNamespace [A30].
 */
export function findDestinations(bound: BoundVirtualService, namespace: string, clusterDomain: string): Destinations {
  const found = new Map<Hostname, Set<number>>()
  const add = ({ host, port }: Destination, own: string) => {
    const hostname = resolveHost(host, own, clusterDomain)
    const ports = found.get(hostname)
    if (ports) ports.add(port ?? 0)
    else found.set(hostname, new Set([port ?? 0]))
  }
  for (const { rule, namespace: own } of bound.rules) {
    if (isForOthers(rule, namespace)) continue
    for (const { destination } of rule.route) add(destination, own)
    for (const { destination } of rule.mirrors) add(destination, own)
  }
  // Whatever their matches ask for.
  const { spec, namespace: own } = bound.resource
  for (const { route } of [...spec.tcp, ...spec.tls]) for (const { destination } of route) add(destination, own)
  return found
}

/** The last match with a namespace decides, unless one of them is the caller's. */
function isForOthers({ match }: HttpRule, namespace: string): boolean {
  const named = match.flatMap(({ sourceNamespace }) => sourceNamespace || [])
  return named.length > 0 && !named.includes(namespace)
}

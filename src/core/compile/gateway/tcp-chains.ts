import type { Origin } from '../../base/origin.ts'
import { below } from '../../base/origin.ts'
import type { FilterChain, MatchedChain, WeightedTcpCluster } from '../../envoy/index.ts'
import { overlaps, resolveHost } from '../../mesh/index.ts'
import type { ConnectionMatch, RouteDestination } from '../../resources/index.ts'
import { toClusterName } from '../cluster-name.ts'
import type { RouteContext } from '../route-context.ts'
import { resolveGatewayName } from './gateway-name.ts'
import type { GatewayRoutes } from './gateway-server.ts'
import { hostsForNamespace } from './host-intersection.ts'
import { claimHosts } from './merge-servers.ts'
import type { MergedServer } from './merge-servers.ts'

/** What takes connections that are not opened as HTTP. */
export interface TcpInput {
  /** VirtualServices bound to the server's gateway. */
  readonly routes: readonly GatewayRoutes[]
  readonly context: RouteContext
  /** Server names that are taken on the port, with their bind addresses. */
  readonly known: Map<string, string>
}

/**
 * Where a TCP server's connections go: by the first `tcp` rule that is for it. Nothing where there is none.
 * Istio, buildGatewayNetworkFiltersFromTCPRoutes.
 */
export function tcpChain(
  merged: MergedServer,
  input: TcpInput,
): { readonly chain: FilterChain; readonly origin: Origin } | undefined {
  for (const { bound } of matching(merged, input)) {
    const { resource } = bound
    for (const [i, rule] of resource.spec.tcp.entries()) {
      const isMeant = rule.match.length === 0 || rule.match.some(each => isFor(each, merged, resource.namespace))
      if (!isMeant || rule.route.length === 0) continue
      const origin = below(resource.origin, 'spec', 'tcp', i)
      return { chain: toChain(rule.route, resource.namespace, input.context), origin }
    }
  }
  return undefined
}

/**
 * Where TLS goes that a server passes on unopened: one chain for each match of each `tls` rule that is for it; server names
 * that are taken already lose. Istio, buildGatewayNetworkFiltersFromTLSRoutes.
 */
export function tlsChains(merged: MergedServer, input: TcpInput): readonly MatchedChain[] {
  return matching(merged, input).flatMap(({ bound: { resource } }) =>
    resource.spec.tls.flatMap((rule, i) => {
      if (rule.route.length === 0) return []
      return rule.match.flatMap((match, j): readonly MatchedChain[] => {
        if (!isFor(match, merged, resource.namespace)) return []
        if (!claimHosts(match.sniHosts, merged.server.bind ?? '', input.known)) return []
        const chain = toChain(rule.route, resource.namespace, input.context)
        const origin = below(resource.origin, 'spec', 'tls', i, 'match', j)
        return [{ ...namesOf(match.sniHosts), chain, origin }]
      })
    }),
  )
}

/** Server names of a chain; `*` among them means any, so that none is asked for. Istio, buildGatewayListener. */
export const namesOf = (hosts: readonly string[]): Pick<MatchedChain, 'serverNames'> =>
  hosts.includes('*') || hosts.length === 0 ? {} : { serverNames: [...new Set(hosts)].sort() }

/** VirtualServices that have a host in common with a server. Istio, pickMatchingGatewayHosts. */
function matching({ server }: MergedServer, { routes }: TcpInput): readonly GatewayRoutes[] {
  return routes.filter(({ bound }) => {
    const hosts = hostsForNamespace(server.hosts, bound.resource.namespace)
    return bound.hosts.some(own => hosts.some(host => overlaps(host, own)))
  })
}

/** Port and gateway count; where the connection comes from does not. Istio, l4SingleMatch. */
function isFor(match: ConnectionMatch, { server, gateway }: MergedServer, namespace: string): boolean {
  if (match.port && match.port !== server.port.number) return false
  if (match.gateways.length === 0) return true
  return match.gateways.some(name => resolveGatewayName(name, namespace) === gateway.key)
}

function toChain(route: readonly RouteDestination[], namespace: string, context: RouteContext): FilterChain {
  const clusters = route.map(({ destination, weight }): WeightedTcpCluster => {
    const host = resolveHost(destination.host, namespace, context.clusterDomain)
    const service = context.services.get(host)
    const only = service?.ports.length === 1 ? service.ports[0]?.number : undefined
    const port = destination.port ?? only ?? context.port
    return { cluster: toClusterName(port, destination.subset, service?.externalName ?? host), weight: weight ?? 0 }
  })
  const [first, ...others] = clusters.length === 1 ? clusters : clusters.filter(({ weight }) => weight > 0)
  if (!first) return { kind: 'close' }
  return { kind: 'tcp', cluster: first.cluster, ...(others.length > 0 && { clusters: [first, ...others] }) }
}

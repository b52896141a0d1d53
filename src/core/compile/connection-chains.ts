import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Hostname } from '../base/ids.ts'
import type { FilterChain, MatchedChain } from '../envoy/index.ts'
import { hasLabels, isTls, isWildcard, overlaps, resolveHost } from '../mesh/index.ts'
import type { MeshService, Protocol } from '../mesh/index.ts'
import type { ConnectionMatch, RouteDestination } from '../resources/index.ts'
import type { BoundVirtualService } from './bound-virtual-service.ts'
import type { CallerTraits } from './caller.ts'
import { toClusterName } from './cluster-name.ts'

/** What chains for connections are made with. */
export interface ConnectionContext {
  readonly caller: CallerTraits
  readonly clusterDomain: string
  /** In the order in which they claim hosts. */
  readonly virtualServices: readonly BoundVirtualService[]
  /** The services that have clusters. */
  readonly find: (hostname: Hostname) => MeshService | undefined
  /** ExternalNames that stand for a host. */
  readonly aliasNames: (hostname: Hostname) => readonly string[]
}

/** One port of a service at the address where it is listened for. */
export interface ListenedPort {
  readonly service: MeshService
  readonly number: number
  readonly protocol: Protocol
  readonly bind: string
  /** The service's own address there, if it has one; a range stands in `destinations`. */
  readonly address: string | undefined
  readonly destinations: readonly string[] | undefined
  readonly origin: Origin | undefined
}

/**
 * The chains that take a port's connections as bytes: those of VirtualServices' `tls` or `tcp` rules, else the service's
 * own. Istio, buildSidecarOutboundTCPListenerOpts [A52].
 */
export function toConnectionChains(port: ListenedPort, context: ConnectionContext): readonly MatchedChain[] {
  const { hostname } = port.service
  const bound = context.virtualServices.filter(({ hosts }) => hosts.some(host => overlaps(host, hostname)))
  return isTls(port.protocol) ? toTlsChains(port, bound, context) : toTcpChains(port, bound, context)
}

/** Istio, tls.go, buildSidecarOutboundTLSFilterChainOpts. */
function toTlsChains(
  port: ListenedPort,
  virtualServices: readonly BoundVirtualService[],
  context: ConnectionContext,
): readonly MatchedChain[] {
  const handled = new Set<string>()
  const chains: MatchedChain[] = []
  let destinations = port.destinations
  for (const { resource } of virtualServices) {
    for (const [i, { match: matches, route }] of resource.spec.tls.entries()) {
      if (route.length === 0) continue
      for (const [j, match] of matches.entries()) {
        if (!isForCaller(match, port.number, context.caller)) continue
        if (match.destinationSubnets.length > 0) destinations = match.destinationSubnets
        const key = `${match.sniHosts.join()}|${match.destinationSubnets.join()}`
        if (handled.has(key)) continue
        handled.add(key)
        const rule = below(resource.origin, 'spec', 'tls', i)
        const chain = toTcpChain(route, resource.namespace, port, context)
        chains.push(withMatch({ chain, origin: below(rule, 'match', j) }, match.sniHosts, destinations))
      }
    }
  }
  return chains.length > 0 ? chains : [withMatch(ownChain(port), ownServerNames(port, context), port.destinations)]
}

/** Names tell services apart that are listened for at one address. */
function ownServerNames(
  { service, address, bind, destinations }: ListenedPort,
  { aliasNames }: ConnectionContext,
): readonly string[] {
  const { hostname, resolution } = service
  const sharesAddress = destinations !== undefined || (address === undefined && bind === ANY_ADDRESS)
  if (!sharesAddress && !(isWildcard(hostname) && resolution === 'DynamicDNS')) return []
  return [hostname, ...aliasNames(hostname)]
}

/** Istio, tls.go, buildSidecarOutboundTCPFilterChainOpts. */
function toTcpChains(
  port: ListenedPort,
  virtualServices: readonly BoundVirtualService[],
  context: ConnectionContext,
): readonly MatchedChain[] {
  const chains: MatchedChain[] = []
  let hasOwnRange = false
  for (const { resource } of virtualServices) {
    for (const [i, { match: matches, route }] of resource.spec.tcp.entries()) {
      if (route.length === 0) continue
      const chain = () => toTcpChain(route, resource.namespace, port, context)
      const origin = below(resource.origin, 'spec', 'tcp', i)
      if (matches.length === 0) return [...chains, withMatch({ chain: chain(), origin }, [], port.destinations)]
      const subnets: string[] = []
      for (const [j, match] of matches.entries()) {
        if (!isForCaller(match, port.number, context.caller)) continue
        if (match.destinationSubnets.length === 0) {
          const all = { chain: chain(), origin: below(origin, 'match', j) }
          return [...chains, withMatch(all, [], port.destinations)]
        }
        subnets.push(...match.destinationSubnets)
      }
      if (subnets.length === 0) continue
      chains.push(withMatch({ chain: chain(), origin }, [], subnets))
      hasOwnRange ||= [...subnets].sort().join() === [...(port.destinations ?? [])].sort().join()
    }
  }
  return hasOwnRange ? chains : [...chains, withMatch(ownChain(port), [], port.destinations)]
}

/** Settled before Envoy hears of it; labels count beside gateways, unlike in `http`. Istio, matchTLS, matchTCP. */
function isForCaller(match: ConnectionMatch, port: number, caller: CallerTraits): boolean {
  return (
    (match.gateways.length === 0 || match.gateways.includes('mesh')) &&
    hasLabels(caller.labels, match.sourceLabels) &&
    (match.port === undefined || match.port === port) &&
    (!match.sourceNamespace || match.sourceNamespace === caller.namespace)
  )
}

/** One destination takes all, whatever its weight; of several those with a weight. Istio, buildOutboundNetworkFilters. */
function toTcpChain(
  route: readonly RouteDestination[],
  namespace: string,
  port: ListenedPort,
  context: ConnectionContext,
): FilterChain {
  const weighted = route.length === 1 ? route : route.filter(({ weight }) => weight)
  const clusters = weighted.map(({ destination, weight }) => {
    const host = resolveHost(destination.host, namespace, context.clusterDomain)
    const service = context.find(host)
    const only = service?.ports.length === 1 ? service.ports[0]?.number : undefined
    const number = destination.port ?? only ?? port.number
    const target = (service?.externalName ?? host) as Hostname
    return { cluster: toClusterName(number, destination.subset, target), weight: weight ?? 1 }
  })
  const [first] = clusters
  if (!first) return { kind: 'close' }
  return { kind: 'tcp', cluster: first.cluster, ...(clusters.length > 1 && { clusters }) }
}

/** Istio: a service with one port is sent to at that one, whatever port a Sidecar listens at. */
function ownChain({ service, number, origin }: ListenedPort): MatchedChain {
  const only = service.ports.length === 1 ? service.ports[0]?.number : undefined
  return { chain: { kind: 'tcp', cluster: toClusterName(only ?? number, undefined, service.hostname) }, origin }
}

function withMatch(
  chain: MatchedChain,
  serverNames: readonly string[],
  destinations: readonly string[] | undefined,
): MatchedChain {
  const isNarrowed = serverNames.length > 0 && !serverNames.includes('*')
  return {
    ...(isNarrowed && { serverNames }),
    ...(destinations && destinations.length > 0 && { destinations }),
    ...chain,
  }
}

export const ANY_ADDRESS = '0.0.0.0'

import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { ClusterName, Hostname } from '../base/ids.ts'
import type { Listener } from '../envoy/index.ts'
import { compareServices, isHttp, isIpAddress, parseProtocol } from '../mesh/index.ts'
import type { MeshService, Protocol } from '../mesh/index.ts'
import type { CallerTraits } from './caller.ts'
import { BLACK_HOLE_CLUSTER, PASSTHROUGH_CLUSTER, egressProxyCluster } from './cluster-name.ts'
import { ANY_ADDRESS, toConnectionChains } from './connection-chains.ts'
import type { ConnectionContext } from './connection-chains.ts'
import { toEndpoints } from './endpoints.ts'
import { createListenerTable } from './listener-table.ts'
import type { ListenerTable } from './listener-table.ts'
import { detectedRouteName } from './route-configurations.ts'
import type { EgressScope, SidecarScope } from './scope/scope.ts'
import { shortNames } from './virtual-host-domains.ts'

const CAPTURE_PORT = 15001

/** What one egress listener brings: all there is, or what a Sidecar imports for a port or address of its own. */
interface ListenerGroup {
  readonly services: Iterable<MeshService>
  readonly context: ConnectionContext
  /** The Sidecar's own address and port, if it names any. */
  readonly bind: string | undefined
  readonly port:
    { readonly number: number; readonly protocol: Protocol; readonly origin: Origin | undefined } | undefined
}

/**
 * The listeners of a sidecar: one for each port number that speaks HTTP, one for each address of other ports, and the
 * catch-all. A Sidecar's own ports come first; what is there then stays as it is.
 * Istio, buildSidecarOutboundListeners [A53][A54][A61][A68].
 */
export function buildListeners(scope: SidecarScope, caller: CallerTraits, clusterDomain: string): readonly Listener[] {
  const rest = restCluster(scope)
  const table = createListenerTable(rest)
  for (const egress of scope.listeners) {
    const group = toGroup(egress, scope, caller, clusterDomain)
    if (!group.port) table.lock()
    for (const service of [...group.services].sort(compareServices)) {
      if (service.resolution !== 'Alias') addService(table, service, group)
    }
  }
  const chain = { kind: 'tcp', cluster: rest } as const
  return [
    ...table.finish(),
    { name: 'virtualOutbound', address: ANY_ADDRESS, port: CAPTURE_PORT, chain, origin: scope.outbound.origin },
  ]
}

/** Where bytes go that no chain takes. Istio, buildOutboundCatchAllNetworkFiltersOnly [A61]. */
function restCluster({ outbound: { mode, egressProxy } }: SidecarScope): ClusterName {
  if (mode === 'REGISTRY_ONLY') return BLACK_HOLE_CLUSTER
  return egressProxy ? egressProxyCluster(egressProxy) : PASSTHROUGH_CLUSTER
}

function toGroup(
  { egress, origin, services, virtualServices, aliases }: EgressScope,
  scope: SidecarScope,
  caller: CallerTraits,
  clusterDomain: string,
): ListenerGroup {
  const aliasNames = (hostname: Hostname) =>
    (aliases.get(hostname) ?? []).flatMap(({ hostname: alias }) => [
      alias,
      `${alias}.`,
      ...shortNames(alias, caller.namespace, clusterDomain),
    ])
  const find = (hostname: Hostname) => scope.services.get(hostname)
  const loopback = egress?.captureMode === 'NONE' ? '127.0.0.1' : undefined
  return {
    services: services.values(),
    context: { caller, clusterDomain, virtualServices, find, aliasNames },
    bind: egress?.bind || loopback,
    port: egress?.port && {
      number: egress.port.number,
      protocol: parseProtocol(egress.port.protocol),
      origin: origin && below(origin, 'port'),
    },
  }
}

function addService(table: ListenerTable, service: MeshService, group: ListenerGroup): void {
  const own = group.port
  const ports = own
    ? [{ number: own.number, detected: own.protocol, origin: own.origin }]
    : service.ports.map(({ number, detected, origin: written }, i) => ({
        number,
        detected,
        origin: written ?? below(service.origin, 'spec', 'ports', i),
      }))
  for (const { number, detected, origin } of ports) {
    if (detected === 'UDP') continue
    for (const { bind, address, destinations } of placesOf(service, number, detected, group)) {
      const isOwnRoute = detected === 'auto' && bind !== ANY_ADDRESS
      table.add(bind, number, {
        protocol: detected,
        origin,
        routeConfig: isOwnRoute ? detectedRouteName(service, number) : String(number),
        chains: () =>
          toConnectionChains(
            { service, number, protocol: detected, bind, address, destinations, origin },
            group.context,
          ),
      })
    }
  }
}

interface Place {
  readonly bind: string
  readonly address?: string
  readonly destinations?: readonly string[]
}

/** Where a port is listened for: HTTP at any address, the rest at the service's own; a headless Service's pods have one each. */
function placesOf(
  service: MeshService,
  number: number,
  protocol: Protocol,
  { bind, port, context }: ListenerGroup,
): readonly Place[] {
  if (bind !== undefined) return [{ bind, ...ownAddress(service) }]
  if (isHttp(protocol)) return [{ bind: ANY_ADDRESS }]
  if (service.addresses.length > 0) {
    return service.addresses.map(address =>
      address.includes('/') ? { bind: ANY_ADDRESS, destinations: [address] } : { bind: address, address },
    )
  }
  if (port || service.resolution !== 'Passthrough') return [{ bind: ANY_ADDRESS }]
  return podPlaces(service, number, context.caller)
}

function ownAddress({ addresses: [first] }: MeshService): Partial<Place> {
  return first === undefined || first.includes('/') ? {} : { address: first }
}

/** The caller's own pod is none: what it sends to itself passes no outbound listener. */
function podPlaces(service: MeshService, number: number, caller: CallerTraits): readonly Place[] {
  const port = service.ports.find(one => one.number === number)
  const addresses = port ? toEndpoints(service, port).all.map(({ address }) => address) : []
  if (service.registry === 'ServiceEntry' && addresses.length === 0 && !service.selector) return [{ bind: ANY_ADDRESS }]
  return addresses.filter(address => isIpAddress(address) && !caller.isAt(address)).map(bind => ({ bind }))
}

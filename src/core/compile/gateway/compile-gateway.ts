import type { EnvoyConfig, RouteConfiguration } from '../../envoy/index.ts'
import { compareByAge, hasLabels } from '../../mesh/index.ts'
import type { Mesh, MeshService } from '../../mesh/index.ts'
import type { Caller } from '../caller.ts'
import { PASSTHROUGH_CLUSTER } from '../cluster-name.ts'
import { buildClusters } from '../clusters.ts'
import type { ConsolidatedRule } from '../consolidated-rule.ts'
import { findRefusal } from '../envoy-refusal.ts'
import { convertRoutes } from '../gateway-api/convert-routes.ts'
import { createHashLookup } from '../hash-policy.ts'
import type { RouteContext } from '../route-context.ts'
import { boundVirtualServices } from '../scope/bound-virtual-services.ts'
import { resolveScope } from '../scope/resolve-scope.ts'
import { buildGatewayListeners } from './gateway-listeners.ts'
import { routesForGateway, toGatewayRoutes } from './gateway-routes.ts'
import type { BoundGateway, GatewayRoutes } from './gateway-server.ts'
import { buildGatewayVirtualHosts } from './gateway-virtual-hosts.ts'
import { resolveServerHosts, toBoundGateway } from './istio-gateways.ts'
import { mergeServers } from './merge-servers.ts'
import type { MergedServer } from './merge-servers.ts'
import { resolvePorts, serviceTargets } from './service-targets.ts'
import type { ServiceTarget } from './service-targets.ts'
import { serverRef } from './virtual-host-source.ts'

/**
 * What istiod tells a gateway: the listeners of all Gateways that its pods serve, merged, with the routes bound to them, and
 * the clusters of every service. No Sidecar counts there.
 */
export function compileGateway(
  mesh: Mesh,
  caller: Caller,
  ruleFor: (service: MeshService) => ConsolidatedRule | undefined,
): EnvoyConfig {
  const { services } = resolveScope({ ...mesh, sidecars: [] }, caller, [])
  const hashes = createHashLookup(services, ruleFor)
  const targets = serviceTargets(mesh, caller)
  const gateways = servedGateways(mesh, caller, targets)
  const merged = mergeServers(gateways, (gateway, port) => resolvePorts(gateway, port, targets))
  const routesFor = rememberRoutes(mesh, caller.namespace)
  const contextFor = ({ gateway, server }: MergedServer): RouteContext => ({
    caller,
    port: server.port.number,
    gateway: { key: gateway.key, hasTls: server.tls !== undefined },
    clusterDomain: mesh.settings.clusterDomain,
    services,
    hashes,
  })
  const routeConfigs = new Map<string, RouteConfiguration>()
  for (const [name, servers] of merged.byRouteName) {
    const virtualHosts = buildGatewayVirtualHosts({ servers, routesFor, contextFor })
    const refusal = findRefusal(virtualHosts)
    routeConfigs.set(name, { name, virtualHosts, servers: servers.map(serverRef), ...(refusal && { refusal }) })
  }
  const listeners = buildGatewayListeners({
    ports: merged.ports,
    tcpInput: (server, known) => ({ routes: routesFor(server.gateway.key), context: contextFor(server), known }),
    services: services.values(),
    ruleFor,
  })
  const clusters = new Map(buildClusters(mesh, services.values(), ruleFor, { kind: 'gateway', labels: caller.labels }))
  clusters.delete(PASSTHROUGH_CLUSTER)
  const entryPorts = toEntryPorts(targets, listeners)
  return { proxy: caller.proxy, kind: 'gateway', dns: new Map(), listeners, routeConfigs, clusters, entryPorts }
}

/** The Gateways that a proxy serves, oldest first. Istio, PushContext.mergeGateways. */
function servedGateways(mesh: Mesh, caller: Caller, targets: readonly ServiceTarget[]): readonly BoundGateway[] {
  const converted = convertRoutes(mesh).gateways.map(gateway => ({
    ...gateway,
    servers: gateway.servers.map(server => ({ ...server, hosts: resolveServerHosts(server.hosts, gateway.namespace) })),
  }))
  return [...mesh.gateways.map(toBoundGateway), ...converted].filter(isServed).sort(compareByAge)

  function isServed({ servedBy }: BoundGateway): boolean {
    if (servedBy.kind === 'selector') return hasLabels(caller.labels, servedBy.labels)
    return targets.some(({ hostname }) => servedBy.hostnames.includes(hostname))
  }
}

function rememberRoutes(mesh: Mesh, namespace: string): (gateway: string) => readonly GatewayRoutes[] {
  const all = [...boundVirtualServices(mesh).flatMap(toGatewayRoutes), ...convertRoutes(mesh).gatewayRoutes].sort(
    (a, b) => compareByAge(a.bound.resource, b.bound.resource),
  )
  const known = new Map<string, readonly GatewayRoutes[]>()
  return gateway => {
    const found = known.get(gateway) ?? routesForGateway(all, gateway, namespace)
    known.set(gateway, found)
    return found
  }
}

/** The ports that the outside dials: those of the gateway's Services; without a Service, the pods' own. */
function toEntryPorts(
  targets: readonly ServiceTarget[],
  listeners: EnvoyConfig['listeners'],
): ReadonlyMap<number, number> {
  const ports = new Map<number, number>()
  for (const { port, targetPort } of targets) if (!ports.has(port)) ports.set(port, targetPort)
  if (targets.length === 0) for (const { port } of listeners) ports.set(port, port)
  return ports
}

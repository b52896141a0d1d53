import type { ClusterName, Hostname } from '../base/ids.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'
import { findCaller } from './caller.ts'
import type { Caller, CallerName, CallerTraits } from './caller.ts'
import { BLACK_HOLE_CLUSTER, PASSTHROUGH_CLUSTER, toClusterName } from './cluster-name.ts'
import { buildClusters } from './clusters.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'
import { indexDestinationRules } from './destination-rule-index.ts'
import type { DestinationRuleIndex } from './destination-rule-index.ts'
import { chooseDestinationRule, findDestinationRules } from './destination-rule-lookup.ts'
import { buildDns } from './dns.ts'
import { catchAllVirtualHost } from './fixed-routes.ts'
import { compileGateway } from './gateway/compile-gateway.ts'
import { createHashLookup } from './hash-policy.ts'
import { buildListeners } from './listeners.ts'
import { buildRouteConfigurations } from './route-configurations.ts'
import type { RouteContext } from './route-context.ts'
import { boundVirtualServices } from './scope/bound-virtual-services.ts'
import { resolveScope } from './scope/resolve-scope.ts'
import type { SidecarScope } from './scope/scope.ts'
import { claimServices } from './service-claims.ts'
import { sharedByTraits } from './shared-by-traits.ts'
import { buildVirtualHosts } from './virtual-hosts.ts'

/**
 * What istiod tells one caller's sidecar about the mesh: listeners, routes, clusters and endpoints, each with the YAML it
 * comes from. A pod without a sidecar has its resolver and what kube-proxy knows.
 */
export function compileConfig(mesh: Mesh, name: CallerName): EnvoyConfig {
  return createCompiler(mesh)(name)
}

/** The same for one caller after the other; those of a namespace that no rule tells apart share all but their names. */
export function createCompiler(mesh: Mesh): (name: CallerName) => EnvoyConfig {
  const index = indexDestinationRules(mesh)
  const tell = sharedByTraits(caller => forSidecar(mesh, index, caller))
  return name => {
    const caller = findCaller(mesh, name)
    if (caller.gateway) return compileGateway(mesh, caller, createRuleLookup(mesh, index, caller))
    if (!caller.sidecar) return withoutSidecar(mesh, caller)
    return { proxy: caller.proxy, kind: 'sidecar', sourceAddress: caller.address, ...tell(caller) }
  }
}

/** The same for a proxy that is known to be a gateway, whatever its pods look like. */
export function compileGatewayConfig(mesh: Mesh, name: CallerName): EnvoyConfig {
  const caller = findCaller(mesh, name)
  return compileGateway(mesh, caller, createRuleLookup(mesh, indexDestinationRules(mesh), caller))
}

type SidecarConfig = Pick<EnvoyConfig, 'dns' | 'listeners' | 'routeConfigs' | 'clusters'>

function forSidecar(mesh: Mesh, index: DestinationRuleIndex, caller: CallerTraits): SidecarConfig {
  const scope = resolveScope(mesh, caller, boundVirtualServices(mesh))
  const ruleFor = createRuleLookup(mesh, index, caller)
  const listeners = buildListeners(scope, caller, mesh.settings.clusterDomain)
  return {
    dns: buildDns(mesh, caller.namespace),
    listeners,
    routeConfigs: buildRoutes(mesh, caller, scope, listeners, ruleFor),
    clusters: buildClusters(mesh, scope.services.values(), ruleFor, { kind: 'sidecar', labels: caller.labels }),
  }
}

/** Services and their pods as kube-proxy knows them: no VirtualService, no DestinationRule. */
function withoutSidecar(mesh: Mesh, { proxy, namespace }: Caller): EnvoyConfig {
  const dns = buildDns(mesh, namespace)
  const clusters = new Map(buildClusters(mesh, mesh.services.values(), () => undefined, { kind: 'none', labels: {} }))
  clusters.delete(PASSTHROUGH_CLUSTER)
  clusters.delete(BLACK_HOLE_CLUSTER)
  const serviceAddresses = new Map<string, ClusterName>()
  for (const { hostname, clusterIp, externalName, ports } of mesh.services.values()) {
    if (clusterIp === undefined || externalName !== undefined) continue
    for (const { number, detected } of ports) {
      if (detected !== 'UDP')
        serviceAddresses.set(`${clusterIp}:${String(number)}`, toClusterName(number, undefined, hostname))
    }
  }
  return { proxy, kind: 'none', dns, listeners: [], routeConfigs: new Map(), clusters, serviceAddresses }
}

type RuleLookup = (service: MeshService) => ConsolidatedRule | undefined

/** Finds the one DestinationRule that counts for a service, once for each. */
function createRuleLookup(mesh: Mesh, index: DestinationRuleIndex, caller: CallerTraits): RuleLookup {
  const found = new Map<MeshService, ConsolidatedRule | undefined>()
  return service => {
    if (!found.has(service)) {
      const rules = findDestinationRules(index, caller.namespace, mesh.settings.rootNamespace, service)
      found.set(service, chooseDestinationRule(rules, caller))
    }
    return found.get(service)
  }
}

function buildRoutes(
  mesh: Mesh,
  caller: CallerTraits,
  scope: SidecarScope,
  listeners: EnvoyConfig['listeners'],
  ruleFor: RuleLookup,
): EnvoyConfig['routeConfigs'] {
  const { clusterDomain } = mesh.settings
  const hashes = createHashLookup(scope.services, ruleFor)
  const build = scope.listeners.map(egress => {
    const claims = claimServices(egress.virtualServices, egress.services.keys())
    const servicesByPort = groupByPort(egress.services)
    return (port: number) => {
      const services = servicesByPort.get(port) ?? new Map<Hostname, MeshService>()
      const context: RouteContext = { caller, port, clusterDomain, services, hashes }
      return buildVirtualHosts({ ...egress, context, claims, services })
    }
  })
  // Istio, GetEgressListenerForRDS: the listener with this port, or else the one without any.
  const virtualHostsFor = (port: number) => {
    const i = scope.listeners.findIndex(({ egress }) => !egress?.port || egress.port.number === port)
    return build[i]?.(port) ?? []
  }
  return buildRouteConfigurations(listeners, virtualHostsFor, catchAllVirtualHost(scope.outbound))
}

/** Services by the ports that they have but for UDP, ExternalNames too, which a VirtualService may name. Istio, GetByPort. */
function groupByPort(
  services: ReadonlyMap<Hostname, MeshService>,
): ReadonlyMap<number, ReadonlyMap<Hostname, MeshService>> {
  const byPort = new Map<number, Map<Hostname, MeshService>>()
  for (const service of services.values()) {
    for (const { number, detected } of service.ports) {
      if (detected === 'UDP') continue
      const found = byPort.get(number)
      if (found) found.set(service.hostname, service)
      else byPort.set(number, new Map([[service.hostname, service]]))
    }
  }
  return byPort
}

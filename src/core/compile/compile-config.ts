import type { ClusterName, Hostname } from '../base/ids.ts'
import { toHostname } from '../base/ids.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'
import { bindVirtualService } from './bound-virtual-service.ts'
import { findCaller } from './caller.ts'
import type { Caller, CallerName } from './caller.ts'
import { resolvePolicy } from './cluster-policy.ts'
import { BLACK_HOLE_CLUSTER, PASSTHROUGH_CLUSTER, toClusterName } from './cluster-name.ts'
import { buildClusters } from './clusters.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'
import { createDelegateLookup, resolveDelegates } from './delegates.ts'
import { indexDestinationRules } from './destination-rule-index.ts'
import { chooseDestinationRule, findDestinationRules } from './destination-rule-lookup.ts'
import { buildDns } from './dns.ts'
import { catchAllVirtualHost } from './fixed-routes.ts'
import { buildListeners } from './listeners.ts'
import { buildRouteConfigurations } from './route-configurations.ts'
import type { RouteContext } from './route-context.ts'
import { claimServices } from './service-claims.ts'
import { buildVirtualHosts } from './virtual-hosts.ts'
import { selectVirtualServices } from './virtual-service-selection.ts'
import { visibleServices } from './visible-services.ts'

/**
 * What istiod tells one caller's sidecar about the mesh: listeners, routes, clusters and endpoints, each with the YAML it
 * comes from. A pod without a sidecar has its resolver and what kube-proxy knows.
 */
export function compileConfig(mesh: Mesh, name: CallerName): EnvoyConfig {
  const caller = findCaller(mesh, name)
  const dns = buildDns(mesh, caller.namespace)
  if (!caller.sidecar) return withoutSidecar(mesh, caller, dns)
  const services = visibleServices(mesh, caller.namespace)
  const visible = services === mesh.services ? mesh : { ...mesh, services }
  const ruleFor = createRuleLookup(mesh, caller)
  const { outboundTrafficPolicy } = mesh.settings
  return {
    proxy: caller.proxy,
    kind: 'sidecar',
    dns,
    listeners: buildListeners(services.values(), outboundTrafficPolicy),
    routeConfigs: buildRoutes(visible, caller, ruleFor),
    clusters: buildClusters(services.values(), ruleFor),
  }
}

/** Services and their pods as kube-proxy knows them: no VirtualService, no DestinationRule. */
function withoutSidecar(mesh: Mesh, { proxy }: Caller, dns: EnvoyConfig['dns']): EnvoyConfig {
  const clusters = new Map(buildClusters(mesh.services.values(), () => undefined))
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
function createRuleLookup(mesh: Mesh, caller: Caller): RuleLookup {
  const index = indexDestinationRules(mesh)
  const found = new Map<MeshService, ConsolidatedRule | undefined>()
  return service => {
    if (!found.has(service)) {
      const rules = findDestinationRules(index, caller.namespace, mesh.settings.rootNamespace, service)
      found.set(service, chooseDestinationRule(rules, caller))
    }
    return found.get(service)
  }
}

function buildRoutes(mesh: Mesh, caller: Caller, ruleFor: RuleLookup): EnvoyConfig['routeConfigs'] {
  const { clusterDomain, outboundTrafficPolicy } = mesh.settings
  const findDelegate = createDelegateLookup(mesh.virtualServices)
  const virtualServices = selectVirtualServices(mesh.virtualServices, caller.namespace).map(resource =>
    resolveDelegates(bindVirtualService(resource, clusterDomain), findDelegate),
  )
  const claims = claimServices(virtualServices, mesh.services.keys())
  const servicesByPort = groupByPort(mesh.services)
  const aliases = groupAliases(mesh.services.values())
  const isHashed = createHashTest(mesh, ruleFor)
  return buildRouteConfigurations(
    servicesByPort,
    port => {
      const context: RouteContext = { caller, port, clusterDomain, services: mesh.services, isHashed }
      return buildVirtualHosts({
        context,
        virtualServices,
        claims,
        services: servicesByPort.get(port) ?? new Map(),
        aliases,
      })
    },
    catchAllVirtualHost(outboundTrafficPolicy),
  )
}

/** Tells whether a destination's policy hashes; its port counts only where the route names it [C100]. */
function createHashTest(mesh: Mesh, ruleFor: RuleLookup): RouteContext['isHashed'] {
  return (hostname, subsetName, port) => {
    const service = mesh.services.get(hostname)
    const rule = service && ruleFor(service)
    if (!rule) return false
    const subset = rule.subsets.find(({ subset: { name } }) => name === subsetName)?.subset
    const policy = resolvePolicy(rule.trafficPolicy, subset?.trafficPolicy, port ?? 0)
    return policy?.loadBalancer?.consistentHash !== undefined
  }
}

/** ExternalNames by the host that they stand for. Istio, resolveServiceAliases [A67]. */
function groupAliases(services: Iterable<MeshService>): ReadonlyMap<Hostname, readonly MeshService[]> {
  const aliases = new Map<Hostname, readonly MeshService[]>()
  for (const service of services) {
    if (service.externalName === undefined) continue
    const target = toHostname(service.externalName)
    aliases.set(target, [...(aliases.get(target) ?? []), service])
  }
  return aliases
}

function groupByPort(
  services: ReadonlyMap<Hostname, MeshService>,
): ReadonlyMap<number, ReadonlyMap<Hostname, MeshService>> {
  const byPort = new Map<number, Map<Hostname, MeshService>>()
  for (const service of services.values()) {
    if (service.externalName !== undefined) continue
    for (const { number } of service.ports) {
      const found = byPort.get(number)
      if (found) found.set(service.hostname, service)
      else byPort.set(number, new Map([[service.hostname, service]]))
    }
  }
  return byPort
}

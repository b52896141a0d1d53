import { below } from '../../base/origin.ts'
import type { VirtualHost } from '../../envoy/index.ts'
import { hasLabels } from '../../mesh/index.ts'
import type { HttpMatch, VirtualServiceResource } from '../../resources/index.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'
import { isBoundToMesh, isExportedTo } from '../virtual-service-selection.ts'
import { exportWords, list } from './export-words.ts'
import { hide, isWithin } from './hidden-resource.ts'
import type { HiddenContext, HiddenReason, HiddenResource } from './hidden-resource.ts'
import { describeImports } from './import-words.ts'

/** The VirtualServices that a caller does not use, by the reason that comes first; delegates are their roots' affair. */
export function findHiddenVirtualServices(context: HiddenContext): readonly HiddenResource[] {
  const virtualHosts = [...context.config.routeConfigs.values()].flatMap(config => config.virtualHosts)
  const used = new Set(virtualHosts.map(({ origin }) => origin))
  return context.virtualServices.flatMap(bound => {
    if (bound.isGatewayApi || used.has(bound.resource.origin)) return []
    return explain(bound, context, virtualHosts) ?? []
  })
}

function explain(
  bound: BoundVirtualService,
  { caller, scope }: HiddenContext,
  virtualHosts: readonly VirtualHost[],
): HiddenResource | undefined {
  const { resource, hosts } = bound
  const { gateways, exportTo } = resource.spec
  const say = (reason: HiddenReason, because: string, ...path: readonly (string | number)[]) =>
    hide('VirtualService', resource, reason, because, below(resource.origin, ...path))
  if (!isBoundToMesh(resource)) {
    const which = `${gateways.length === 1 ? 'gateway' : 'gateways'} ${list(gateways)}`
    return say('gatewayOnly', `bound to ${which} only, not to mesh`, 'spec', 'gateways')
  }
  if (!isExportedTo(resource, caller.namespace)) {
    return say('notExported', exportWords(exportTo, resource.namespace), 'spec', 'exportTo')
  }
  if (!scope.listeners.some(({ virtualServices }) => virtualServices.includes(bound))) {
    if (!scope.sidecar) return undefined
    const { because, origin } = describeImports(scope.sidecar, caller.namespace, resource.namespace, hosts[0] ?? '')
    return hide('VirtualService', resource, 'notImported', because, origin)
  }
  // Rules for TCP and TLS make no virtual hosts.
  if (bound.rules.length === 0) return undefined
  if (!bound.rules.some(({ rule }) => rule.match.length === 0 || rule.match.some(match => isFor(match, caller)))) {
    const because = 'each match of its rules is for other callers (sourceLabels, sourceNamespace or gateways)'
    return say('noRuleForCaller', because, 'spec', 'http')
  }
  const winner = findWinner(bound, scope.listeners[0]?.virtualServices ?? [], virtualHosts)
  if (winner) {
    const because = `VirtualService ${winner.namespace}/${winner.name} has ${list(resource.spec.hosts)} already`
    return hide('VirtualService', resource, 'hostTaken', `${because}: ${whyFirst(winner, resource)}`, winner.origin)
  }
  const because = `this caller knows no HTTP port of a Service named ${list(resource.spec.hosts)}`
  return say('noSuchHost', because, 'spec', 'hosts')
}

/** As `isForCaller` of the routes, whatever the port. Istio, sourceMatchHTTP. */
function isFor(match: HttpMatch, caller: HiddenContext['caller']): boolean {
  if (match.gateways.length > 0) return match.gateways.includes('mesh')
  if (!hasLabels(caller.labels, match.sourceLabels)) return false
  return !match.sourceNamespace || match.sourceNamespace === caller.namespace
}

/** The VirtualService that has the first of another's hosts. */
function findWinner(
  { hosts, resource }: BoundVirtualService,
  selected: readonly BoundVirtualService[],
  virtualHosts: readonly VirtualHost[],
): VirtualServiceResource | undefined {
  const taken = virtualHosts.find(({ domains }) => hosts.some(host => domains.includes(host.toLowerCase())))
  const byHost = selected.find(other => taken?.origin && isWithin(taken.origin, other.resource.origin))
  const byName = selected.find(other => hosts.every(host => other.hosts.includes(host)))
  const winner = (byHost ?? byName)?.resource
  return winner === resource ? undefined : winner
}

/** Why one of two VirtualServices for a host comes first [A10]. */
function whyFirst(winner: VirtualServiceResource, other: VirtualServiceResource): string {
  const isPublic = ({ spec: { exportTo } }: VirtualServiceResource) => exportTo.length === 0 || exportTo.includes('*')
  if (isPublic(winner) !== isPublic(other)) return 'it is exported to this namespace by name, which comes before all'
  if (winner.creationTimestamp !== other.creationTimestamp) return 'it is older'
  if (winner.name !== other.name) return 'both are of one age, and its name comes first'
  return 'both are of one age and name, and its namespace comes first'
}

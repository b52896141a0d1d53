import type { Hostname } from '../../base/ids.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import { hasLabels, isCoveredBy, isWildcard, resolveHost } from '../../mesh/index.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource } from '../../resources/index.ts'
import { exportSet } from '../consolidated-rule.ts'
import type { ConsolidatedRule } from '../consolidated-rule.ts'
import { indexDestinationRules } from '../destination-rule-index.ts'
import { chooseDestinationRule, findDestinationRules } from '../destination-rule-lookup.ts'
import { exportWords, list } from './export-words.ts'
import { hide } from './hidden-resource.ts'
import type { HiddenReason, HiddenResource, HiddenView } from './hidden-resource.ts'

interface Found {
  readonly rules: readonly ConsolidatedRule[]
  readonly chosen: ConsolidatedRule | undefined
}

/** The DestinationRules that no cluster of a caller has anything of, by the reason that comes first. */
export function findHiddenDestinationRules(context: HiddenView): readonly HiddenResource[] {
  const { mesh, caller, scope } = context
  if (mesh.destinationRules.length === 0) return []
  const { clusterDomain, rootNamespace } = mesh.settings
  const index = indexDestinationRules(mesh)
  const services = [...scope.services.values()].filter(({ externalName }) => externalName === undefined)
  const found = new Map<MeshService, Found>()
  const used = new Set<Origin>()
  for (const service of services) {
    const rules = findDestinationRules(index, caller.namespace, rootNamespace, service)
    const chosen = chooseDestinationRule(rules, caller)
    found.set(service, { rules, chosen })
    for (const { origin } of chosen?.from ?? []) used.add(origin)
  }
  return mesh.destinationRules.flatMap(resource => {
    if (used.has(resource.origin)) return []
    const host = resolveHost(resource.spec.host, resource.namespace, clusterDomain)
    const own = services.filter(({ hostname }) => isCoveredBy(hostname, host))
    return own.length === 0 ? noSuchHost(resource, host, context) : explain(resource, own, found, context)
  })
}

const say = (
  resource: DestinationRuleResource,
  reason: HiddenReason,
  because: string,
  ...path: readonly (string | number)[]
) => hide('DestinationRule', resource, reason, because, below(resource.origin, ...path))

function noSuchHost(resource: DestinationRuleResource, host: Hostname, { mesh }: HiddenView): HiddenResource {
  const exists = isWildcard(host)
    ? [...mesh.services.keys()].some(hostname => isCoveredBy(hostname, host))
    : mesh.services.has(host)
  const because = exists ? `this caller is told of no Service named ${host}` : `there is no Service named ${host}`
  return say(resource, 'noSuchHost', because, 'spec', 'host')
}

function explain(
  resource: DestinationRuleResource,
  services: readonly MeshService[],
  found: ReadonlyMap<MeshService, Found>,
  { mesh, caller }: HiddenView,
): HiddenResource {
  const { namespace, spec } = resource
  const { rootNamespace } = mesh.settings
  const isOwn = namespace === caller.namespace
  const homes = new Set(services.map(service => service.namespace))
  if (!isOwn && namespace !== rootNamespace && !homes.has(namespace)) {
    const where = `this caller’s (${caller.namespace}), the Service’s (${list([...homes])}) and ${rootNamespace}`
    return say(resource, 'notLookedUp', `rules are looked up in three namespaces: ${where}`, 'metadata', 'namespace')
  }
  if (spec.workloadSelector && !isOwn) {
    return say(
      resource,
      'notSelected',
      `with a workloadSelector it holds in ${namespace} only`,
      'spec',
      'workloadSelector',
    )
  }
  if (spec.workloadSelector && !hasLabels(caller.labels, spec.workloadSelector)) {
    const wanted = list(Object.entries(spec.workloadSelector).map(([key, value]) => `${key}=${value}`))
    return say(resource, 'notSelected', `it is for callers with ${wanted}`, 'spec', 'workloadSelector')
  }
  const exportTo = [...exportSet(resource)]
  const isExported = exportTo.length === 0 || exportTo.includes('*') || exportTo.includes(caller.namespace)
  if (!isExported && !(isOwn && exportTo.includes('.'))) {
    return say(resource, 'notExported', exportWords(exportTo, namespace), 'spec', 'exportTo')
  }
  return overridden(resource, services, found, caller.namespace)
}

/** What counts in its place, for the first of its services. */
function overridden(
  resource: DestinationRuleResource,
  services: readonly MeshService[],
  found: ReadonlyMap<MeshService, Found>,
  callerNamespace: string,
): HiddenResource {
  const [service] = services
  const { chosen, rules = [] } = (service && found.get(service)) ?? {}
  const winner = chosen ?? rules[0]
  if (!service || !winner) return say(resource, 'overridden', 'another rule for its host counts', 'spec', 'host')
  const name = `DestinationRule ${winner.namespace}/${winner.name}`
  if (!chosen) {
    const because = `${name} hides it, although its workloadSelector does not select this caller`
    return say(resource, 'overridden', because, 'spec', 'host')
  }
  const isNearer = winner.namespace !== resource.namespace
  const where = winner.namespace === callerNamespace ? 'this caller' : 'the Service'
  const why = isNearer
    ? `it is in the namespace of ${where}`
    : winner.host === resource.spec.host
      ? 'of rules with different exportTo or selectors one alone counts'
      : `its host ${winner.host} is more specific`
  return say(resource, 'overridden', `${name} counts for ${service.name}: ${why}`, 'spec', 'host')
}

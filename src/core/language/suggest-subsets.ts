import {
  findDestinationRules,
  findRulesHiddenFrom,
  indexDestinationRules,
  isExportedTo,
  isGateway,
  resolveGatewayName,
} from '../compile/index.ts'
import { hasLabels, isCoveredBy, resolveHost } from '../mesh/index.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'
import type { DestinationRuleResource, Subset, VirtualServiceResource } from '../resources/index.ts'
import type { Suggestion } from './answers.ts'
import { count, isAtPlace, pairs, some } from './asking.ts'
import type { Asking } from './asking.ts'
import { namesOf } from './occurrences.ts'
import { textAt } from './place-at.ts'

/**
 * Subsets of the host beside the place: those of the DestinationRules that its callers look up, and last those of others,
 * each with the reason why nobody finds it here.
 */
export function suggestSubsets(asking: Asking): readonly Suggestion[] {
  const { known, place } = asking
  const { mesh } = known
  const beside = (key: string): string | undefined => textAt(place.resource, [...place.path.slice(0, -1), key])
  const host = beside('host') ?? beside('service')
  if (host === undefined) return []
  const hostname = resolveHost(host, place.namespace, mesh.settings.clusterDomain)
  const service = mesh.services.get(hostname)
  const found = lookUp(mesh, { hostname, namespace: service?.namespace ?? homeOf(hostname) }, viewersOf(asking))
  const suggestions = found.map(({ subset, rule }) => ({
    kind: 'subset' as const,
    label: subset.name,
    insert: subset.name,
    detail: `${pairs(subset.labels) || 'no labels'} · ${podsOf(subset, service)}`,
    more: `Of DestinationRule \`${rule.namespace}/${rule.name}\`: ${pairs(subset.labels) || 'no labels'}.`,
  }))
  const names = new Set(suggestions.map(({ label }) => label))
  const others = mesh.destinationRules
    .filter(rule => isCoveredBy(hostname, resolveHost(rule.spec.host, rule.namespace, mesh.settings.clusterDomain)))
    .flatMap(rule =>
      rule.spec.subsets.flatMap(({ name }): readonly Suggestion[] => {
        if (names.has(name)) return []
        const hidden = findRulesHiddenFrom(mesh, place.namespace).find(one => one.resource.key === rule.key)
        const because = hidden?.because ?? 'no caller of this rule looks there'
        return [unfit(name, `in DestinationRule ${rule.namespace}/${rule.name}: ${because}`)]
      }),
    )
  return [...suggestions, ...others]
}

const unfit = (name: string, detail: string): Suggestion => ({
  kind: 'subset',
  label: name,
  insert: name,
  detail,
  unfit: true,
})

const homeOf = (hostname: string): string => hostname.split('.')[1] ?? 'default'

/** How many pods a subset has. */
export function podsOf({ labels }: Subset, service: MeshService | undefined): string {
  if (!service) return 'no Service here'
  const behind = [...service.pods, ...service.externalEndpoints]
  return count(behind.filter(one => hasLabels(one.labels, labels)).length, 'pod')
}

interface FoundSubset {
  readonly subset: Subset
  readonly rule: Pick<DestinationRuleResource, 'name' | 'namespace'>
}

const indexes = new WeakMap<Mesh, ReturnType<typeof indexDestinationRules>>()

function indexOf(mesh: Mesh): ReturnType<typeof indexDestinationRules> {
  let index = indexes.get(mesh)
  if (!index) indexes.set(mesh, (index = indexDestinationRules(mesh)))
  return index
}

/** The subsets that somebody of the namespaces finds, each once. Istio, PushContext.destinationRule [A41]-[A44]. */
export function lookUp(
  mesh: Mesh,
  service: Pick<MeshService, 'hostname' | 'namespace'>,
  viewers: readonly string[],
): readonly FoundSubset[] {
  const index = indexOf(mesh)
  const found = new Map<string, FoundSubset>()
  for (const viewer of viewers) {
    for (const rule of findDestinationRules(index, viewer, mesh.settings.rootNamespace, service)) {
      for (const { subset } of rule.subsets) if (!found.has(subset.name)) found.set(subset.name, { subset, rule })
    }
  }
  return [...found.values()]
}

/** Whose proxies use the rule at the place: its own namespace first, others that it is exported to, or its gateways'. */
function viewersOf({ known: { mesh, resources }, place }: Asking): readonly string[] {
  const resource = resources.find(
    (one): one is VirtualServiceResource => one.kind === 'VirtualService' && one.origin.documentId === place.documentId,
  )
  if (place.kind !== 'VirtualService' || !resource) return [place.namespace]
  const { gateways } = resource.spec
  const isForMesh = gateways.length === 0 || gateways.includes('mesh')
  const sidecars = mesh.workloads.filter(({ sidecar, namespace }) => sidecar && isExportedTo(resource, namespace))
  const named = new Set(gateways.map(name => resolveGatewayName(name, resource.namespace)))
  const serving = mesh.gateways.filter(({ namespace, name }) => named.has(`${namespace}/${name}`))
  const proxies = mesh.workloads.filter(
    workload => serving.some(({ spec }) => hasLabels(workload.labels, spec.selector)) && isGateway(mesh, workload),
  )
  const viewers = [...(isForMesh ? [place, ...sidecars] : []), ...proxies].map(({ namespace }) => namespace)
  return viewers.length > 0 ? [...new Set(viewers)] : [place.namespace]
}

/** Names that rules use for the host of a DestinationRule, and nobody defines. */
export function suggestWantedSubsets(asking: Asking): readonly Suggestion[] {
  const { known, place } = asking
  const host = textAt(place.resource, ['spec', 'host'])
  if (host === undefined) return []
  const ending = ` of ${resolveHost(host, place.namespace, known.mesh.settings.clusterDomain)}`
  return [...namesOf(known).byMeaning].flatMap(([meaning, occurrences]): readonly Suggestion[] => {
    if (!meaning.startsWith('subset ') || !meaning.endsWith(ending)) return []
    const others = occurrences.filter(one => !isAtPlace(asking, one))
    if (others.length === 0 || others.some(({ isDefinition }) => isDefinition)) return []
    const users = [...new Set(others.map(({ resource }) => `${resource.kind} ${resource.name}`))]
    const name = meaning.slice('subset '.length, -ending.length)
    return [{ kind: 'subset', label: name, insert: name, detail: `used by ${some(users, 2)}, defined nowhere` }]
  })
}

import type { Fix } from '../../base/diagnostic.ts'
import type { Hostname } from '../../base/ids.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import { hasLabels, resolveHost } from '../../mesh/index.ts'
import type { Mesh, MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource, Subset } from '../../resources/index.ts'
import { putValue, setScalar } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { findSimilar } from '../../base/similar-name.ts'

/** A host that no Service has, as one resource writes it. */
export interface MissingHost {
  readonly written: string
  /** Of the resource. */
  readonly namespace: string
  readonly hostname: Hostname
}

/** The Service that is meant, wherever the text names the host that is not there. */
export function useRealHost(facts: Facts, missing: MissingHost): Fix | undefined {
  const service = findElsewhere(facts, missing.written) ?? findNear(facts, missing)
  if (!service) return undefined
  const to = missing.written.includes('.') || service.namespace !== missing.namespace ? service.hostname : service.name
  const legs = facts.legs.filter(leg => leg.hostname === missing.hostname)
  const rules = facts.destinationRules.get(missing.hostname) ?? []
  const moved = rules.filter(rule => isMoved(facts, rule, service))
  const edits = [
    ...legs.map(leg => setScalar(facts.parsed, below(leg.origin, 'host'), to)),
    ...renameOfVirtualServices(facts, missing.hostname, service.hostname, to),
    ...rules.flatMap(rule => editsOfRule(facts, rule, service)),
  ]
  const made = edits.flatMap(edit => edit ?? [])
  if (made.length === 0 || made.length < edits.length) return undefined
  return {
    title: titleOf(to, made.length - moved.length, moved.length > 0 ? service.namespace : undefined),
    edits: made,
  }
}

function titleOf(to: string, places: number, namespace: string | undefined): string {
  if (namespace !== undefined && places === 0) return `Move it to namespace ${namespace}`
  const used = places === 1 ? `Use ${to}` : `Use ${to} in ${String(places)} places`
  return namespace === undefined ? used : `${used}, and move the DestinationRule to ${namespace}`
}

/** The only Service in another namespace that a short name, or `name.namespace`, may have meant [A1]. */
export function findElsewhere({ mesh }: Pick<Facts, 'mesh'>, written: string): MeshService | undefined {
  const [name, namespace, ...more] = written.replace(/\.$/, '').split('.')
  const [service, another] = (servicesByName(mesh).get(name ?? '') ?? []).filter(
    each => namespace === undefined || each.namespace === namespace,
  )
  const isName = ['', 'svc', 'svc.cluster', `svc.${mesh.settings.clusterDomain}`].includes(more.join('.'))
  return isName && !another ? service : undefined
}

const indexed = new WeakMap<Mesh, ReadonlyMap<string, readonly MeshService[]>>()

/** Asked for each of thousands of hosts, so they are gathered once. */
function servicesByName(mesh: Mesh): ReadonlyMap<string, readonly MeshService[]> {
  const known = indexed.get(mesh)
  if (known) return known
  const index = new Map<string, MeshService[]>()
  for (const service of mesh.services.values()) {
    const same = index.get(service.name)
    if (same) same.push(service)
    else index.set(service.name, [service])
  }
  indexed.set(mesh, index)
  return index
}

/** The only one of the namespace that it means whose name is almost the same. */
function findNear({ mesh }: Facts, { hostname }: MissingHost): MeshService | undefined {
  const [written = '', namespace, ...domain] = hostname.split('.')
  if (domain.join('.') !== `svc.${mesh.settings.clusterDomain}`) return undefined
  const near = [...mesh.services.values()].filter(service => service.namespace === namespace)
  const name = findSimilar(
    written,
    near.map(service => service.name),
  )
  return near.find(service => service.name === name)
}

type Edits = readonly (TextEdit | undefined)[]

/** Not where another VirtualService has the host already: they would not be merged. */
function renameOfVirtualServices({ parsed, mesh }: Facts, from: Hostname, hostname: Hostname, to: string): Edits {
  const placesOf = (wanted: Hostname): readonly Origin[] =>
    mesh.virtualServices.flatMap(({ origin, namespace, spec }) =>
      spec.hosts.flatMap((host, i) =>
        resolveHost(host, namespace, mesh.settings.clusterDomain) === wanted ? [below(origin, 'spec', 'hosts', i)] : [],
      ),
    )
  const places = placesOf(from)
  return places.length > 0 && placesOf(hostname).length > 0
    ? [undefined]
    : places.map(place => setScalar(parsed, place, to))
}

/**
 * A DestinationRule for the Service, in its namespace, where all callers look. Not where that would bring out another
 * mistake: subsets without pods, or a second rule.
 */
function editsOfRule(
  { parsed, mesh, destinationRules }: Facts,
  rule: DestinationRuleResource,
  service: MeshService,
): Edits {
  const { origin, spec } = rule
  const moves = isMoved({ mesh }, rule, service)
  const isTaken = mesh.destinationRules.some(
    other => other !== rule && other.namespace === service.namespace && other.name === rule.name,
  )
  const isEmpty = ({ labels }: Subset): boolean => !service.pods.some(pod => hasLabels(pod.labels, labels))
  if (destinationRules.has(service.hostname) || spec.subsets.some(isEmpty) || (moves && isTaken)) return [undefined]
  const isShort = !spec.host.includes('.')
  const place = below(origin, 'spec', 'host')
  return [
    ...(moves ? [putValue(parsed, below(origin, 'metadata', 'namespace'), service.namespace)] : []),
    ...(isShort && spec.host === service.name
      ? []
      : [setScalar(parsed, place, isShort ? service.name : service.hostname)]),
  ]
}

const isMoved = (
  { mesh }: Pick<Facts, 'mesh'>,
  { namespace }: DestinationRuleResource,
  service: MeshService,
): boolean => namespace !== service.namespace && namespace !== mesh.settings.rootNamespace

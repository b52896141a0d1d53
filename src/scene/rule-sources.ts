import { below } from '../core/base/origin.ts'
import type { Origin } from '../core/base/origin.ts'
import type { VirtualHost } from '../core/envoy/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { viewHttpRouteRule } from '../core/resources/index.ts'
import type { HttpMatch, HttpRouteResource, HttpRule, VirtualServiceResource } from '../core/resources/index.ts'
import { originKey } from './names.ts'

/** A rule of a card, wherever it was written. */
export interface SourceRule {
  readonly rule: HttpRule
  /** `spec.http[i]` or an HTTPRoute's `spec.rules[i]`. */
  readonly origin: Origin
  /** Of the resource that says it: short hosts are looked up there. */
  readonly namespace: string
  /** Its place among the rules of its own resource, from 1. */
  readonly number: number
  /** What the rule is called without a name of its own: `rule 2`. */
  readonly fallback: string
  /** The same in a sentence, where that is longer: `rule 2 of cart-rules`. */
  readonly called?: string
  /** Of a delegate: what the rule that delegates asks for. */
  readonly within?: readonly HttpMatch[]
  /** The field of its destinations, below the rule. */
  readonly legField: 'route' | 'backendRefs'
}

/**
 * The rules of a host in YAML order: its VirtualService's, each delegate's below the rule that names it, then those of
 * VirtualServices that a gateway merges into it.
 */
export function rulesOfVirtualService(
  resource: VirtualServiceResource,
  virtualHosts: readonly VirtualHost[],
  world: World,
): readonly SourceRule[] {
  const own = ownRules(resource)
  const others = virtualHosts.flatMap(({ source }) => source?.rules.filter(({ of }) => of !== undefined) ?? [])
  if (others.length === 0) return own
  const wanted = new Set(others.map(({ origin }) => originKey(origin)))
  const groups = world.mesh.virtualServices
    .filter(other => other !== resource)
    .map(other => ({ other, rules: ownRules(other, other.name).filter(each => wanted.has(originKey(each.origin))) }))
    .filter(({ rules }) => rules.length > 0)
  const placed = new Set<VirtualServiceResource>()
  const withDelegates = own.flatMap(each => {
    const { delegate, match } = each.rule
    const group = delegate && groups.find(({ other }) => other.name === delegate.name && !placed.has(other))
    if (!group) return [each]
    placed.add(group.other)
    return [each, ...group.rules.map(rule => ({ ...rule, within: match }))]
  })
  return [...withDelegates, ...groups.filter(({ other }) => !placed.has(other)).flatMap(({ rules }) => rules)]
}

function ownRules({ origin, namespace, spec }: VirtualServiceResource, of?: string): readonly SourceRule[] {
  return spec.http.map((rule, i) => ({
    rule,
    origin: below(origin, 'spec', 'http', i),
    namespace,
    number: i + 1,
    fallback: of === undefined ? `rule ${String(i + 1)}` : `${of} ${String(i + 1)}`,
    ...(of !== undefined && { called: `rule ${String(i + 1)} of ${of}` }),
    legField: 'route',
  }))
}

/** The HTTPRoutes whose rules are merged for a host, and these rules as each of them lists them. */
export function rulesOfHttpRoutes(
  virtualHosts: readonly VirtualHost[],
  world: World,
): { readonly routes: readonly HttpRouteResource[]; readonly rules: readonly SourceRule[] } {
  const wanted = new Set(virtualHosts.flatMap(({ source }) => source?.rules.map(rule => originKey(rule.origin)) ?? []))
  const all = world.mesh.httpRoutes.map(resource => ({ resource, rules: rulesOfHttpRoute(resource) }))
  const found = all.filter(({ rules }) => rules.some(({ origin }) => wanted.has(originKey(origin))))
  const name = (resource: HttpRouteResource, fallback: string) =>
    found.length > 1 ? `${resource.name} ${fallback}` : fallback
  return {
    routes: found.map(({ resource }) => resource),
    rules: found.flatMap(({ resource, rules }) =>
      rules.map(each => ({ ...each, fallback: name(resource, each.fallback) })),
    ),
  }
}

function rulesOfHttpRoute({ origin, namespace, spec }: HttpRouteResource): readonly SourceRule[] {
  return spec.rules.map((source, i) => ({
    rule: bySegment(viewHttpRouteRule(source, namespace)),
    origin: below(origin, 'spec', 'rules', i),
    namespace,
    number: i + 1,
    fallback: `rule ${String(i + 1)}`,
    legField: 'backendRefs',
  }))
}

/** A prefix reads as `/api/*`: it ends at a segment. */
function bySegment(rule: HttpRule): HttpRule {
  const match = rule.match.map(each =>
    each.uri?.kind === 'prefix' && !each.uri.value.endsWith('/')
      ? { ...each, uri: { ...each.uri, value: `${each.uri.value}/` } }
      : each,
  )
  return { ...rule, match }
}

import { below } from '../core/base/origin.ts'
import type { Origin } from '../core/base/origin.ts'
import type { VirtualHost } from '../core/envoy/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { viewHttpRouteRule } from '../core/resources/index.ts'
import type { HttpRouteResource, HttpRule, VirtualServiceResource } from '../core/resources/index.ts'
import { originKey } from './names.ts'

/** A rule of a card, wherever it was written. */
export interface SourceRule {
  readonly rule: HttpRule
  /** `spec.http[i]` or an HTTPRoute's `spec.rules[i]`. */
  readonly origin: Origin
  /** Of the resource that says it: short hosts are looked up there. */
  readonly namespace: string
  /** What the rule is called without a name of its own: `rule 2`. */
  readonly fallback: string
  /** The field of its destinations, below the rule. */
  readonly legField: 'route' | 'backendRefs'
}

/** A VirtualService's rules in YAML order. */
export const rulesOfVirtualService = ({ origin, namespace, spec }: VirtualServiceResource): readonly SourceRule[] =>
  spec.http.map((rule, i) => ({
    rule,
    origin: below(origin, 'spec', 'http', i),
    namespace,
    fallback: `rule ${String(i + 1)}`,
    legField: 'route',
  }))

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

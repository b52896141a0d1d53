import { below } from '../base/origin.ts'
import type { HeaderOperations, HttpRule, VirtualServiceResource } from '../resources/index.ts'
import { bindRule } from './bound-virtual-service.ts'
import type { BoundRule, BoundVirtualService } from './bound-virtual-service.ts'
import { joinNames, mergeMatches } from './delegate-match.ts'
import { mergeMirrors } from './delegate-mirrors.ts'
import { isEmpty } from './header-operations.ts'
import { isExportedTo } from './virtual-service-selection.ts'

/** Finds a VirtualService without hosts, which others may delegate to. */
export type FindDelegate = (name: string, namespace: string) => VirtualServiceResource | undefined

/** The delegate candidates among VirtualServices [A71]. */
export function createDelegateLookup(resources: readonly VirtualServiceResource[]): FindDelegate {
  const candidates = resources.filter(({ spec }) => spec.hosts.length === 0)
  const byName = new Map(candidates.map(resource => [`${resource.namespace}/${resource.name}`, resource]))
  return (name, namespace) => byName.get(`${namespace}/${name}`)
}

/**
 * Puts delegates' rules in the place of the rules that name them. A rule whose delegate does not exist, or is not
 * exported to the root's namespace, goes. Istio, mergeVirtualServicesIfNeeded [A71]-[A78].
 */
export function resolveDelegates(
  bound: BoundVirtualService,
  find: FindDelegate,
  clusterDomain: string,
): BoundVirtualService {
  if (bound.rules.every(({ rule }) => !rule.delegate)) return bound
  const { namespace } = bound.resource
  const rules = bound.rules.flatMap(root => {
    const { delegate } = root.rule
    if (!delegate) return root
    const found = find(delegate.name, delegate.namespace || namespace)
    if (!found || !isExportedTo(found, namespace)) return []
    return found.spec.http.flatMap((rule, i) => mergeRule(root, bindRule(rule, found, i), clusterDomain) ?? [])
  })
  return { ...bound, rules }
}

/** What the delegate's rule leaves unset, as whole structs, comes from the root's. Istio, mergeHTTPRoute [A77]. */
function mergeRule(root: BoundRule, own: BoundRule, clusterDomain: string): BoundRule | undefined {
  const merged = mergeMatches(root.rule.match, own.rule.match)
  if (!merged) return undefined
  const { mirrors, mirrorOrigins = [] } = mergeMirrors(root, own, clusterDomain)
  const rule: HttpRule = {
    ...own.rule,
    name: joinNames(root.rule.name, own.rule.name),
    match: merged.matches,
    directResponse: own.rule.directResponse ?? root.rule.directResponse,
    rewrite: own.rule.rewrite ?? root.rule.rewrite,
    timeoutMs: own.rule.timeoutMs ?? root.rule.timeoutMs,
    retries: own.rule.retries ?? root.rule.retries,
    fault: own.rule.fault ?? root.rule.fault,
    mirrors,
    corsPolicy: own.rule.corsPolicy ?? root.rule.corsPolicy,
    headers: isUnset(own.rule.headers) ? root.rule.headers : own.rule.headers,
  }
  const matchOrigins = merged.matches.map((_, i) => {
    const [d, r] = [merged.delegateIndex[i], merged.rootIndex[i]]
    return (d === undefined ? root.matchOrigins[r ?? 0] : own.matchOrigins[d]) ?? below(own.origin, 'match')
  })
  return { ...own, rule, matchOrigins, mirrorOrigins }
}

const isUnset = ({ request, response }: HeaderOperations) => isEmpty(request) && isEmpty(response)

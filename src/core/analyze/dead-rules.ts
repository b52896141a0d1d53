import { toDocumentId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import { isCatchAll, toRouteMatch } from '../compile/index.ts'
import type { HttpMatch, HttpRule, VirtualServiceResource } from '../resources/index.ts'
import { covers } from './match-cover.ts'

/** A rule, or one match of a rule, that no request can meet. Counted from 0. */
export interface DeadRule {
  readonly rule: number
  /** Undefined where the whole rule is dead. */
  readonly match: number | undefined
  /** The first rule above that takes its requests. */
  readonly by: number
  /** `all`: that rule takes everything, so istiod does not even send the later ones. */
  readonly because: 'all' | 'broader'
}

const known = new WeakMap<VirtualServiceResource, readonly DeadRule[]>()

/** Dead rules of a VirtualService. Istio, BuildHTTPRoutesForVirtualService stops at the first catch-all [B30]. */
export function findDeadRules(resource: VirtualServiceResource): readonly DeadRule[] {
  const found = known.get(resource) ?? deadRulesOf(resource.spec.http, resource.spec.gateways)
  known.set(resource, found)
  return found
}

/** The same for rules in any order. */
export function deadRulesOf(rules: readonly HttpRule[], gateways: readonly string[]): readonly DeadRule[] {
  const dead: DeadRule[] = []
  const seen: { readonly match: HttpMatch; readonly rule: number }[] = []
  let taker: number | undefined
  for (const [index, rule] of rules.entries()) {
    if (taker !== undefined) {
      dead.push({ rule: index, match: undefined, by: taker, because: 'all' })
      continue
    }
    const covered = rule.match.map(match => seen.find(earlier => covers(earlier.match, match))?.rule)
    const first = covered[0]
    if (first !== undefined && covered.every(by => by !== undefined)) {
      dead.push({ rule: index, match: undefined, by: first, because: 'broader' })
    } else {
      for (const [match, by] of covered.entries()) {
        if (by !== undefined) dead.push({ rule: index, match, by, because: 'broader' })
      }
    }
    if (rule.delegate) continue
    if (takesEverything(rule, gateways)) taker = index
    else seen.push(...rule.match.map(match => ({ match, rule: index })))
  }
  return dead
}

/** Whether a rule takes all requests of all callers that its VirtualService concerns. */
export function takesEverything(rule: HttpRule, gateways: readonly string[]): boolean {
  if (rule.delegate) return false
  return rule.match.length === 0 || rule.match.some(match => isFreeOfConditions(match, gateways))
}

const NOWHERE: Origin = { documentId: toDocumentId(0), path: [] }

function isFreeOfConditions(match: HttpMatch, gateways: readonly string[]): boolean {
  if (match.port !== undefined || !isCatchAll(toRouteMatch(match, NOWHERE))) return false
  if (match.gateways.length > 0) {
    return (gateways.length > 0 ? gateways : ['mesh']).every(gateway => match.gateways.includes(gateway))
  }
  return Object.keys(match.sourceLabels).length === 0 && match.sourceNamespace === undefined
}

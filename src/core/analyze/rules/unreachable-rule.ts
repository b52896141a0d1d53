import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { HttpRule, VirtualServiceResource } from '../../resources/index.ts'
import { nameOfRule } from '../facts.ts'
import type { Facts } from '../facts.ts'
import { moveRule } from '../fixes/move-rule.ts'
import { covers, isUnconditional } from '../match-covers.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Rules that one above always takes the requests of. Istio, analyzeUnreachableHTTPRules [H40][H41], without its guesses. */
export const checkUnreachableRule: Rule = facts =>
  facts.mesh.virtualServices.flatMap(resource => checkRules(facts, resource))

function checkRules(facts: Facts, resource: VirtualServiceResource): readonly Diagnostic[] {
  const { http } = resource.spec
  const takesAll = http.findIndex(isCatchAll)
  const earlier: { readonly match: HttpRule['match'][number]; readonly rule: number }[] = []
  return http.flatMap((rule, i) => {
    const found = takesAll >= 0 && i > takesAll ? takesAll : findCovering(rule, earlier)
    earlier.push(...(earlier.length < MOST_COMPARED ? takenBy(rule).map(match => ({ match, rule: i })) : []))
    if (found === undefined) return []
    const isAll = found === takesAll
    const origin = below(resource.origin, 'spec', 'http', i)
    const detail = isAll
      ? `${nameOfRule(resource, found)} above it has no conditions and takes all requests.`
      : `${nameOfRule(resource, found)} above it takes every request that it describes.`
    const values = { rule: i + 1 }
    return say(isAll ? MESSAGES.unreachableRule : MESSAGES.coveredRule, values, {
      detail,
      origin,
      fix: moveUp(facts, resource, i, found),
    })
  })
}

/** Comparing each with each of thousands would take longer than anybody waits. */
const MOST_COMPARED = 300

/** A delegate's own rules may leave something, so a rule that delegates never counts. */
const isCatchAll = (rule: HttpRule): boolean =>
  !rule.delegate && (rule.match.length === 0 || rule.match.some(isUnconditional))

const takenBy = (rule: HttpRule): HttpRule['match'] => (rule.delegate ? [] : rule.match)

/** The rule above, if one and the same covers every match of a rule. */
function findCovering(
  rule: HttpRule,
  earlier: readonly { readonly match: HttpRule['match'][number]; readonly rule: number }[],
): number | undefined {
  const by = rule.match.map(match => earlier.find(other => covers(other.match, match))?.rule)
  const [first] = by
  return first !== undefined && by.every(index => index !== undefined) ? first : undefined
}

/** Only where it then matches something, and leaves something for the rule that it passes. */
function moveUp(facts: Facts, resource: VirtualServiceResource, from: number, to: number): Fix | undefined {
  const moved = resource.spec.http[from]
  const passed = resource.spec.http.slice(to, from)
  if (!moved || isCatchAll(moved)) return undefined
  const hides = passed.some(
    rule => rule.match.length > 0 && rule.match.every(match => moved.match.some(other => covers(other, match))),
  )
  const above = resource.spec.http.slice(0, to).flatMap(rule => rule.match)
  const isStillHidden = moved.match.every(match => above.some(other => covers(other, match)))
  if (hides || isStillHidden) return undefined
  const edits = moveRule(facts.parsed, resource, from, to)
  return edits && { title: `Move rule ${from + 1} up`, edits }
}

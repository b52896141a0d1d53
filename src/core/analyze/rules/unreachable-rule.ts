import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { HttpMatch, HttpRule, VirtualServiceResource } from '../../resources/index.ts'
import { removeItem } from '../../yaml/index.ts'
import { nameOfRule } from '../facts.ts'
import type { Facts } from '../facts.ts'
import { moveRule } from '../fixes/move-rule.ts'
import { covers, isUnconditional } from '../match-covers.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/**
 * Rules that those above leave nothing, and matches of which others take all. Codes are Istio's where its analyzer sees it
 * too: rules below one without matches, the same match again, a longer prefix behind a shorter one with the same conditions.
 * Istio, analyzeUnreachableHTTPRules [H40][H41], without its guesses.
 */
export const checkUnreachableRule: Rule = facts =>
  facts.mesh.virtualServices.flatMap(resource => [
    ...checkRules(facts, resource),
    ...coveredMatches(resource.spec.http).map(({ rule, match, by, isWhole }) => {
      const origin = below(resource.origin, 'spec', 'http', rule, 'match', match)
      const rest = isWhole ? '' : ' The rest of the rule is used.'
      const detail = `${by === rule ? 'A match before it in the same rule' : nameOfRule(resource, by)} takes every request that it describes.${rest}`
      const fix = takeOut(facts, origin, `match ${String(match + 1)}`)
      return say(MESSAGES.coveredMatch, { match: match + 1, rule: rule + 1 }, { detail, origin, fix })
    }),
  ])

function checkRules(facts: Facts, resource: VirtualServiceResource): readonly Diagnostic[] {
  const { http } = resource.spec
  const takesAll = http.findIndex(isCatchAll)
  const withoutMatch = http.findIndex(rule => rule.match.length === 0)
  const known = new Set<string>()
  const earlier: Earlier[] = []
  return http.flatMap((rule, i) => {
    const keys = rule.match.map(keyOf)
    const isRepeated = keys.length > 0 && keys.every(key => known.has(key))
    const found = takesAll >= 0 && i > takesAll ? takesAll : findCovering(rule, earlier)
    const isSeenAsCovered = rule.match.some(match => findCoveringPrefix(match, earlier) !== undefined)
    earlier.push(...(earlier.length < MOST_COMPARED ? takenBy(rule).map(match => toEarlier(match, i)) : []))
    keys.forEach(key => known.add(key))
    if (found === undefined) return []
    const isSeen = isRepeated || (withoutMatch >= 0 && i > withoutMatch)
    const origin = below(resource.origin, 'spec', 'http', i)
    const detail =
      found === takesAll
        ? `${nameOfRule(resource, found)} above it has no conditions and takes all requests.`
        : `${nameOfRule(resource, found)} above it takes every request that it describes.`
    const message = isSeen ? MESSAGES.unreachableRule : isSeenAsCovered ? MESSAGES.coveredRule : MESSAGES.hiddenRule
    return say(
      message,
      { rule: i + 1 },
      { detail, origin, fix: moveUp(facts, resource, i, found) ?? takeOut(facts, origin, `rule ${String(i + 1)}`) },
    )
  })
}

interface Earlier {
  readonly match: HttpMatch
  readonly rule: number
  /** Its conditions apart from the path. */
  readonly rest: string
}

const toEarlier = (match: HttpMatch, rule: number): Earlier => ({ match, rule, rest: restOf(match) })

/**
 * Matches that Istio reports and that the whole rule's own report does not speak of: repeated ones, and those covered by a
 * shorter prefix while others of the rule are used.
 */
function coveredMatches(http: VirtualServiceResource['spec']['http']) {
  const known = new Map<string, number>()
  const earlier: Earlier[] = []
  const covered: { rule: number; match: number; by: number; isWhole: boolean }[] = []
  for (const [rule, { match: all, delegate }] of http.entries()) {
    if (all.length === 0 && !delegate) break
    const own = all.map(match => {
      const key = keyOf(match)
      const repeated = known.get(key)
      const by = repeated ?? findCoveringPrefix(match, earlier)?.rule
      if (repeated === undefined) known.set(key, rule)
      if (repeated === undefined && !delegate && earlier.length < MOST_COMPARED) earlier.push(toEarlier(match, rule))
      return { by, isRepeated: repeated !== undefined }
    })
    const isWhole = own.every(({ by }) => by !== undefined && by !== rule)
    own.forEach(({ by, isRepeated }, match) => {
      if (by !== undefined && (isRepeated || !isWhole)) covered.push({ rule, match, by, isWhole })
    })
  }
  return covered
}

/** A match's conditions, whatever their order; its name is none. */
const keyOf = ({ name: _, ...conditions }: HttpMatch): string =>
  JSON.stringify(conditions, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

const restOf = (match: HttpMatch): string => keyOf({ ...match, uri: undefined })

/** A match for a shorter prefix, all other conditions the same. Istio, coveredValidation, where it is right. */
function findCoveringPrefix(match: HttpMatch, earlier: readonly Earlier[]): Earlier | undefined {
  const { uri } = match
  if (uri?.kind !== 'prefix' || earlier.length === 0) return undefined
  const rest = restOf(match)
  return earlier.find(
    other =>
      other.rest === rest &&
      other.match.uri?.kind === 'prefix' &&
      other.match.uri.value !== uri.value &&
      covers(other.match, match),
  )
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

/** What is never used can go. */
function takeOut({ parsed }: Facts, origin: Origin, what: string): Fix | undefined {
  const edit = removeItem(parsed, origin)
  return edit && { title: `Take ${what} out`, edits: [edit] }
}

import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { VirtualServiceResource } from '../../resources/index.ts'
import { putValue, setScalar } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { nameOfRule } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import { virtualServicesFor } from '../played-requests.ts'
import type { PlayedRequest } from '../played-requests.ts'
import type { Rule } from '../rule.ts'
import { conditionsOn, hasUnwanted, holds, isForCaller, takerOf } from '../takes-request.ts'
import type { Condition } from '../takes-request.ts'

/**
 * Conditions that a request of the Scenario would meet if capitals and small letters were the same. Values, and paths without
 * ignoreUriCase, are compared letter by letter; names of headers are not [B24] [B26] [B27].
 */
export const checkCaseOfValue: Rule = facts => {
  const found = new Map<string, Diagnostic>()
  for (const played of facts.playedRequests()) {
    for (const resource of virtualServicesFor(played, facts.mesh)) {
      for (const [origin, diagnostic] of missesOf(facts, resource, played)) {
        const key = JSON.stringify(origin)
        if (!found.has(key)) found.set(key, diagnostic)
      }
    }
  }
  return [...found.values()]
}

function missesOf(
  facts: Facts,
  resource: VirtualServiceResource,
  played: PlayedRequest,
): readonly (readonly [Origin, Diagnostic])[] {
  const taker = takerOf(resource, played)
  const above = resource.spec.http.slice(0, taker?.rule)
  return above.flatMap(({ match: all }, rule) =>
    all.flatMap((match, i) => {
      const conditions = conditionsOn(match, played)
      const isMissed = conditions.every(one => holds(one, true)) && isForCaller(match, played)
      const missed = isMissed && !hasUnwanted(match, played) ? conditions.find(one => !holds(one)) : undefined
      if (!missed || missed.match.kind === 'present') return []
      const then = taker
        ? `${nameOfRule(resource, taker.rule).replace(/^R/, 'r')} takes it`
        : 'no rule takes it: 404 NR'
      const detail = `Client ${played.client} sends ${missed.value ?? ''}, and values are compared letter by letter. Instead of ${nameOfRule(resource, rule).replace(/^R/, 'r')}, ${then}.`
      const at = below(resource.origin, 'spec', 'http', rule, 'match', i)
      const origin = below(at, ...missed.path, missed.match.kind)
      const values = { where: nameOf(missed), value: missed.match.value }
      const countedAt = taker && below(resource.origin, 'spec', 'http', taker.rule)
      const about = { detail, origin, ...(countedAt && { countedAt }), fix: fixFor(facts, at, missed) }
      return [[origin, say(MESSAGES.caseOfValue, values, about)] as const]
    }),
  )
}

const WORDS: Readonly<Record<string, string>> = { uri: 'Path', authority: 'Host', method: 'Method', scheme: 'Scheme' }

/** `Header end-user Jason`. */
function nameOf({ path: [field = '', name = ''], value = '' }: Condition): string {
  const what = WORDS[field] ?? `${field === 'headers' ? 'Header' : 'Parameter'} ${name}`
  return `${what} ${value}`
}

/** A path can do without case; another value has to be the one that is sent. */
function fixFor({ parsed }: Facts, match: Origin, { path, match: wanted, value }: Condition): Fix | undefined {
  if (path[0] === 'uri') {
    const edit = wanted.kind === 'regex' ? undefined : putValue(parsed, below(match, 'ignoreUriCase'), true)
    return edit && { title: 'Add ignoreUriCase', edits: [edit] }
  }
  if (wanted.kind !== 'exact' || value === undefined) return undefined
  const edit = setScalar(parsed, below(match, ...path, 'exact'), value)
  return edit && { title: `Ask for ${value}`, edits: [edit] }
}

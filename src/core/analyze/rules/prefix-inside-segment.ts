import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { HttpRule, VirtualServiceResource } from '../../resources/index.ts'
import { renameKey, setScalar } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { nameOfRule } from '../facts.ts'
import { covers } from '../match-covers.ts'
import { MESSAGES, say } from '../messages.ts'
import { virtualServicesFor } from '../played-requests.ts'
import type { Rule } from '../rule.ts'
import { takerOf } from '../takes-request.ts'

/**
 * Prefixes that take a path which goes on within a segment, as `/api` takes `/apix` [B22]. Told only where it matters: a
 * request of the Scenario is taken so, or a later rule of the same VirtualService waits for such a path in vain.
 */
export const checkPrefixInsideSegment: Rule = facts => {
  const found = new Map<string, Diagnostic>()
  const add = (at: Prefix, path: string, detail: string): void => {
    const origin = below(at.resource.origin, 'spec', 'http', at.rule, 'match', at.match, 'uri', 'prefix')
    const key = JSON.stringify(origin)
    const values = { prefix: at.prefix, path }
    if (!found.has(key))
      found.set(
        key,
        say(MESSAGES.prefixInsideSegment, values, { detail, origin, fix: wholeSegments(facts, at, origin) }),
      )
  }
  for (const played of facts.playedRequests()) {
    const [path = ''] = played.request.path.split('?', 1)
    for (const resource of virtualServicesFor(played, facts.mesh)) {
      const taker = takerOf(resource, played)
      const at = prefixAt(resource, taker?.rule, taker?.match)
      if (!at || !goesOnWithin(path, at.prefix)) continue
      add(
        at,
        path,
        `Client ${played.client} sends ${path}, which begins with ${at.prefix}, so ${nameIn(at)} takes it. A prefix need not end at a slash.`,
      )
    }
  }
  for (const resource of facts.mesh.virtualServices) {
    for (const { at, path, by } of waitingInVain(resource)) {
      add(
        at,
        path,
        `${nameOfRule(resource, by)} waits for ${path}, which begins with ${at.prefix}, so ${nameIn(at)} takes it first. A prefix need not end at a slash.`,
      )
    }
  }
  return [...found.values()]
}

interface Prefix {
  readonly resource: VirtualServiceResource
  readonly rule: number
  readonly match: number
  readonly prefix: string
}

const nameIn = ({ resource, rule }: Prefix): string => nameOfRule(resource, rule).replace(/^R/, 'r')

function prefixAt(
  resource: VirtualServiceResource,
  rule: number | undefined,
  match: number | undefined,
): Prefix | undefined {
  if (rule === undefined || match === undefined) return undefined
  const uri = resource.spec.http[rule]?.match[match]?.uri
  return uri?.kind === 'prefix' ? { resource, rule, match, prefix: uri.value } : undefined
}

/** Whether a path has more letters right behind a prefix; one that ends at a slash is a segment. */
const goesOnWithin = (path: string, prefix: string): boolean =>
  prefix !== '' &&
  !prefix.endsWith('/') &&
  path.length > prefix.length &&
  path.startsWith(prefix) &&
  path[prefix.length] !== '/'

/** Comparing each with each of thousands would take longer than anybody waits. */
const MOST_COMPARED = 300

function waitingInVain(resource: VirtualServiceResource) {
  const earlier: Prefix[] = []
  const found: { readonly at: Prefix; readonly path: string; readonly by: number }[] = []
  for (const [rule, { match: all, delegate }] of resource.spec.http.slice(0, MOST_COMPARED).entries()) {
    for (const match of all) {
      const { uri } = match
      if (uri?.kind !== 'exact' && uri?.kind !== 'prefix') continue
      const at = earlier.find(({ prefix, ...place }) => {
        const other = resource.spec.http[place.rule]?.match[place.match]
        return goesOnWithin(uri.value, prefix) && other !== undefined && covers(other, match)
      })
      if (at && at.rule !== rule) found.push({ at, path: uri.value, by: rule })
    }
    if (delegate) continue
    for (const i of all.keys()) {
      const own = prefixAt(resource, rule, i)
      if (own) earlier.push(own)
    }
  }
  return found
}

/** The segment and what is below it; not where the prefix is what a rewrite replaces, or case does not count. */
function wholeSegments({ parsed }: Facts, { resource, rule, match, prefix }: Prefix, origin: Origin): Fix | undefined {
  const whole = resource.spec.http[rule]
  if (!whole || replacesPrefix(whole) || whole.match[match]?.ignoreUriCase) return undefined
  const regex = `${prefix.replace(/[.*+?()[\]{}|\\^$]/g, '\\$&')}(/.*)?`
  const [name, value] = [renameKey(parsed, origin, 'regex'), setScalar(parsed, origin, regex)]
  return name && value && { title: `Take ${prefix} and what is below it alone`, edits: [name, value] }
}

const replacesPrefix = ({ rewrite, redirect }: HttpRule): boolean =>
  rewrite?.uri !== undefined || redirect?.prefixRewrite !== undefined

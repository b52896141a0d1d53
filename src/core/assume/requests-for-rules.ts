import type { HttpMatch, VirtualServiceResource } from '../resources/index.ts'
import { isFromSource } from './callers.ts'
import type { Caller } from './callers.ts'
import { PLAIN, draftFor, meets, takesAll } from './draft-request.ts'
import type { Draft } from './draft-request.ts'
import { appliesToMesh } from './mesh-hosts.ts'

export interface LabelledDraft {
  readonly draft: Draft
  readonly label: string
  /** Relative to the other requests to the same host. */
  readonly weight: number
}

/** More requests than these to one host show nothing new. */
const MOST_PER_HOST = 200
const LONGEST_LABEL = 28

/**
 * A request for each match that `caller` can meet, and one for the rest, which is most of the traffic where a rule takes
 * it. One that a rule above takes instead is left in: so it is seen that its own rule is never reached.
 */
export function requestsForRules(
  { spec }: VirtualServiceResource,
  caller: Caller,
  isMeant: (gateways: readonly string[]) => boolean = appliesToMesh,
): readonly LabelledDraft[] {
  const matches = spec.http.flatMap(rule => rule.match)
  const met = matches.filter(match => isMeant(match.gateways) && isFromSource(match, caller))
  const special = met.filter(match => !takesAll(match))
  const drafts = new Map<string, Draft>()
  for (const match of special) {
    const draft = drafts.size < MOST_PER_HOST ? draftFor(match) : undefined
    if (draft) drafts.set(keyOf(draft), draft)
  }
  const rest = draftOfRest(special)
  const isTaken = spec.http.some(rule => rule.match.length === 0) || special.length < met.length
  const isApart = !drafts.has(keyOf(rest))
  const count = Math.max(1, drafts.size)
  const weights = isTaken || spec.http.length === 0 ? { special: 1, rest: 3 * count } : { special: 3, rest: 1 }
  return [
    ...(isApart && isTaken ? [{ draft: rest, label: labelOfRest(rest, special), weight: weights.rest }] : []),
    ...[...drafts.values()].map(draft => ({ draft, label: labelOf(draft), weight: weights.special })),
    ...(isApart && !isTaken ? [{ draft: rest, label: labelOfRest(rest, special), weight: weights.rest }] : []),
  ]
}

/** The plainest request that no match with a condition takes; the plain one where all are taken. */
function draftOfRest(special: readonly HttpMatch[]): Draft {
  const excluded = Object.fromEntries(
    special.flatMap(match =>
      Object.entries(match.withoutHeaders).map(([name, value]) => [
        name.toLowerCase(),
        value.kind === 'present' || value.kind === 'regex' ? 'x' : value.value,
      ]),
    ),
  )
  const candidates = [PLAIN, { ...PLAIN, path: '/other' }, { ...PLAIN, headers: excluded }]
  return candidates.find(draft => !special.some(match => meets(draft, match))) ?? PLAIN
}

const keyOf = (draft: Draft): string => JSON.stringify(draft)

function labelOf({ path, method, authority, port, headers, query }: Draft): string {
  const parts = [
    method === PLAIN.method ? '' : method,
    path === PLAIN.path ? '' : path,
    ...Object.entries(query).map(([name, value]) => `?${name}=${value}`),
    ...Object.entries(headers).map(([name, value]) => (value === 'x' || value === '' ? name : value)),
    authority ?? '',
    port === undefined ? '' : `port ${port}`,
  ]
  return shorten(parts.filter(part => part !== '').join(' ') || path)
}

function labelOfRest(rest: Draft, special: readonly HttpMatch[]): string {
  if (Object.keys(rest.headers).length > 0 || special.length === 0) return labelOf(rest)
  const isByHeader = special.some(match => match.uri === undefined && Object.keys(match.headers).length > 0)
  return isByHeader && rest.path === PLAIN.path ? 'no header' : labelOf(rest)
}

export const shorten = (text: string): string =>
  text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1)}…`

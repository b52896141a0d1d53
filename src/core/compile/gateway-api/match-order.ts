import type { HttpMatch, StringMatch } from '../../resources/index.ts'
import type { BoundRule } from '../bound-virtual-service.ts'

/**
 * The order in which the Gateway API wants rules tried: exact paths, prefixes, regular expressions; the longer path first,
 * then rules with a method, then those with more headers, then with more query parameters; else as they stand.
 * Istio, sortHTTPRoutes.
 */
export function sortByPrecedence(rules: readonly BoundRule[]): readonly BoundRule[] {
  return [...rules].sort((a, b) => compareRules(a.rule.match[0], b.rule.match[0]))
}

function compareRules(a: HttpMatch | undefined, b: HttpMatch | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return (
    rankOf(b.uri) - rankOf(a.uri) ||
    lengthOf(b.uri) - lengthOf(a.uri) ||
    Number(b.method !== undefined) - Number(a.method !== undefined) ||
    count(b.headers) - count(a.headers) ||
    count(b.queryParams) - count(a.queryParams)
  )
}

const RANKS = { exact: 3, prefix: 2, regex: 1, present: -1 }
const rankOf = (uri: StringMatch | undefined): number => (uri ? RANKS[uri.kind] : -1)

/** In bytes, as Go counts. */
function lengthOf(uri: StringMatch | undefined): number {
  return uri === undefined || uri.kind === 'present' ? 0 : utf8Length(uri.value)
}

function utf8Length(text: string): number {
  let length = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}

const count = (matches: HttpMatch['headers']): number => Object.keys(matches).length

import { assertNever } from '../../base/assert-never.ts'
import type { RouteMatch } from '../../envoy/index.ts'
import type { Matcher, Verdict } from './matcher.ts'
import { compileRegex } from './value.ts'

/**
 * Compares the path without query: exact, string prefix, prefix that ends at a segment, or RE2 on the whole path; letter
 * case is ignored for exact and prefix only. Envoy, config_impl.cc, PathRouteEntryImpl and its sisters [B21]-[B24].
 */
export function compilePath(match: RouteMatch): Matcher {
  const { kind, value } = match.path
  const verb = VERBS[kind]
  const yes: Verdict = { matched: true, because: view => `path ${view.path} ${verb.does} ${value}` }
  const no: Verdict = { matched: false, because: view => `path ${view.path} ${verb.doesNot} ${value}` }
  if (kind === 'prefix' && match.caseSensitive) return { test: comparePrefix(value, yes, no) }
  const holds = compileTest(match)
  return { test: view => (holds(view.path) ? yes : no) }
}

/**
 * Long lists of rules are lists of prefixes that begin alike: a look at the prefix's last character spares most of them
 * the comparison.
 */
function comparePrefix(prefix: string, yes: Verdict, no: Verdict): Matcher['test'] {
  const end = prefix.length - 1
  const last = prefix.charCodeAt(end)
  if (end < 0) return () => yes
  return ({ path }) => (path.charCodeAt(end) === last && path.startsWith(prefix) ? yes : no)
}

const VERBS = {
  path: { does: 'is', doesNot: 'is not' },
  prefix: { does: 'starts with', doesNot: 'does not start with' },
  pathSeparatedPrefix: { does: 'is at or below', doesNot: 'is not at or below' },
  safeRegex: { does: 'matches regex', doesNot: 'does not match regex' },
}

function compileTest({ path, caseSensitive }: RouteMatch): (path: string) => boolean {
  const fold = (text: string) => (caseSensitive ? text : text.toLowerCase())
  const value = fold(path.value)
  switch (path.kind) {
    case 'path':
      return caseSensitive ? text => text === value : text => text.toLowerCase() === value
    case 'prefix':
      return caseSensitive ? text => text.startsWith(value) : text => text.toLowerCase().startsWith(value)
    case 'pathSeparatedPrefix':
      return text => fold(text).startsWith(value) && (text.length === value.length || text[value.length] === '/')
    case 'safeRegex':
      return compileRegex(path.value)
    default:
      return assertNever(path)
  }
}

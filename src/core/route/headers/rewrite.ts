import { RE2JS } from 're2js'
import type { Route, WeightedCluster } from '../../envoy/index.ts'
import type { RequestView } from '../request-view.ts'

/**
 * Path and query after the route's rewrite: a regex replaces every match in the path; a prefix rewrite replaces the matched
 * prefix, or the whole path where the route matched exactly or by regex. Envoy, config_impl.cc, finalizePathHeader [C20]-[C24].
 */
export function rewritePath(view: RequestView, route: Route): string {
  const { action, match } = route
  if (action.kind !== 'forward') return view.pathAndQuery
  const query = view.query === undefined ? '' : `?${view.query}`
  if (action.regexRewrite) {
    const { pattern, substitution } = action.regexRewrite
    return replaceEvery(view.path, pattern, substitution) + query
  }
  if (action.prefixRewrite === undefined) return view.pathAndQuery
  const byPrefix = match.path.kind === 'prefix' || match.path.kind === 'pathSeparatedPrefix'
  const rest = byPrefix ? view.path.slice(match.path.value.length) : ''
  return action.prefixRewrite + rest + query
}

/** RE2::GlobalReplace: `\1` to `\9` stand for groups, `\0` for the match. Envoy, regex.cc, replaceAll [C24]. */
function replaceEvery(path: string, pattern: string, substitution: string): string {
  const matcher = RE2JS.compile(pattern).matcher(path)
  if (!isWithin(substitution, matcher.groupCount())) return path
  let result = ''
  let at = 0
  while (matcher.find()) {
    const replacement = substitution.replace(/\\([0-9\\])/g, (_, code: string) =>
      code === '\\' ? code : (matcher.group(Number(code)) ?? ''),
    )
    result += path.slice(at, matcher.start()) + replacement
    at = matcher.end()
  }
  return result + path.slice(at)
}

/** Whether the pattern has the groups that a substitution names; with others RE2 replaces nothing. */
function isWithin(substitution: string, groups: number): boolean {
  return [...substitution.matchAll(/\\(.?)/g)].every(
    ([, code = '']) => code === '\\' || (/\d/.test(code) && Number(code) <= groups),
  )
}

/** Whether the route rewrites paths: then the original one is kept beside, even where both are equal. */
export function rewritesPath({ action }: Route): boolean {
  return action.kind === 'forward' && (action.prefixRewrite !== undefined || action.regexRewrite !== undefined)
}

/**
 * The Host that goes on and the one that it took the place of: the leg's rewrite comes first, then the route's.
 * Envoy, utility.cc, updateAuthority [C25].
 */
export function rewriteHost(
  view: RequestView,
  { action }: Route,
  leg: WeightedCluster | undefined,
): { readonly host: string; readonly original: string | undefined } {
  const byLeg = leg?.hostRewrite
  const byRoute = action.kind === 'forward' ? action.hostRewrite : undefined
  const sent = view.request.authority
  if (byRoute !== undefined) return { host: byRoute, original: byLeg ?? sent }
  return byLeg === undefined ? { host: sent, original: undefined } : { host: byLeg, original: sent }
}

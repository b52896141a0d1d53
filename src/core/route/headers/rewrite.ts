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
    return RE2JS.compile(pattern).matcher(view.path).replaceAll(toRe2jsReplacement(substitution)) + query
  }
  if (action.prefixRewrite === undefined) return view.pathAndQuery
  const byPrefix = match.path.kind === 'prefix' || match.path.kind === 'pathSeparatedPrefix'
  const rest = byPrefix ? view.path.slice(match.path.value.length) : ''
  return action.prefixRewrite + rest + query
}

/** `\1` of RE2 is `$1` to re2js, where a plain `$` needs a backslash. */
function toRe2jsReplacement(substitution: string): string {
  return substitution.replaceAll('$', '\\$').replace(/\\(\d)/g, '$$$1')
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

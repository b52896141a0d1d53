import { RE2JS } from 're2js'
import type { Route } from '../../envoy/index.ts'
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

/** The Host that goes on: the leg's own, or the route's rewrite, or as it came [C25]. */
export function rewriteHost(view: RequestView, route: Route): string {
  const { action } = route
  return action.kind === 'forward' ? (action.hostRewrite ?? view.request.authority) : view.request.authority
}

import type { PathMatch, RedirectAction } from '../envoy/index.ts'
import type { RequestView } from './request-view.ts'

/**
 * Where a redirect points: a new path keeps the request's query unless it brings its own; the request's port stays unless
 * host or port are replaced or it was the old scheme's own. Envoy, config_utility.cc, newUri [C12]-[C16].
 */
export function redirectLocation(action: RedirectAction, view: RequestView, match: PathMatch): string {
  const scheme = action.scheme ?? view.request.scheme
  const host = action.host ?? hostOf(view.request.authority, view.request.scheme, scheme, action.port !== undefined)
  const port = action.port === undefined ? '' : `:${String(action.port)}`
  return `${scheme}://${host}${port}${replacedPath(action, view, match)}`
}

/** A prefix rewrite replaces what the prefix matched, or the whole path of another match. Envoy, newUri. */
function replacedPath({ path, prefixRewrite }: RedirectAction, view: RequestView, match: PathMatch): string {
  if (prefixRewrite === undefined) return pathOf(path, view)
  const byPrefix = match.kind === 'prefix' || match.kind === 'pathSeparatedPrefix'
  return prefixRewrite + view.pathAndQuery.slice(byPrefix ? match.value.length : view.path.length)
}

function pathOf(path: string | undefined, { pathAndQuery, query }: RequestView): string {
  if (path === undefined || path === '') return pathAndQuery
  const rooted = path.startsWith('/') ? path : `/${path}`
  return query === undefined || path.includes('?') ? rooted : `${rooted}?${query}`
}

function hostOf(authority: string, oldScheme: string, newScheme: string, newPort: boolean): string {
  const colon = authority.lastIndexOf(':')
  if (colon < 0 || authority.includes(']', colon)) return authority
  const port = authority.slice(colon)
  const wasDefault = oldScheme !== newScheme && port === (oldScheme === 'https' ? ':443' : ':80')
  return newPort || wasDefault ? authority.slice(0, colon) : authority
}

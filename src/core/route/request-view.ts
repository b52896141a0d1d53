import { INTERNAL_HEADERS } from './headers/internal-headers.ts'
import type { HttpRequest } from './request.ts'
import { normalizePath } from './normalize-path.ts'

/** What matchers look at: the request with its path as Envoy's connection manager leaves it. */
export interface RequestView {
  readonly request: HttpRequest
  /** Normalized, with the query. */
  readonly pathAndQuery: string
  /** Normalized, without query and fragment. */
  readonly path: string
  /** After the `?`; undefined where there is none. */
  readonly query: string | undefined
}

/** Path and query as routes see them. Envoy, path_utility.cc: matching never sees query or fragment [B20]. */
export function viewRequest(request: HttpRequest): RequestView {
  const pathAndQuery = normalizePath(request.path)
  const mark = pathAndQuery.indexOf('?')
  return mark < 0
    ? { request, pathAndQuery, path: pathAndQuery, query: undefined }
    : { request, pathAndQuery, path: pathAndQuery.slice(0, mark), query: pathAndQuery.slice(mark + 1) }
}

/**
 * A header's value, pseudo-headers included; `host` is another name of `:authority`, and what only Envoy may set is gone by
 * then. Envoy, header_map_impl.cc, cleanInternalHeaders [C36].
 */
export function headerValue(view: RequestView, name: string): string | undefined {
  switch (name) {
    case ':method':
      return view.request.method
    case ':authority':
    case 'host':
      return view.request.authority
    case ':scheme':
      return view.request.scheme
    case ':path':
      return view.pathAndQuery
    case 'x-forwarded-proto':
      return view.request.headers.get(name) ?? view.request.scheme
    default:
      return INTERNAL_HEADERS.has(name) ? undefined : view.request.headers.get(name)
  }
}

/** The first value of a query parameter, not decoded; empty for `?key`. Envoy, utility.cc, parseParameters [B32]. */
export function queryValue(view: RequestView, name: string): string | undefined {
  const { query } = view
  if (query === undefined) return undefined
  let start = 0
  while (start <= query.length) {
    const ampersand = query.indexOf('&', start)
    const end = ampersand < 0 ? query.length : ampersand
    if (query.startsWith(name, start)) {
      const after = start + name.length
      if (after === end) return ''
      if (after < end && query.charCodeAt(after) === EQUALS) return query.slice(after + 1, end)
    }
    start = end + 1
  }
  return undefined
}

const EQUALS = 61

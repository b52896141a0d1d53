import type { CorsPolicy, HttpRouteCors, StringMatch } from '../../resources/index.ts'

/** What an origin looks like: the regular expression that istiod writes for `*`. */
const ANY_ORIGIN = '^[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s?#]+$'

/** A CORS filter as a policy: preflights that no origin matches go no further. Istio, createCorsFilter. */
export function toCorsPolicy(filter: HttpRouteCors): CorsPolicy {
  const { allowMethods, allowHeaders, exposeHeaders, allowCredentials, maxAgeSeconds } = filter
  return {
    allowOrigins: filter.allowOrigins.filter(origin => origin !== '').map(toOriginMatch),
    allowMethods,
    allowHeaders,
    exposeHeaders,
    allowCredentials: allowCredentials === true ? true : undefined,
    maxAge: maxAgeSeconds !== undefined && maxAgeSeconds > 0 ? `${String(maxAgeSeconds)}s` : undefined,
    unmatchedPreflights: 'IGNORE',
  }
}

function toOriginMatch(origin: string): StringMatch {
  if (origin === '*') return { kind: 'regex', value: ANY_ORIGIN }
  if (!origin.includes('*')) return { kind: 'exact', value: origin }
  if (origin.indexOf('*') === origin.length - 1) return { kind: 'prefix', value: origin.slice(0, -1) }
  return { kind: 'regex', value: `^${quoteMeta(origin).replaceAll('\\*', '.*')}$` }
}

/** Go, regexp.QuoteMeta. */
export const quoteMeta = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')

import { EMPTY_MATCH, NO_HEADERS } from './empty-rule.ts'
import type { HttpRouteMatch, HttpRouteRule, NamedMatch } from './http-route-spec.ts'
import type { HttpMatch, HttpRule, StringMatch, StringMatches } from './virtual-service-spec.ts'

/**
 * An HTTPRoute's rule in the words of a VirtualService's, for pictures and made-up requests. What istiod makes of it is for
 * `compile` to say: there paths go by segment, and matches by precedence.
 */
export function viewHttpRouteRule(source: HttpRouteRule, namespace: string): HttpRule {
  const toDestination = (ref: {
    readonly name: string
    readonly namespace?: string | undefined
    port: number | undefined
  }) => ({
    host: ref.name.includes('.') ? ref.name : `${ref.name}.${ref.namespace ?? namespace}.svc.cluster.local`,
    subset: undefined,
    port: ref.port,
  })
  const redirect = source.filters.find(({ type }) => type === 'RequestRedirect')?.requestRedirect
  const rewrite = source.filters.find(({ type }) => type === 'URLRewrite')?.urlRewrite
  const answers = !redirect && source.backendRefs.every(({ weight }) => weight === 0)
  return {
    name: source.name,
    match: source.matches.map(toMatch),
    route: source.backendRefs.map(ref => ({
      destination: toDestination(ref),
      weight: ref.weight,
      headers: NO_HEADERS,
    })),
    redirect: redirect && {
      uri: redirect.path?.value,
      authority: redirect.hostname,
      scheme: redirect.scheme,
      port: redirect.port,
      derivePort: undefined,
      redirectCode: redirect.statusCode ?? 302,
    },
    directResponse: answers ? { status: 500, body: undefined } : undefined,
    delegate: undefined,
    rewrite: rewrite && { uri: rewrite.path?.value, authority: rewrite.hostname, uriRegexRewrite: undefined },
    timeoutMs: source.timeouts?.requestMs ?? source.timeouts?.backendRequestMs,
    retries: source.retry && {
      attempts: source.retry.attempts ?? 2,
      perTryTimeoutMs: source.timeouts?.backendRequestMs,
      retryOn: undefined,
      backoffMs: source.retry.backoffMs,
      retryRemoteLocalities: undefined,
      retryIgnorePreviousHosts: undefined,
    },
    fault: undefined,
    mirrors: source.filters.flatMap(({ requestMirror }, i) => {
      if (!requestMirror) return []
      const { fraction, percent } = requestMirror
      return {
        destination: toDestination(requestMirror.backendRef),
        percent: fraction ? (100 * fraction.numerator) / fraction.denominator : (percent ?? 100),
        path: ['filters', i, 'requestMirror'],
      }
    }),
    corsPolicy: undefined,
    headers: NO_HEADERS,
  }
}

function toMatch({ path, method, headers, queryParams }: HttpRouteMatch): HttpMatch {
  const isPrefix = path.type === 'PathPrefix'
  const isAny = isPrefix && path.value === '/'
  return {
    ...EMPTY_MATCH,
    uri: isAny ? undefined : isPrefix ? { kind: 'prefix', value: path.value } : toStringMatch(path),
    method: method === undefined ? undefined : { kind: 'exact', value: method },
    headers: byName(headers),
    queryParams: byName(queryParams),
  }
}

const toStringMatch = ({ type, value }: Pick<NamedMatch, 'type' | 'value'>): StringMatch => ({
  kind: type === 'RegularExpression' ? 'regex' : 'exact',
  value,
})

const byName = (matches: readonly NamedMatch[]): StringMatches =>
  Object.fromEntries(matches.map(match => [match.name, toStringMatch(match)]))

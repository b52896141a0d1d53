import type { Route } from '../envoy/index.ts'

/**
 * Envoy's reason to refuse a route that asks for a header or query parameter without a name, or for a cookie that is over
 * before it is set; istiod lets these pass. Envoy, route_components.proto, QueryParameterMatcher, RouteAction.HashPolicy.
 */
export function refusedName({ match, action }: Route): string | undefined {
  if (match.query.some(({ name }) => name === '')) return `QueryParameterMatcherValidationError.Name: ${TOO_SHORT}`
  const hashes = action.kind === 'forward' ? (action.hashPolicies ?? []) : []
  for (const hash of hashes) {
    if (hash.kind === 'header' && hash.name === '') return `HeaderValidationError.HeaderName: ${TOO_SHORT}`
    if (hash.kind === 'queryParameter' && hash.name === '') return `QueryParameterValidationError.Name: ${TOO_SHORT}`
    if (hash.kind === 'cookie' && (hash.ttlMs ?? 0) < 0) return 'Invalid duration: Expected positive duration'
  }
  return undefined
}

const TOO_SHORT = 'value length must be at least 1 characters'

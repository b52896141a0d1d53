import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { HeaderMatch, PathMatch, QueryMatch, RouteMatch, ValueMatch } from '../envoy/index.ts'
import { compareText } from '../mesh/index.ts'
import type { HttpMatch, StringMatch, StringMatches } from '../resources/index.ts'
import type { FieldPaths } from './bound-virtual-service.ts'

/** What a rule without `match` matches: everything [B2]. */
export const MATCH_ALL: RouteMatch = {
  path: { kind: 'prefix', value: '/' },
  pathOrigin: undefined,
  caseSensitive: true,
  headers: [],
  query: [],
}

/**
 * One match block as Envoy's route match: headers by name, then method, authority and scheme, then query parameters.
 * Istio, TranslateRouteMatch [B20]-[B32].
 */
export function toRouteMatch(match: HttpMatch, origin: Origin, gatewayApi?: GatewayApiMatch): RouteMatch {
  const placeOf: PlaceOf = (...steps) => below(origin, ...(gatewayApi?.fieldPaths?.get(steps.join('/')) ?? steps))
  const headers = [
    ...headerMatches(match.headers, name => placeOf('headers', name), false),
    ...headerMatches(match.withoutHeaders, name => placeOf('withoutHeaders', name), true),
  ].sort((a, b) => compareText(a.name, b.name))
  const pseudo = [
    pseudoHeader(':method', match.method, placeOf('method')),
    pseudoHeader(':authority', match.authority, placeOf('authority')),
    pseudoHeader(':scheme', match.scheme, placeOf('scheme')),
  ]
  const path = toPathMatch(match.uri)
  return {
    path: gatewayApi && path.kind === 'prefix' ? bySegment(path.value) : path,
    pathOrigin: match.uri && placeOf('uri'),
    caseSensitive: !match.ignoreUriCase,
    headers: [...headers, ...pseudo.flatMap(header => header ?? [])],
    query: queryMatches(match.queryParams, name => placeOf('queryParams', name)),
  }
}

/** A match of an HTTPRoute: prefixes are compared by segment, and its parts stand elsewhere in the text. */
export interface GatewayApiMatch {
  readonly fieldPaths?: FieldPaths | undefined
}

type PlaceOf = (...steps: readonly string[]) => Origin

const bySegment = (prefix: string): PathMatch =>
  prefix === '/' ? MATCH_ALL.path : { kind: 'pathSeparatedPrefix', value: prefix.replace(/\/$/, '') }

/**
 * Whether every request matches: no header and no query test, and the path prefix is `/` itself or the regex `.*`.
 * Istio, isCatchAllRoute [B31].
 */
export function isCatchAll({ path, headers, query }: RouteMatch): boolean {
  if (headers.length > 0 || query.length > 0) return false
  return path.kind === 'safeRegex' ? path.value === '.*' : path.kind === 'prefix' && path.value === '/'
}

function toPathMatch(uri: StringMatch | undefined): PathMatch {
  switch (uri?.kind) {
    case 'exact':
      return { kind: 'path', value: uri.value }
    case 'prefix':
      return { kind: 'prefix', value: uri.value }
    case 'regex':
      return { kind: 'safeRegex', value: uri.value }
    case 'present':
    case undefined:
      return MATCH_ALL.path
  }
}

function headerMatches(matches: StringMatches, placeOf: (name: string) => Origin, invert: boolean): HeaderMatch[] {
  return Object.entries(matches).map(([name, value]) => {
    const match = toValueMatch(value)
    return {
      name: name.toLowerCase(),
      match,
      invert,
      treatMissingAsEmpty: invert && match.kind !== 'present',
      origin: placeOf(name),
    }
  })
}

function pseudoHeader(name: string, value: StringMatch | undefined, origin: Origin): HeaderMatch | undefined {
  return value && { name, match: toValueMatch(value), invert: false, treatMissingAsEmpty: false, origin }
}

function queryMatches(matches: StringMatches, placeOf: (name: string) => Origin): QueryMatch[] {
  return Object.entries(matches)
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]) => ({ name, match: toValueMatch(value), origin: placeOf(name) }))
}

/** `{}` and the regex `*` ask for presence only. Istio, canBeConvertedToPresentMatch [B28]. */
export function toValueMatch(match: StringMatch): ValueMatch {
  if (match.kind === 'present') return match
  if (match.kind !== 'regex') return match as ValueMatch
  return match.value === '*' ? { kind: 'present' } : { kind: 'safeRegex', value: match.value }
}

import type { Path } from '../../base/origin.ts'
import type { FieldPaths } from '../bound-virtual-service.ts'
import type { HttpMatch, HttpRouteMatch, NamedMatch, StringMatch, StringMatches } from '../../resources/index.ts'
import { EMPTY_MATCH } from '../../resources/index.ts'
import { hardError } from './hard-error.ts'
import type { HardError } from './hard-error.ts'

export interface ConvertedMatch {
  readonly kind: 'match'
  readonly match: HttpMatch
  /** Where in the match its parts are written. */
  readonly fieldPaths: FieldPaths
}

/** One match of an HTTPRoute as a VirtualService's. Istio, createURIMatch, createHeadersMatch, createQueryParamsMatch. */
export function toHttpMatch(match: HttpRouteMatch, path: Path): ConvertedMatch | HardError {
  const uri = toUri(match.path)
  if (!uri) return hardError(`path matches of type ${match.path.type} are not supported`, [...path, 'path'])
  const named = [...match.headers, ...match.queryParams].find(({ type }) => !toString({ type, value: '' }))
  if (named) return hardError(`matches of type ${named.type} are not supported`, path)
  const fieldPaths = new Map<string, Path>([['uri', ['path']]])
  match.headers.forEach(({ name }, i) => fieldPaths.set(`headers/${name}`, ['headers', i]))
  match.queryParams.forEach(({ name }, i) => fieldPaths.set(`queryParams/${name}`, ['queryParams', i]))
  return {
    kind: 'match',
    match: {
      ...EMPTY_MATCH,
      uri,
      headers: toStrings(match.headers),
      queryParams: toStrings(match.queryParams),
      method: match.method === undefined ? undefined : { kind: 'exact', value: match.method },
    },
    fieldPaths,
  }
}

/** The match of a rule that has none, for one port only. Istio, augmentPortMatch. */
export const portMatch = (port: number): HttpMatch => ({ ...EMPTY_MATCH, port })

function toUri({ type, value }: HttpRouteMatch['path']): StringMatch | undefined {
  if (type === 'PathPrefix') return { kind: 'prefix', value: value === '/' ? value : value.replace(/\/$/, '') }
  return toString({ type, value })
}

/** By name; of several with one name the last counts. */
function toStrings(matches: readonly NamedMatch[]): StringMatches {
  return Object.fromEntries(matches.flatMap(match => [[match.name, toString(match)] as const].filter(isDefined)))
}

const isDefined = (entry: readonly [string, StringMatch | undefined]): entry is [string, StringMatch] =>
  entry[1] !== undefined

function toString({ type, value }: Pick<NamedMatch, 'type' | 'value'>): StringMatch | undefined {
  if (type === 'Exact') return { kind: 'exact', value }
  return type === 'RegularExpression' ? { kind: 'regex', value } : undefined
}

import { sampleRegex } from '../assume/index.ts'
import type { HeaderMatch, Route, RouteMatch, ValueMatch } from '../envoy/index.ts'
import type { HttpRequest } from '../route/index.ts'

/** One thing about a request that can be chosen, with what it may be. */
type Choice = readonly ((request: HttpRequest) => HttpRequest)[]

/** What routes that come before leave to be tried: not each of hundreds. */
const MOST_EVADED = 12

/**
 * Requests that meet a route's conditions in ever new ways, so that one may slip past the routes before it: they are made of
 * what the conditions ask for, nothing of it is taken on trust.
 */
export function* candidatesFor(base: HttpRequest, routes: readonly Route[], index: number): Generator<HttpRequest> {
  const match = routes[index]?.match
  if (!match) return
  const before = routes.slice(0, index).map(route => route.match)
  yield* combine(base, [...evasions(match, before), ...queryChoices(match), ...headerChoices(match), pathChoice(match)])
}

/** The first of each, then all others; the last choice changes most often. */
function* combine(request: HttpRequest, [choice, ...rest]: readonly Choice[]): Generator<HttpRequest> {
  if (!choice) {
    yield request
    return
  }
  for (const change of choice) yield* combine(change(request), rest)
}

function pathChoice({ path, caseSensitive }: RouteMatch): Choice {
  const paths = pathsFor(path).filter(value => value.startsWith('/'))
  const cased = caseSensitive ? paths : paths.flatMap(value => [value, value.toUpperCase(), value.toLowerCase()])
  return [...new Set(cased)].map(value => request => ({ ...request, path: withQueryOf(request, value) }))
}

const withQueryOf = ({ path }: HttpRequest, value: string): string => value + (/\?.*$/.exec(path)?.[0] ?? '')

function pathsFor({ kind, value }: RouteMatch['path']): readonly string[] {
  switch (kind) {
    case 'path':
      return [value]
    case 'prefix':
      return [value, `${value}x`, `${value.replace(/\/$/, '')}/x`, `${value}1/2`, `${value}-other`, `${value}.html`]
    case 'pathSeparatedPrefix':
      return [value || '/', `${value}/`, `${value}/x`, `${value}/1/2`, `${value}/other.html`]
    case 'safeRegex': {
      const sample = sampleRegex(value)
      return sample === undefined ? [] : [sample]
    }
  }
}

function headerChoices({ headers }: RouteMatch): readonly Choice[] {
  return headers.map(header => valuesFor(header).map(value => request => withHeader(request, header.name, value)))
}

/** Undefined: it is left out. */
function valuesFor({ match, invert }: HeaderMatch): readonly (string | undefined)[] {
  if (!invert) return samplesOf(match)
  return match.kind === 'present' ? [undefined] : [undefined, 'other', `${'value' in match ? match.value : ''}-not`]
}

function samplesOf(match: ValueMatch): readonly string[] {
  switch (match.kind) {
    case 'present':
      return ['x', 'other']
    case 'exact':
      return [match.value]
    case 'prefix':
      return [match.value, `${match.value}x`, `${match.value}-other`]
    case 'suffix':
      return [match.value, `x${match.value}`]
    case 'contains':
      return [match.value, `x${match.value}x`]
    case 'safeRegex': {
      const sample = sampleRegex(match.value)
      return sample === undefined ? [] : [sample]
    }
  }
}

function queryChoices({ query }: RouteMatch): readonly Choice[] {
  return query.map(({ name, match }) =>
    samplesOf(match).map(value => request => {
      const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
      return { ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}${pair}` }
    }),
  )
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']

/** What the route itself leaves open and those before it do not: the method, and headers that they want absent. */
function evasions(match: RouteMatch, before: readonly RouteMatch[]): readonly Choice[] {
  const own = new Set(match.headers.map(({ name }) => name))
  const others = before.flatMap(({ headers }) => headers).filter(({ name }) => !own.has(name))
  const unwanted = new Map(others.filter(({ invert }) => invert).map(header => [header.name, header]))
  const headers = [...unwanted.values()]
    .slice(0, MOST_EVADED)
    .map(({ name, match: value }): Choice =>
      [undefined, ...samplesOf(value)].map(sample => request => withHeader(request, name, sample)),
    )
  const asksForMethod = others.some(({ name }) => name === ':method')
  const methods: readonly Choice[] = asksForMethod ? [METHODS.map(method => request => ({ ...request, method }))] : []
  return [...methods, ...headers]
}

function withHeader(request: HttpRequest, name: string, value: string | undefined): HttpRequest {
  if (value === undefined) return request
  switch (name) {
    case ':method':
      return { ...request, method: value }
    case ':authority':
      return { ...request, authority: value }
    case ':scheme':
      return { ...request, scheme: value }
    default:
      return { ...request, headers: new Map([...request.headers, [name, value]]) }
  }
}

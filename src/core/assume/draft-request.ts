import type { HttpMatch, StringMatch, StringMatches } from '../resources/index.ts'
import { matchesRegex, sampleRegex } from './sample-regex.ts'

/** A request while it is made up: what rules can ask for. */
export interface Draft {
  readonly path: string
  readonly method: string
  readonly authority: string | undefined
  readonly port: number | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

export const PLAIN: Draft = {
  path: '/',
  method: 'GET',
  authority: undefined,
  port: undefined,
  headers: {},
  query: {},
}

/** A request that meets every condition of a match; undefined where an expression could not be written out. */
export function draftFor(match: HttpMatch): Draft | undefined {
  const path = match.uri ? sample(match.uri, '/') : PLAIN.path
  const method = match.method ? sample(match.method, 'GET') : PLAIN.method
  const authority = match.authority && sample(match.authority, 'x')
  const headers = sampleAll(match.headers, name => name.toLowerCase())
  const query = sampleAll(match.queryParams, name => name)
  if (path === undefined || method === undefined || !headers || !query) return undefined
  return { path: path.startsWith('/') ? path : `/${path}`, method, authority, port: match.port, headers, query }
}

/** Whether a draft meets a match, as far as drafts can tell: the exact answer is the router's. */
export function meets(draft: Draft, match: HttpMatch): boolean {
  const fold = (text: string): string => (match.ignoreUriCase ? text.toLowerCase() : text)
  const uri = match.uri && 'value' in match.uri ? { ...match.uri, value: fold(match.uri.value) } : match.uri
  return (
    accepts(uri, fold(draft.path)) &&
    accepts(match.method, draft.method) &&
    (match.authority === undefined || (draft.authority !== undefined && accepts(match.authority, draft.authority))) &&
    (match.port === undefined || match.port === draft.port) &&
    Object.entries(match.headers).every(([name, value]) => holds(value, draft.headers[name.toLowerCase()])) &&
    Object.entries(match.withoutHeaders).every(([name, value]) => !holds(value, draft.headers[name.toLowerCase()])) &&
    Object.entries(match.queryParams).every(([name, value]) => holds(value, draft.query[name]))
  )
}

/** Whether a match lets every request of its callers through. */
export function takesAll(match: HttpMatch): boolean {
  const { uri, method, authority, headers, withoutHeaders, queryParams, port } = match
  const isAnyPath = uri === undefined || (uri.kind === 'prefix' && uri.value === '/')
  const conditions = [headers, withoutHeaders, queryParams].flatMap(each => Object.keys(each))
  return isAnyPath && conditions.length === 0 && [method, authority, port].every(each => each === undefined)
}

function holds(match: StringMatch, value: string | undefined): boolean {
  return value !== undefined && accepts(match, value)
}

function accepts(match: StringMatch | undefined, text: string): boolean {
  switch (match?.kind) {
    case undefined:
    case 'present':
      return true
    case 'exact':
      return text === match.value
    case 'prefix':
      return text.startsWith(match.value)
    case 'regex':
      return matchesRegex(match.value, text)
  }
}

function sample(match: StringMatch, present: string): string | undefined {
  if (match.kind === 'present') return present
  return match.kind === 'regex' ? sampleRegex(match.value) : match.value
}

function sampleAll(
  matches: StringMatches,
  toKey: (name: string) => string,
): Readonly<Record<string, string>> | undefined {
  const samples = Object.entries(matches).map(([name, match]) => [name, sample(match, 'x')] as const)
  if (samples.some(([, value]) => value === undefined)) return undefined
  return Object.fromEntries(samples.map(([name, value]) => [toKey(name), value ?? '']))
}

import type { HttpMatch, StringMatch, StringMatches } from '../resources/index.ts'

/** Whether a match lets every request through: `{}`, or the prefix that all paths have. */
export function isUnconditional(match: HttpMatch): boolean {
  const { scheme, method, authority, port, sourceNamespace } = match
  return (
    isAnyPath(match.uri) &&
    [match.headers, match.withoutHeaders, match.queryParams, match.sourceLabels].every(isEmpty) &&
    [scheme, method, authority, port, sourceNamespace].every(each => each === undefined) &&
    match.gateways.length === 0
  )
}

/** Whether every request that meets `later` surely meets `earlier` too. */
export function covers(earlier: HttpMatch, later: HttpMatch): boolean {
  const samePath = isAnyPath(earlier.uri) || isImplied(earlier.uri, later.uri)
  const sameCase = earlier.ignoreUriCase || !later.ignoreUriCase || isAnyPath(earlier.uri)
  return (
    samePath &&
    sameCase &&
    isImplied(earlier.scheme, later.scheme) &&
    isImplied(earlier.method, later.method) &&
    isImplied(earlier.authority, later.authority) &&
    areImplied(earlier.headers, later.headers) &&
    areImplied(earlier.queryParams, later.queryParams) &&
    areSame(earlier.withoutHeaders, later.withoutHeaders) &&
    (earlier.port === undefined || earlier.port === later.port) &&
    (earlier.sourceNamespace === undefined || earlier.sourceNamespace === later.sourceNamespace) &&
    Object.entries(earlier.sourceLabels).every(([key, value]) => later.sourceLabels[key] === value) &&
    earlier.gateways.length === 0
  )
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0

const isAnyPath = (uri: StringMatch | undefined): boolean =>
  uri === undefined || uri.kind === 'present' || (uri.kind === 'prefix' && uri.value === '/')

/** Whether whatever meets `narrow` meets `wide`. Expressions count only where they are the same. */
function isImplied(wide: StringMatch | undefined, narrow: StringMatch | undefined): boolean {
  if (wide === undefined) return true
  if (narrow === undefined) return false
  if (wide.kind === 'present') return true
  if (narrow.kind === 'present') return false
  if (wide.kind === 'prefix') return narrow.kind !== 'regex' && narrow.value.startsWith(wide.value)
  return wide.kind === narrow.kind && wide.value === narrow.value
}

function areImplied(wide: StringMatches, narrow: StringMatches): boolean {
  return Object.entries(wide).every(([name, match]) => isImplied(match, narrow[name]))
}

/** Conditions on what must be absent: all of the earlier ones stand in the later match as well. */
function areSame(earlier: StringMatches, later: StringMatches): boolean {
  return Object.entries(earlier).every(([name, match]) => JSON.stringify(later[name]) === JSON.stringify(match))
}

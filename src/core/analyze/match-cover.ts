import type { HttpMatch, StringMatch, StringMatches } from '../resources/index.ts'

/**
 * Whether every request that `later` lets through fits `earlier` too. Never says so wrongly; regular expressions count only
 * where they are the same. Stricter than Istio's own check, which takes some matches for covered that are not [H41].
 */
export function covers(earlier: HttpMatch, later: HttpMatch): boolean {
  return (
    coversUri(earlier, later) &&
    coversValue(earlier.method, later.method) &&
    coversValue(earlier.authority, later.authority) &&
    coversValue(earlier.scheme, later.scheme) &&
    coversValues(earlier.headers, later.headers) &&
    coversValues(earlier.queryParams, later.queryParams) &&
    coversAbsences(earlier.withoutHeaders, later.withoutHeaders) &&
    (earlier.port === undefined || earlier.port === later.port) &&
    coversSource(earlier, later)
  )
}

function coversUri(earlier: HttpMatch, later: HttpMatch): boolean {
  if (earlier.uri?.kind === 'prefix' && earlier.uri.value === '/') return true
  if (earlier.ignoreUriCase === later.ignoreUriCase && !earlier.ignoreUriCase) {
    return coversValue(earlier.uri, later.uri)
  }
  if (later.ignoreUriCase && !earlier.ignoreUriCase) return earlier.uri === undefined
  return coversValue(lowered(earlier.uri), lowered(later.uri))
}

function lowered(match: StringMatch | undefined): StringMatch | undefined {
  if (match === undefined || match.kind === 'present' || match.kind === 'regex') return match
  return { kind: match.kind, value: match.value.toLowerCase() }
}

function coversValue(earlier: StringMatch | undefined, later: StringMatch | undefined): boolean {
  if (earlier === undefined || (earlier.kind === 'present' && later === undefined)) return true
  if (later === undefined) return false
  if (earlier.kind === 'present') return true
  if (later.kind === 'present') return false
  if (earlier.kind === 'prefix' && later.kind !== 'regex') return later.value.startsWith(earlier.value)
  return earlier.kind === later.kind && earlier.value === later.value
}

/** Each condition of the earlier match is one of the later match's, or a broader one. */
function coversValues(earlier: StringMatches, later: StringMatches): boolean {
  return Object.entries(earlier).every(([name, match]) => {
    const other = later[name]
    return other !== undefined && coversValue(match, other)
  })
}

/** For what must be absent it is the other way round: the later match must forbid at least as much. */
function coversAbsences(earlier: StringMatches, later: StringMatches): boolean {
  return Object.entries(earlier).every(([name, match]) => {
    const other = later[name]
    return other !== undefined && coversValue(other, match)
  })
}

/** Conditions on the caller; with gateways named, the others in the same match do not count [B17]. */
function coversSource(earlier: HttpMatch, later: HttpMatch): boolean {
  if (earlier.gateways.length > 0) {
    return later.gateways.length > 0 && later.gateways.every(gateway => earlier.gateways.includes(gateway))
  }
  const labels = Object.entries(earlier.sourceLabels)
  if (later.gateways.length > 0) return labels.length === 0 && earlier.sourceNamespace === undefined
  return (
    labels.every(([name, value]) => later.sourceLabels[name] === value) &&
    (earlier.sourceNamespace === undefined || earlier.sourceNamespace === later.sourceNamespace)
  )
}

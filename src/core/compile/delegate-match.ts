import type { HttpMatch, Labels, StringMatch, StringMatches } from '../resources/index.ts'

/** Merged matches, each with the matches that it was made of. */
export interface MergedMatches {
  readonly matches: readonly HttpMatch[]
  /** Index in the delegate's list, or undefined where the root's match stands alone. */
  readonly delegateIndex: readonly (number | undefined)[]
  readonly rootIndex: readonly (number | undefined)[]
}

/**
 * Joins a root rule's matches with a delegate rule's: every compatible pair. Undefined where one of the delegate's
 * matches suits none of the root's: then the whole rule is dropped. Istio, mergeHTTPMatchRequests [A74].
 */
export function mergeMatches(root: readonly HttpMatch[], delegate: readonly HttpMatch[]): MergedMatches | undefined {
  if (delegate.length === 0) {
    return { matches: root, delegateIndex: root.map(() => undefined), rootIndex: root.map((_, i) => i) }
  }
  if (root.length === 0) {
    return { matches: delegate, delegateIndex: delegate.map((_, i) => i), rootIndex: delegate.map(() => undefined) }
  }
  const pairs = delegate.map((own, d) =>
    root.flatMap((above, r) => (isInConflict(above, own) ? [] : [{ match: mergeMatch(above, own), d, r }])),
  )
  if (pairs.some(found => found.length === 0)) return undefined
  const all = pairs.flat()
  return {
    matches: all.map(({ match }) => match),
    delegateIndex: all.map(({ d }) => d),
    rootIndex: all.map(({ r }) => r),
  }
}

/** Joins names with a dash, as Istio names merged rules and matches [A76]. */
export const joinNames = (root: string | undefined, own: string | undefined): string | undefined =>
  root && own ? `${root}-${own}` : own || root

function mergeMatch(root: HttpMatch, own: HttpMatch): HttpMatch {
  return {
    name: joinNames(root.name, own.name),
    uri: own.uri ?? root.uri,
    ignoreUriCase: own.ignoreUriCase,
    scheme: own.scheme ?? root.scheme,
    method: own.method ?? root.method,
    authority: own.authority ?? root.authority,
    headers: { ...root.headers, ...own.headers },
    withoutHeaders: { ...root.withoutHeaders, ...own.withoutHeaders },
    queryParams: { ...root.queryParams, ...own.queryParams },
    port: own.port || root.port,
    sourceLabels: { ...root.sourceLabels, ...own.sourceLabels },
    sourceNamespace: own.sourceNamespace || root.sourceNamespace,
    gateways: own.gateways.length > 0 ? own.gateways : root.gateways,
  }
}

/** Istio, hasConflict [A75]. */
function isInConflict(root: HttpMatch, own: HttpMatch): boolean {
  return (
    differs(root.uri, own.uri) ||
    differs(root.scheme, own.scheme) ||
    differs(root.method, own.method) ||
    differs(root.authority, own.authority) ||
    anyDiffers(root.headers, own.headers) ||
    anyDiffers(root.withoutHeaders, own.withoutHeaders) ||
    anyDiffers(root.queryParams, own.queryParams) ||
    root.ignoreUriCase !== own.ignoreUriCase ||
    Boolean(root.port && own.port && root.port !== own.port) ||
    labelsDiffer(root.sourceLabels, own.sourceLabels) ||
    Boolean(root.sourceNamespace && root.sourceNamespace !== own.sourceNamespace) ||
    (root.gateways.length > 0 && own.gateways.some(gateway => !root.gateways.includes(gateway)))
  )
}

const anyDiffers = (root: StringMatches, own: StringMatches) =>
  Object.entries(root).some(([key, match]) => differs(match, own[key]))

const labelsDiffer = (root: Labels, own: Labels) =>
  Object.entries(root).some(([key, value]) => own[key] !== undefined && own[key] !== value)

/** Whether a delegate's test reaches beyond its root's, as any does where one of them is empty. Istio, stringMatchConflict [A75]. */
function differs(root: StringMatch | undefined, own: StringMatch | undefined): boolean {
  if (!root || !own) return false
  if (root.kind === 'present' || own.kind === 'present') return true
  if (root.kind === 'regex' || own.kind === 'regex' || root.value === '' || own.value === '') return true
  if (root.kind === 'exact') return own.kind !== 'exact' || own.value !== root.value
  return !own.value.startsWith(root.value)
}

import type { Reader } from './reader.ts'
import type { HttpMatch, StringMatch, StringMatches } from './virtual-service-spec.ts'

/** One entry of `http[].match`; all its conditions must hold. */
export function decodeHttpMatch(match: Reader): HttpMatch {
  return {
    name: match.string('name') || undefined,
    uri: decodeStringMatch(match.at('uri')),
    ignoreUriCase: match.boolean('ignoreUriCase') ?? false,
    scheme: decodeStringMatch(match.at('scheme')),
    method: decodeStringMatch(match.at('method')),
    authority: decodeStringMatch(match.at('authority')),
    headers: decodeMatches(match, 'headers'),
    withoutHeaders: decodeMatches(match, 'withoutHeaders'),
    queryParams: decodeMatches(match, 'queryParams'),
    port: match.number('port') || undefined,
    sourceLabels: match.labels('sourceLabels'),
    sourceNamespace: match.string('sourceNamespace') || undefined,
    gateways: match.strings('gateways'),
  }
}

/** Istio's StringMatch; the empty message `{}` asks for presence. */
export function decodeStringMatch(match: Reader): StringMatch | undefined {
  if (match.node?.kind !== 'map') return undefined
  for (const kind of ['exact', 'prefix', 'regex'] as const) {
    const value = match.string(kind)
    if (value !== undefined) return { kind, value }
  }
  return { kind: 'present' }
}

function decodeMatches(match: Reader, name: string): StringMatches {
  return match.record(name, decodeStringMatch)
}

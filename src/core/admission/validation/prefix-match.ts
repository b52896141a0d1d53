import type { Reader } from '../../resources/index.ts'

/** What istiod compares of a match whose path is a prefix; everything else it leaves out ([H41]). */
export interface PrefixMatch {
  readonly match: Reader
  readonly ruleName: string
  readonly matchName: string
  readonly prefix: string
  readonly port: number
  readonly method: string
  readonly authority: string
  readonly maps: readonly ReadonlyMap<string, string>[]
}

/** Istio, genMatchHTTPRoutes; nothing for a match without a path prefix. */
export function toPrefixMatch(match: Reader, ruleName: string, matchName: string): PrefixMatch | undefined {
  const prefix = match.at('uri').string('prefix')
  if (!prefix) return undefined
  return {
    match,
    ruleName,
    matchName,
    prefix,
    port: match.number('port') ?? 0,
    method: valueOf(match.at('method')) || 'exact:GET',
    authority: valueOf(match.at('authority')),
    maps: ['headers', 'queryParams', 'withoutHeaders'].map(
      name => new Map(match.entries(name).map(([key, value]) => [key, valueOf(value)])),
    ),
  }
}

/**
 * Pairs of an earlier match and a later one behind it. Istio, coveredValidation. An earlier match is found by the
 * prefixes of the later path, so that many rules cost no more than what they cover.
 */
export function findCovered(matches: readonly PrefixMatch[]): readonly (readonly [PrefixMatch, PrefixMatch])[] {
  const byPrefix = new Map<string, number[]>()
  const pairs: [number, number][] = []
  for (const [j, later] of matches.entries()) {
    for (let length = 1; length < later.prefix.length; length++) {
      for (const i of byPrefix.get(later.prefix.slice(0, length)) ?? []) {
        const earlier = matches[i]
        if (earlier && covers(earlier, later)) pairs.push([i, j])
      }
    }
    const same = byPrefix.get(later.prefix)
    if (same) same.push(j)
    else byPrefix.set(later.prefix, [j])
  }
  return pairs
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .flatMap(([i, j]) => {
      const [earlier, later] = [matches[i], matches[j]]
      return earlier && later ? [[earlier, later] as const] : []
    })
}

function covers(earlier: PrefixMatch, later: PrefixMatch): boolean {
  return (
    earlier.port === later.port &&
    earlier.method.startsWith(later.method) &&
    earlier.authority.startsWith(later.authority) &&
    earlier.maps.every((map, i) => {
      const other = later.maps[i]
      return other?.size === map.size && [...map].every(([key, value]) => value.startsWith(other.get(key) ?? '\0'))
    })
  )
}

/** Exact or prefix with its kind, and nothing for a regex or mere presence. Istio, assignExactOrPrefix. */
function valueOf(match: Reader): string {
  const [exact, prefix] = [match.string('exact'), match.string('prefix')]
  if (exact) return `exact:${exact}`
  return prefix ? `prefix:${prefix}` : ''
}

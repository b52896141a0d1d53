import type { MapCall, MeshMap } from './mesh-map.ts'

/** More ways between two services are not told apart. */
export const MOST_WAYS = 9
/** How many hops longer than the shortest way another may be. */
const DETOUR = 3

/**
 * The ways that lead from one service to another, call by call, none through a service twice: the fewest calls first, of equally
 * many the one whose least share is greatest. Requests of one hop do not cause those of the next: each caller sends its own.
 */
export function waysBetween(map: Pick<MeshMap, 'calls'>, from: string, to: string): readonly (readonly MapCall[])[] {
  const left = hopsTo(map, to)
  const shortest = left.get(from)
  if (shortest === undefined || from === to) return []
  const out = new Map<string, MapCall[]>()
  for (const call of map.calls) out.set(call.from, [...(out.get(call.from) ?? []), call])
  const found: (readonly MapCall[])[] = []
  for (let most = shortest; most <= shortest + DETOUR && found.length < MOST_WAYS; most++) {
    const exact: (readonly MapCall[])[] = []
    const walk = (at: string, way: readonly MapCall[], seen: ReadonlySet<string>): void => {
      if (exact.length > MOST_WAYS * MOST_WAYS) return
      if (at === to) {
        if (way.length === most) exact.push(way)
        return
      }
      for (const call of out.get(at) ?? []) {
        const rest = left.get(call.to)
        if (rest === undefined || seen.has(call.to) || way.length + 1 + rest > most) continue
        walk(call.to, [...way, call], new Set([...seen, call.to]))
      }
    }
    walk(from, [], new Set([from]))
    found.push(...exact.sort((a, b) => leastShare(b) - leastShare(a)))
  }
  return found.slice(0, MOST_WAYS)
}

/** Services from which calls lead to this one, or to which they lead from it. */
export function reached(
  { calls }: Pick<MeshMap, 'calls'>,
  id: string,
  towards: 'callers' | 'callees',
): ReadonlySet<string> {
  const hops = towards === 'callers' ? hopsTo({ calls }, id) : hopsTo({ calls: calls.map(turned) }, id)
  return new Set([...hops.keys()].filter(each => each !== id))
}

const turned = (call: MapCall): MapCall => ({ ...call, from: call.to, to: call.from })

const leastShare = (way: readonly MapCall[]): number => Math.min(...way.map(({ share }) => share))

/** By service, how many calls it is away at least; those from which no call leads there are not in it. */
function hopsTo({ calls }: Pick<MeshMap, 'calls'>, id: string): ReadonlyMap<string, number> {
  const callers = new Map<string, string[]>()
  for (const { from, to } of calls) callers.set(to, [...(callers.get(to) ?? []), from])
  const hops = new Map([[id, 0]])
  for (const [at, far] of hops)
    for (const caller of callers.get(at) ?? []) if (!hops.has(caller)) hops.set(caller, far + 1)
  return hops
}

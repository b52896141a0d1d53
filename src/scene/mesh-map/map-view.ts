import { arrivingBy } from './mesh-map.ts'
import type { MapCall, MapHole, MapNode, MeshMap } from './mesh-map.ts'
import { waysBetween } from './paths.ts'

/** What of a map is looked at: a group, a node with its callers and what it calls, or a way; undefined: all. */
export type MapFocus =
  | { readonly kind: 'group' | 'node'; readonly id: string }
  /** From a node to another; `nth` of the ways between them, from 0. */
  | { readonly kind: 'way'; readonly id: string; readonly to: string; readonly nth: number }

/** More than so many are not drawn at once. */
export const MOST_NODES = 40

/** The part of a map that can be read: of many nodes, groups; in focus, the neighbourhood. The rest is counted. */
export function mapView(map: MeshMap, focus: MapFocus | undefined): MeshMap {
  if (focus?.kind === 'node') return neighbourhood(map, focus.id)
  if (focus?.kind === 'way') return along(map, focus)
  if (focus?.kind === 'group') return grouped(map, focus.id)
  if (map.nodes.length <= MOST_NODES) return map
  return new Set(map.nodes.map(node => node.group)).size > 1 ? grouped(map, undefined) : foremost(map, map.nodes)
}

/** A node, who calls it and whom it calls. */
function neighbourhood(map: MeshMap, id: string): MeshMap {
  const near = new Set([id, ...map.calls.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))])
  const calls = map.calls.filter(call => call.from === id || call.to === id)
  const holes = map.holes.filter(hole => hole.at === id || (hole.to === id && near.has(hole.at)))
  const chosen = foremost(
    { ...map, calls, holes },
    map.nodes.filter(node => near.has(node.id)),
    id,
  )
  return { ...chosen, hidden: near.size - chosen.nodes.length }
}

/** The services of one way, and what is lost between them. */
function along(map: MeshMap, { id, to, nth }: Extract<MapFocus, { kind: 'way' }>): MeshMap {
  const calls = waysBetween(map, id, to)[nth] ?? []
  const on = new Set([id, ...calls.map(call => call.to)])
  const next = new Map(calls.map(call => [call.from, call.to]))
  return {
    ...map,
    nodes: map.nodes.filter(node => on.has(node.id)),
    calls,
    holes: map.holes.filter(hole => hole.to !== undefined && next.get(hole.at) === hole.to),
    hidden: 0,
  }
}

/** Each group is one node, but for that which is open. */
function grouped(map: MeshMap, open: string | undefined): MeshMap {
  const groups = new Map<string, MapNode>()
  const idOf = new Map<string, string>()
  const own = map.nodes.filter(node => node.group === open)
  for (const node of map.nodes) {
    if (node.group === open) continue
    const { group } = node
    idOf.set(node.id, group)
    const before = groups.get(group)
    groups.set(group, {
      id: group,
      name: group,
      group,
      members: (before?.members ?? 0) + 1,
      ratePerSecond: 0,
      rules: (before?.rules ?? 0) + node.rules,
    })
  }
  const at = (id: string): string => idOf.get(id) ?? id
  const shows = (...ids: readonly (string | undefined)[]): boolean =>
    open === undefined || ids.some(id => id !== undefined && !idOf.has(id))
  /** Of a group, all that its callers send. */
  const sent = new Map<string, number>()
  for (const node of map.nodes) sent.set(at(node.id), (sent.get(at(node.id)) ?? 0) + sentBy(map, node.id))
  const sentFrom = (id: string): number => sent.get(id) ?? 0
  const calls = merge(
    map.calls
      .filter(call => shows(call.from, call.to))
      .map((call): MapCall => ({ ...call, from: at(call.from), to: at(call.to), ways: [] }))
      .filter(call => call.from !== call.to),
    call => `${call.from}>${call.to}`,
    (a, b): MapCall => ({
      ...a,
      ratePerSecond: a.ratePerSecond + b.ratePerSecond,
      lostPerSecond: a.lostPerSecond + b.lostPerSecond,
    }),
  ).map(call => {
    const all = sentFrom(call.from)
    return { ...call, share: all > 0 ? call.ratePerSecond / all : 0 }
  })
  const holes = merge(
    map.holes
      .filter(hole => shows(hole.at, hole.to))
      .map((hole): MapHole => {
        const place = at(hole.at)
        const to = hole.to === undefined ? undefined : at(hole.to)
        return { ...hole, at: place, to, id: `${place} ${hole.label}` }
      }),
    hole => hole.id,
    (a, b): MapHole => ({ ...a, ratePerSecond: a.ratePerSecond + b.ratePerSecond }),
  ).map(hole => {
    const all = sentFrom(hole.at)
    return { ...hole, share: all > 0 ? hole.ratePerSecond / all : 0 }
  })
  const touched = new Set(calls.flatMap(({ from, to }) => [from, to]))
  const nodes = [...groups.values()].map(node => {
    const arriving = map.calls.filter(call => at(call.to) === node.id)
    return { ...node, ratePerSecond: arriving.reduce((sum, call) => sum + arrivingBy(call), 0) }
  })
  const others = open === undefined ? nodes : nodes.filter(node => touched.has(node.id))
  const chosen = foremost({ ...map, calls, holes }, [...own, ...others])
  return { ...chosen, hidden: own.length + others.length - chosen.nodes.length }
}

/** What a node sends: what its calls carry, and what is lost before it is known whom it meant. */
const sentBy = (map: MeshMap, id: string): number =>
  map.calls.reduce((sum, call) => sum + (call.from === id ? call.ratePerSecond : 0), 0) +
  map.holes.reduce((sum, hole) => sum + (hole.at === id && hole.to === undefined ? hole.ratePerSecond : 0), 0)

/** Those that lose most, then those with most traffic, in the order they came. */
function foremost(map: MeshMap, candidates: readonly MapNode[], first?: string): MeshMap {
  const lost = new Map<string, number>()
  for (const hole of map.holes) {
    for (const id of [hole.at, hole.to]) if (id !== undefined) lost.set(id, (lost.get(id) ?? 0) + hole.ratePerSecond)
  }
  const rank = (node: MapNode): number => (node.id === first ? Infinity : (lost.get(node.id) ?? 0))
  const sorted = [...candidates].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return x === y ? b.ratePerSecond - a.ratePerSecond : y > x ? 1 : -1
  })
  const kept = new Set(sorted.slice(0, MOST_NODES).map(node => node.id))
  return {
    ...map,
    nodes: candidates.filter(node => kept.has(node.id)),
    calls: map.calls.filter(call => kept.has(call.from) && kept.has(call.to)),
    holes: map.holes.filter(hole => kept.has(hole.at)),
    hidden: candidates.length - kept.size,
  }
}

function merge<T>(items: readonly T[], keyOf: (item: T) => string, join: (a: T, b: T) => T): readonly T[] {
  const merged = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    const before = merged.get(key)
    merged.set(key, before === undefined ? item : join(before, item))
  }
  return [...merged.values()]
}

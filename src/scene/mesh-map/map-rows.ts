import { arrivingBy } from './mesh-map.ts'
import type { MapHole, MapNode, MeshMap } from './mesh-map.ts'

/** A group or a service in a list: those that lose most come first. */
export interface MapRow {
  readonly id: string
  readonly name: string
  /** Services of a group. */
  readonly members: number | undefined
  /** Requests per second that come to it; of one that nobody calls, that it sends. */
  readonly ratePerSecond: number
  /** Of all that it sends, 0 to 1. */
  readonly lostShare: number
  /** Where most of that is lost. */
  readonly worst: MapHole | undefined
}

/** The services of a group, or, without one, all groups; sorted by loss, then by traffic, then by name. */
export function mapRows(map: MeshMap, group: string | undefined): readonly MapRow[] {
  const keyOf = (node: MapNode): string => (group === undefined ? node.group : node.id)
  const chosen = map.nodes.filter(node => group === undefined || node.group === group)
  const keys = new Map(chosen.map(node => [node.id, keyOf(node)]))
  const sums = (entries: readonly (readonly [id: string, amount: number])[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    for (const [id, amount] of entries) {
      const key = keys.get(id)
      if (key !== undefined) found.set(key, (found.get(key) ?? 0) + amount)
    }
    return found
  }
  const sent = sums([
    ...map.calls.map(({ from, ratePerSecond }) => [from, ratePerSecond] as const),
    ...map.holes.flatMap(({ at, to, ratePerSecond }) => (to === undefined ? [[at, ratePerSecond] as const] : [])),
  ])
  const arrived = sums(map.calls.map(call => [call.to, arrivingBy(call)]))
  const lost = sums(map.holes.map(({ at, ratePerSecond }) => [at, ratePerSecond]))
  const worst = new Map<string, MapHole>()
  for (const hole of map.holes) {
    const key = keys.get(hole.at)
    if (key !== undefined && hole.ratePerSecond > (worst.get(key)?.ratePerSecond ?? 0)) worst.set(key, hole)
  }
  const members = sums(chosen.map(({ id }) => [id, 1]))
  const rows = [...new Map(chosen.map(node => [keyOf(node), node]))].map(([id, node]): MapRow => {
    const all = sent.get(id) ?? 0
    return {
      id,
      name: group === undefined ? node.group : node.name,
      members: group === undefined ? members.get(id) : undefined,
      ratePerSecond: arrived.get(id) ?? all,
      lostShare: all > 0 ? (lost.get(id) ?? 0) / all : 0,
      worst: worst.get(id),
    }
  })
  const lostBy = ({ id }: MapRow): number => lost.get(id) ?? 0
  return rows.sort(
    (a, b) => lostBy(b) - lostBy(a) || b.ratePerSecond - a.ratePerSecond || a.name.localeCompare(b.name, 'en'),
  )
}

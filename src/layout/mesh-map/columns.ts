import type { MapNode, MeshMap } from '../../scene/index.ts'

const SWEEPS = 4

export interface Columns {
  readonly linked: readonly (readonly MapNode[])[]
  /** What neither calls nor is called. */
  readonly alone: readonly MapNode[]
}

/**
 * Nodes by how many calls lie before them at most, a call back in a circle not counted; within a column by the barycentre of
 * their neighbours.
 */
export function columnsOf(map: MeshMap): Columns {
  const hops = hopsOf(map)
  const columns = new Map<number, MapNode[]>()
  const alone: MapNode[] = []
  const called = new Set(map.calls.flatMap(({ from, to }) => [from, to]))
  for (const node of map.nodes) {
    if (!called.has(node.id)) alone.push(node)
    else {
      const hop = hops.get(node.id) ?? 0
      columns.set(hop, [...(columns.get(hop) ?? []), node])
    }
  }
  const filled = [...columns].sort(([a], [b]) => a - b).map(([, column]) => column)
  sweep(map, filled)
  return { linked: filled, alone }
}

/** Longest ways from a node that nobody calls; a call back to one that is still on the way there is left out. */
function hopsOf(map: MeshMap): ReadonlyMap<string, number> {
  const callers = withoutCircles(map)
  const hops = new Map<string, number>()
  const hop = (id: string): number => {
    const known = hops.get(id) ?? Math.max(0, ...(callers.get(id) ?? []).map(each => hop(each) + 1))
    hops.set(id, known)
    return known
  }
  for (const node of map.nodes) hop(node.id)
  return hops
}

/** Who calls each node, but for calls that close a circle, seen from those whom nobody calls. */
function withoutCircles({ nodes, calls }: MeshMap): ReadonlyMap<string, readonly string[]> {
  const callees = new Map<string, string[]>()
  for (const { from, to } of calls) callees.set(from, [...(callees.get(from) ?? []), to])
  const called = new Set(calls.map(call => call.to))
  const callers = new Map<string, string[]>()
  const [open, done] = [new Set<string>(), new Set<string>()]
  const visit = (id: string): void => {
    if (done.has(id)) return
    open.add(id)
    for (const to of callees.get(id) ?? []) {
      if (open.has(to)) continue
      callers.set(to, [...(callers.get(to) ?? []), id])
      visit(to)
    }
    open.delete(id)
    done.add(id)
  }
  for (const node of nodes) if (!called.has(node.id)) visit(node.id)
  for (const node of nodes) visit(node.id)
  return callers
}

/** Orders each column by its neighbours' mean place, forth and back; ties keep the order they came in. */
function sweep({ calls }: MeshMap, columns: MapNode[][]): void {
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of calls) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  for (let round = 0; round < SWEEPS; round++) {
    const order = round % 2 === 0 ? [...columns.keys()] : [...columns.keys()].reverse()
    for (const i of order) {
      const place = new Map(
        columns.flatMap(column => column.map((node, k) => [node.id, (k + 0.5) / column.length] as const)),
      )
      const column = columns[i] ?? []
      const wish = new Map(
        column.map(node => {
          const side = (neighbours.get(node.id) ?? []).map(id => place.get(id)).filter(at => at !== undefined)
          return [node.id, side.length > 0 ? side.reduce((a, b) => a + b, 0) / side.length : (place.get(node.id) ?? 0)]
        }),
      )
      column.sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0))
    }
  }
}

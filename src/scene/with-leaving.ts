import type { HoleNode, Stage } from './stage.ts'

/** Holes of the stage before that the next one has no more, and whose place it still has. */
export function leavingHoles(next: Stage, before: Stage): readonly HoleNode[] {
  const known = new Set(next.holes.map(({ id }) => id))
  const places = placesOf(next)
  return before.holes.filter(({ id, at }) => !known.has(id) && places.has(at))
}

/** A stage with holes of the one before, and the lanes to them: what fell when it came into force still has to land. */
export function withLeaving(next: Stage, before: Stage, holes: readonly HoleNode[]): Stage {
  const ids = new Set<string>(holes.map(({ id }) => id))
  const places = placesOf(next)
  const lanes = before.lanes.filter(({ from, to }) => ids.has(to) && places.has(from))
  return {
    ...next,
    holes: [...next.holes, ...holes],
    lanes: [...next.lanes, ...lanes.map(lane => ({ ...lane, setShare: undefined }))],
  }
}

function placesOf({ client, sidecar, rules, subsets, workloads }: Stage): ReadonlySet<string> {
  return new Set([
    client.id,
    sidecar.id,
    ...rules.flatMap(card => [card.id, ...card.rows.flatMap(row => [row.id, ...row.legs.map(leg => leg.id)])]),
    ...subsets.flatMap(card => [card.id, ...card.rows.map(row => row.id)]),
    ...workloads.map(({ id }) => id),
  ])
}

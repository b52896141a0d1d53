import type { Box, MapPositions } from '../layout/index.ts'
import type { MapNode } from '../scene/index.ts'
import { mixBoxes, mixLanes, mixMaps, mixPoints } from './mix-positions.ts'

/** A map on its way from one layout to the next. */
export interface MapFrame {
  readonly nodes: readonly Pick<MapNode, 'id' | 'namespace'>[]
  readonly positions: MapPositions
  /** What was not there before, and how much of it is: 0 to 1. */
  readonly fresh: ReadonlySet<string>
  readonly shown: number
}

/**
 * Part of the way to the next map. A card that is new comes out of its namespace, out of its members, or out of what is looked at,
 * whichever was there; lanes and holes that are new appear by degrees. What is gone is gone.
 */
export function mixMap(from: MapFrame, to: MapFrame, focus: string | undefined, t: number): MapFrame {
  if (t >= 1) return to
  const before = from.positions
  const boxes = new Map<string, Box>()
  const fresh = new Set<string>()
  for (const { id, namespace } of to.nodes) {
    const target = to.positions.boxes.get(id)
    if (!target) continue
    const member = from.nodes.find(node => node.namespace === id)
    const origin = [id, namespace, member?.id, focus].map(each => each && before.boxes.get(each)).find(box => box)
    if (!before.boxes.has(id)) fresh.add(id)
    boxes.set(id, origin ? mixBoxes(origin, target, t) : target)
  }
  for (const id of to.positions.lanes.keys()) if (!isKnown(before, to.positions, id)) fresh.add(id)
  for (const id of to.positions.holes.keys()) if (!before.holes.has(id)) fresh.add(id)
  return {
    nodes: to.nodes,
    fresh,
    shown: t,
    positions: {
      size: to.positions.size,
      boxes,
      lanes: mixMaps(before.lanes, to.positions.lanes, t, mixLanes),
      holes: mixMaps(before.holes, to.positions.holes, t, mixPoints),
    },
  }
}

/** A lane of another form cannot be led over into the new one. */
const isKnown = (before: MapPositions, after: MapPositions, id: string): boolean =>
  before.lanes.get(id)?.cubics.length === after.lanes.get(id)?.cubics.length

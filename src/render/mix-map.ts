import { laneKey } from '../layout/index.ts'
import type { Box, Cubic, LanePath, MapPositions, Point } from '../layout/index.ts'
import type { MeshMap } from '../scene/index.ts'
import { mix, mixBoxes } from './mix-positions.ts'

/** A map on its way from one layout to the next. */
export interface MapFrame {
  readonly view: Pick<MeshMap, 'nodes' | 'calls' | 'holes'>
  readonly positions: MapPositions
  /** What was not there before, and how much of it is: 0 to 1. */
  readonly fresh: ReadonlySet<string>
  readonly shown: number
}

/**
 * Part of the way to the next map. A card that is new comes out of its group, out of its members, or out of what is looked at,
 * whichever was there; lanes and holes stay at their cards, and what is new of them appears by degrees. What is gone is gone.
 */
export function mixMap(from: MapFrame, to: MapFrame, focus: string | undefined, t: number): MapFrame {
  if (t >= 1) return to
  const before = from.positions
  const { view, positions } = to
  const boxes = new Map<string, Box>()
  for (const { id, group } of view.nodes) {
    const target = positions.boxes.get(id)
    if (!target) continue
    const member = from.view.nodes.find(node => node.group === id)
    const origin = [id, group, member?.id, focus].map(each => each && before.boxes.get(each)).find(box => box)
    boxes.set(id, origin ? mixBoxes(origin, target, t) : target)
  }
  const offset = (id: string): Point => {
    const [now, target] = [boxes.get(id), positions.boxes.get(id)]
    return now && target ? { x: now.x - target.x, y: now.y - target.y } : { x: 0, y: 0 }
  }
  const lanes = view.calls.flatMap(call => {
    const lane = positions.lanes.get(laneKey(call))
    return lane ? [[laneKey(call), drawn(lane, offset(call.from), offset(call.to))] as const] : []
  })
  const holes = view.holes.flatMap(({ id, at }) => {
    const hole = positions.holes.get(id)
    const { x, y } = offset(at)
    return hole ? [[id, { x: hole.x + x, y: hole.y + y }] as const] : []
  })
  const isNew = (id: string): boolean => !before.boxes.has(id) && !before.lanes.has(id) && !before.holes.has(id)
  return {
    view,
    fresh: new Set([...positions.boxes.keys(), ...positions.lanes.keys(), ...positions.holes.keys()].filter(isNew)),
    shown: t,
    positions: { size: positions.size, boxes, lanes: new Map(lanes), holes: new Map(holes) },
  }
}

/** A lane drawn along with the cards at its ends. */
function drawn(lane: LanePath, start: Point, end: Point): LanePath {
  const last = 3 * lane.cubics.length
  const cubics = lane.cubics.map((cubic, i): Cubic => {
    const x = (n: 0 | 2 | 4 | 6): number => cubic[n] + mix(start.x, end.x, (3 * i + n / 2) / last)
    const y = (n: 1 | 3 | 5 | 7): number => cubic[n] + mix(start.y, end.y, (3 * i + (n - 1) / 2) / last)
    return [x(0), y(1), x(2), y(3), x(4), y(5), x(6), y(7)]
  })
  return { ...lane, cubics }
}

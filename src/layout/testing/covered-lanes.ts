import type { Stage } from '../../scene/index.ts'
import { pointAt } from '../path.ts'
import { overlaps, pillBox, THICK } from '../pills.ts'
import type { Positions } from '../positions.ts'
import { drawnLanes } from './drawn-lanes.ts'

const STEP = 2

/** Pills that lie on a lane where they should not: on another's, or on their own where that is thick. */
export function coveredLanes(stage: Stage, positions: Positions): readonly string[] {
  const lanes = drawnLanes(stage, positions)
  return [...positions.pills].flatMap(([id, point]) => {
    const box = pillBox(point)
    return lanes.flatMap(lane => {
      const path = positions.lanes.get(lane.id)
      if (!path || (lane.id === id && (path.width < THICK || positions.orientation === 'down'))) return []
      const reach = path.width / 2
      const around = { x: box.x, y: box.y - reach, width: box.width, height: box.height + 2 * reach }
      const steps = Math.ceil(path.length / STEP)
      const isOn = Array.from({ length: steps + 1 }, (_, i) => pointAt(path, i / steps)).some(({ x, y }) =>
        overlaps(around, { x, y, width: 0, height: 0 }),
      )
      return isOn ? [`pill ${id} lies on ${lane.id}`] : []
    })
  })
}

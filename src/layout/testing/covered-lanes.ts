import type { Stage } from '../../scene/index.ts'
import { pointAt } from '../path.ts'
import { overlaps, pillBox, THICK } from '../pills.ts'
import type { LanePath, Point, Positions } from '../positions.ts'
import { drawnLanes } from './drawn-lanes.ts'

const STEP = 2

/** Pills that lie on a lane where they should not: on another's that does not cross their own, or on their own where it is thick. */
export function coveredLanes(stage: Stage, positions: Positions): readonly string[] {
  const lanes = drawnLanes(stage, positions)
  return [...positions.pills].flatMap(([id, point]) => {
    const box = pillBox(point)
    return lanes.flatMap(lane => {
      const path = positions.lanes.get(lane.id)
      const own = positions.lanes.get(id)
      if (!path || !own || (path === own && (path.width < THICK || positions.orientation === 'down'))) return []
      if (path !== own && crosses(own, path)) return []
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

/** One begins above the other and ends beneath it. */
function crosses(a: LanePath, b: LanePath): boolean {
  const [from, to] = [startOf(a).y - startOf(b).y, endOf(a).y - endOf(b).y]
  return from * to < 0
}
const startOf = ({ cubics }: LanePath): Point => ({ x: cubics[0]?.[0] ?? 0, y: cubics[0]?.[1] ?? 0 })
const endOf = ({ cubics }: LanePath): Point => ({ x: cubics.at(-1)?.[6] ?? 0, y: cubics.at(-1)?.[7] ?? 0 })

import type { Lane } from '../scene/index.ts'
import * as m from './measures.ts'
import { pointAt } from './path.ts'
import type { Box, LanePath, Point, Positions } from './positions.ts'

/**
 * Centres of the lanes' pills: above a thick lane, astride a thin one, at the first place along it where nothing is in the
 * way; lanes in order, so an early pill does not move for a later one. A pill without any room is left out.
 */
export function placePills(
  lanes: readonly Lane[],
  paths: ReadonlyMap<string, LanePath>,
  taken: readonly Box[],
  orientation: Positions['orientation'],
  page: Positions['size'],
): ReadonlyMap<string, Point> {
  const pills = new Map<string, Point>()
  const blocked = [...taken]
  for (const lane of lanes) {
    const path = paths.get(lane.id)
    if (lane.setShare === undefined || !path) continue
    const place = candidates(path, orientation)
      .map(point => inside(page, point))
      .find(point => !blocked.some(box => overlaps(box, pillBox(point))))
    if (!place) continue
    pills.set(lane.id, place)
    blocked.push(pillBox(place))
  }
  return pills
}

/** As near as the edges of the page let it be. */
const inside = ({ width, height }: Positions['size'], { x, y }: Point): Point => ({
  x: Math.min(width - m.PILL.width / 2, Math.max(m.PILL.width / 2, x)),
  y: Math.min(height - m.PILL.height / 2, Math.max(m.PILL.height / 2, y)),
})

export const pillBox = ({ x, y }: Point): Box => ({
  x: x - m.PILL.width / 2,
  y: y - m.PILL.height / 2,
  width: m.PILL.width,
  height: m.PILL.height,
})

const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
/** Beside the lane only where it has no room of its own. */
const ASIDE = [0, -50, 50, -72, 72, -96, 96, -144, 144]

function candidates(path: LanePath, orientation: Positions['orientation']): readonly Point[] {
  const above = path.width < 9 || orientation === 'down' ? 0 : -(path.width / 2 + 15)
  const lifts = [above, 0, -(path.width / 2 + 15), path.width / 2 + 15, -22, 22, -40, 40, -64, 64]
  return ASIDE.flatMap(aside =>
    lifts.flatMap(lift =>
      PLACES.map(t => {
        const { x, y } = pointAt(path, t)
        return { x: x + aside, y: y + lift }
      }),
    ),
  )
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

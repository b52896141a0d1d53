import type { LanePath, Point, Positions } from '../layout/index.ts'
import { podLaneId } from '../scene/index.ts'
import type { CourseStep, Particle } from '../scene/index.ts'
import { holeDisc } from './hole-disc.ts'
import { pointOnLane } from './lane-path.ts'
import { sinkPoint } from './marks.ts'

/** The ring that a copy ends as. */
export const isCopied = (step: CourseStep): boolean => step.kind === 'wait' && step.why === 'copied'
const WIDENS = 1.2

/** Where a particle is; undefined where the layout has no such lane. */
export function placeOf(
  { step, fraction, number }: Particle,
  positions: Positions,
): (Point & { scale: number }) | undefined {
  if (step.kind === 'sink') {
    const box = positions.boxes.get(step.holeId)
    if (!box) return undefined
    const disc = holeDisc(box, positions.orientation)
    const angle = entryAngle(disc, positions)
    const point = sinkPoint(disc.radius, angle, fraction)
    return { x: disc.x + point.x, y: disc.y + point.y, scale: point.scale }
  }
  const path = lanePathOf(step, positions)
  if (!path) return undefined
  if (step.kind === 'wait') return { ...pointOnLane(path, 1), scale: isCopied(step) ? 1 + WIDENS * fraction : 1 }
  return { ...besideMiddle(path, fraction, number), scale: 1 }
}

/** The lane to the pod where each pod has one, else the one to all of them. */
export function lanePathOf({ laneId, pod }: { readonly laneId: string; readonly pod?: string }, { lanes }: Positions) {
  return (pod === undefined ? undefined : lanes.get(podLaneId(laneId, pod))) ?? lanes.get(laneId)
}

const ONE_FILE = 14
const GOLDEN = 0.618_034

/** On a wide lane requests travel side by side, in places that follow from their numbers, and close ranks at its ends. */
function besideMiddle(path: LanePath, fraction: number, number: number): Point {
  const point = pointOnLane(path, fraction)
  if (path.width < ONE_FILE) return point
  const a = pointOnLane(path, fraction - 0.01)
  const b = pointOnLane(path, fraction + 0.01)
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const aside = (((number * GOLDEN) % 1) - 0.5) * (path.width - 10) * Math.sqrt(Math.sin(Math.PI * fraction))
  return { x: point.x - ((b.y - a.y) / length) * aside, y: point.y + ((b.x - a.x) / length) * aside }
}

/** Where the lane of a hole meets its rim, seen from the middle. Straight left where none ends there. */
function entryAngle(disc: Point & { radius: number }, positions: Positions): number {
  let nearest: LanePath | undefined
  let distance = disc.radius * 1.6
  for (const path of positions.lanes.values()) {
    const end = path.cubics.at(-1)
    if (!end) continue
    const away = Math.hypot(end[6] - disc.x, end[7] - disc.y)
    if (away < distance) {
      distance = away
      nearest = path
    }
  }
  const end = nearest?.cubics.at(-1)
  return end ? Math.atan2(end[7] - disc.y, end[6] - disc.x) : Math.PI
}

import { hullOf, pointAt } from './path.ts'
import type { PathBuilder } from './path.ts'
import { overlaps } from './pills.ts'
import type { Box, Point } from './positions.ts'

const STEP = 4

/** True where a path runs through none of the boxes, apart from those in which it begins or ends. */
export function isFree(path: PathBuilder, boxes: readonly Box[]): boolean {
  const built = path.build(0)
  const hull = hullOf(built)
  const near = boxes.filter(box => overlaps(box, hull))
  if (near.length === 0) return true
  const steps = Math.ceil(built.length / STEP)
  const points = Array.from({ length: steps + 1 }, (_, i) => pointAt(built, i / steps))
  const [first, last] = [points[0], points.at(-1)]
  const strangers = near.filter(box => !(first && touches(box, first)) && !(last && touches(box, last)))
  return !points.some(point => strangers.some(box => overlaps(box, { ...point, width: 0, height: 0 })))
}

const touches = (box: Box, { x, y }: Point): boolean =>
  overlaps({ x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 }, { x, y, width: 0, height: 0 })

import { hullOf, overlaps } from '../../layout/index.ts'
import type { Box, Positions } from '../../layout/index.ts'
import { toStage } from '../../render/index.ts'
import type { Camera, Size } from '../../render/index.ts'
import type { Stage } from '../../scene/index.ts'

/** From so many hosts on only what is near the window is drawn: each card is some hundred elements of the page. */
const MANY_HOSTS = 30

export const isLarge = (stage: Stage): boolean => stage.rules.length + stage.workloads.length > 2 * MANY_HOSTS

/** What is drawn: the window and as much again on each side. The same object for as long as the window stays inside. */
export function nearTo(before: Box | undefined, camera: Camera, { width, height }: Size): Box {
  const from = toStage(camera, { x: 0, y: 0 })
  const to = toStage(camera, { x: width, y: height })
  const seen = { ...from, width: to.x - from.x, height: to.y - from.y }
  // After zooming in, a box that was for much more would keep too much.
  if (before && holds(before, seen) && before.height < 6 * seen.height) return before
  return { x: seen.x - seen.width, y: seen.y - seen.height, width: 3 * seen.width, height: 3 * seen.height }
}

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** The stage without cards, holes and lanes that do not reach into a box; what is `kept` (a card, row or pod) stays where it is. */
export function partNear(stage: Stage, positions: Positions, near: Box, kept: string | undefined): Stage {
  const isNear = (...ids: readonly string[]): boolean =>
    ids.some(id => {
      const box = positions.boxes.get(id)
      return id === kept || (box !== undefined && overlaps(box, near))
    })
  return {
    ...stage,
    rules: stage.rules.filter(({ id, rows }) => isNear(id) || isNear(...rows.map(row => row.id))),
    subsets: stage.subsets.filter(({ id, rows }) => isNear(id) || isNear(...rows.map(row => row.id))),
    workloads: stage.workloads.filter(({ id, pods }) => isNear(id) || isNear(...pods.map(pod => pod.id))),
    holes: stage.holes.filter(({ id }) => isNear(id, `${id}#label`)),
    replies: stage.replies.filter(({ id }) => isNear(id)),
    lanes: stage.lanes.filter(({ id, kind, to }) => {
      const path = positions.lanes.get(id)
      if (path) return overlaps(hullOf(path), near)
      // In the pod view a delivery is drawn as one lane for each pod.
      return kind === 'deliver' && isNear(to)
    }),
  }
}

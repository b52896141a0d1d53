import type { Box, Point, Positions } from '../../layout/index.ts'
import { contentBounds, isInView, within } from '../../render/index.ts'
import type { Camera, Insets, Size } from '../../render/index.ts'
import type { Stage } from '../../scene/index.ts'

/**
 * Why the camera stands where it does: as the picture opened, with all of it fitted in, led to a hole, kept there over a change of the
 * text, moved by hand.
 */
export type Hold = 'opened' | 'fitted' | 'led' | 'kept' | 'by hand'

/** What the camera was placed for. */
export interface Placed {
  readonly stage: Stage | undefined
  readonly target: Positions
  /** Other for another text, not for a version of the same one. */
  readonly opened: number
  readonly scale: number | undefined
}

/** Another text, another caller, pods or a phone's picture open anew; a change of the text does not lead away from what is looked at. */
export function holdAfter(hold: Hold, before: Placed | undefined, now: Placed): Hold {
  if (!before) return hold
  const isSame =
    before.opened === now.opened &&
    before.scale === now.scale &&
    before.stage?.proxy === now.stage?.proxy &&
    before.target.podView === now.target.podView &&
    before.target.orientation === now.target.orientation
  if (!isSame) return 'opened'
  return hold === 'led' && before.stage !== now.stage ? 'kept' : hold
}

interface Window {
  readonly camera: Camera
  readonly size: Size
  readonly insets: Insets
}

/**
 * The camera through which a part has its place on the screen after a new layout: the first of `wanted` (ids) that is in view, where it is
 * gone what stood nearest to it; without any, what is nearest to the middle.
 */
export function keptCamera(window: Window, before: Positions, after: Positions, wanted: readonly string[]): Camera {
  const { camera, size, insets } = window
  const isSeen = (box: Box | undefined): box is Box =>
    box !== undefined && isInView(camera, { ...middleOf(box), width: 0, height: 0 }, size, insets)
  const first = wanted.find(id => isSeen(before.boxes.get(id)))
  const box = first === undefined ? undefined : before.boxes.get(first)
  const about = box ? middleOf(box) : middleOfWindow(window)
  let nearest: { readonly from: Box; readonly to: Box; readonly distance: number } | undefined
  for (const [id, from] of before.boxes) {
    const to = after.boxes.get(id)
    if (!to || !isSeen(from)) continue
    const middle = middleOf(from)
    const distance = id === first ? -1 : Math.hypot(middle.x - about.x, middle.y - about.y)
    if (!nearest || distance < nearest.distance) nearest = { from, to, distance }
  }
  if (!nearest) return camera
  const { from, to } = nearest
  const kept = { ...camera, x: camera.x + (from.x - to.x) * camera.k, y: camera.y + (from.y - to.y) * camera.k }
  const bounded = within(camera, contentBounds(before), size, insets)
  const wasBounded = bounded.x === camera.x && bounded.y === camera.y
  return wasBounded ? within(kept, contentBounds(after), size, insets) : kept
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

const middleOfWindow = ({ camera, size, insets }: Window): Point => ({
  x: ((insets.left + size.width - insets.right) / 2 - camera.x) / camera.k,
  y: ((insets.top + size.height - insets.bottom) / 2 - camera.y) / camera.k,
})

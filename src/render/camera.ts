import type { Box, Point, Positions } from '../layout/index.ts'

/** Screen = stage × k + (x, y). */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly k: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What the headline, the key and the edges keep free. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const MIN_ZOOM = 0.4
export const MAX_ZOOM = 3
/** A picture is shown no larger than this of itself, and not larger at all for less than `WORTH`. */
export const MOST_FIT = 1.75
const WORTH = 1.15
export const HOME: Camera = { x: 0, y: 0, k: 1 }

export const clampZoom = (k: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, k))

export const toScreen = (camera: Camera, { x, y }: Point): Point => ({
  x: x * camera.k + camera.x,
  y: y * camera.k + camera.y,
})

export const toStage = (camera: Camera, { x, y }: Point): Point => ({
  x: (x - camera.x) / camera.k,
  y: (y - camera.y) / camera.k,
})

/** Zooms so that the stage point under `about` (on screen) stays where it is. */
export function zoomAbout(camera: Camera, about: Point, factor: number): Camera {
  const k = clampZoom(camera.k * factor)
  const fixed = toStage(camera, about)
  return { k, x: about.x - fixed.x * k, y: about.y - fixed.y * k }
}

/** The smallest box around everything that has a place. */
export function contentBounds(positions: Positions): Box {
  return boundsOf(positions.boxes.values()) ?? { x: 0, y: 0, ...positions.size }
}

/** The smallest box around all of these; undefined where there is none. */
export function boundsOf(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  if (left > right) return undefined
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** True where the box shows whole, inside the insets, through this camera. */
export function isInView(camera: Camera, box: Box, viewport: Size, insets: Insets): boolean {
  const a = toScreen(camera, box)
  const b = toScreen(camera, { x: box.x + box.width, y: box.y + box.height })
  const slack = 0.5
  return (
    a.x >= insets.left - slack &&
    a.y >= insets.top - slack &&
    b.x <= viewport.width - insets.right + slack &&
    b.y <= viewport.height - insets.bottom + slack
  )
}

/** Room that a still picture keeps around what is in it: rings and shadows reach a little over their boxes. */
const MARGIN = 12

/** All of the content, for a still picture of it. */
export const windowAround = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
})

/** The part of the content that the window shows, inside the insets, in the stage's own coordinates. */
export function windowOn(camera: Camera, content: Box, viewport: Size, insets: Insets): Box {
  const all = windowAround(content)
  const from = toStage(camera, { x: insets.left, y: insets.top })
  const to = toStage(camera, { x: viewport.width - insets.right, y: viewport.height - insets.bottom })
  const x = Math.max(from.x, all.x)
  const y = Math.max(from.y, all.y)
  return {
    x,
    y,
    width: Math.max(1, Math.min(to.x, all.x + all.width) - x),
    height: Math.max(1, Math.min(to.y, all.y + all.height) - y),
  }
}

export interface Limits {
  readonly least?: number
  readonly most?: number
  /** From where on larger is worth moving things for. */
  readonly worth?: number
}

/**
 * The camera that shows the box: as it stands where that is enough, centred and larger where there is much room, else smaller,
 * never under `least` or over `most`. What is still too large keeps its start (top left) in view.
 */
export function fit(box: Box, viewport: Size, insets: Insets, limits: Limits = {}): Camera {
  const { least = MIN_ZOOM, most = 1, worth = WORTH } = limits
  const width = viewport.width - insets.left - insets.right
  const height = viewport.height - insets.top - insets.bottom
  if (width <= 0 || height <= 0 || box.width <= 0 || box.height <= 0) return HOME
  const room = Math.min(width / box.width, height / box.height)
  const larger = Math.min(most, room)
  if (larger < worth && isInView(HOME, box, viewport, insets)) return HOME
  const k = larger < worth ? Math.min(1, Math.max(least, clampZoom(room))) : Math.max(least, larger)
  // Along an axis where all of it shows already, nothing moves.
  const place = (start: number, room: number, from: number, length: number): number =>
    k === 1 && from >= start && from + length <= start + room
      ? 0
      : start + Math.max(0, (room - length * k) / 2) - from * k
  return { k, x: place(insets.left, width, box.x, box.width), y: place(insets.top, height, box.y, box.height) }
}

/** The camera to start with: all of the picture, or where that would be too small to read, its full width from the top. */
export function opening(box: Box, viewport: Size, insets: Insets, limits: Limits): Camera {
  const { least = MIN_ZOOM } = limits
  const all = fit(box, viewport, insets, { ...limits, least: MIN_ZOOM })
  if (all.k >= least) return all
  const width = viewport.width - insets.left - insets.right
  return fit(box, viewport, insets, { least: Math.min(1, Math.max(least, width / Math.max(1, box.width))) })
}

/** Moved, not zoomed, so that the box comes to stand in the middle of the window, and no further than it has to. */
export function centred(camera: Camera, box: Box, viewport: Size, insets: Insets): Camera {
  const along = (at: number, from: number, length: number, start: number, room: number): number => {
    const isIn = from * camera.k + at >= start && (from + length) * camera.k + at <= start + room
    return isIn ? at : start + room / 2 - (from + length / 2) * camera.k
  }
  return {
    k: camera.k,
    x: along(camera.x, box.x, box.width, insets.left, viewport.width - insets.left - insets.right),
    y: along(camera.y, box.y, box.height, insets.top, viewport.height - insets.top - insets.bottom),
  }
}

/** Moved, not zoomed, no further than it has to be for the box to show, with a little room around it. */
export function revealed(camera: Camera, box: Box, viewport: Size, insets: Insets): Camera {
  const along = (at: number, from: number, length: number, start: number, end: number): number => {
    const last = end - MARGIN - (from + length) * camera.k
    return Math.max(Math.min(at, last), start + MARGIN - from * camera.k)
  }
  return {
    k: camera.k,
    x: along(camera.x, box.x, box.width, insets.left, viewport.width - insets.right),
    y: along(camera.y, box.y, box.height, insets.top, viewport.height - insets.bottom),
  }
}

/** Moved back so far that no room stays empty beside a picture that is larger than the window. */
export function within(camera: Camera, box: Box, viewport: Size, insets: Insets): Camera {
  const along = (at: number, from: number, length: number, start: number, room: number): number => {
    const last = start + room - (from + length) * camera.k
    const first = start - from * camera.k
    return last >= first ? at : Math.min(first, Math.max(last, at))
  }
  const { top, left } = insets
  return {
    k: camera.k,
    x: along(camera.x, box.x, box.width, left, viewport.width - left - insets.right),
    y: along(camera.y, box.y, box.height, top, viewport.height - top - insets.bottom),
  }
}

/** Scrolled by so much, but no further than the picture's own edges. */
export function scrolled(camera: Camera, by: Point, box: Box, viewport: Size, insets: Insets): Camera {
  const along = (at: number, move: number, from: number, length: number, start: number, room: number): number => {
    const last = start + room - (from + length) * camera.k
    const first = start - from * camera.k
    if (last >= first) return at
    return Math.min(Math.max(first, at), Math.max(Math.min(last, at), at + move))
  }
  const { top, left } = insets
  return {
    k: camera.k,
    x: along(camera.x, by.x, box.x, box.width, left, viewport.width - left - insets.right),
    y: along(camera.y, by.y, box.y, box.height, top, viewport.height - top - insets.bottom),
  }
}

/** Half way and the like, for camera moves. */
export function mixCameras(a: Camera, b: Camera, t: number): Camera {
  const mix = (from: number, to: number): number => from + (to - from) * t
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), k: mix(a.k, b.k) }
}

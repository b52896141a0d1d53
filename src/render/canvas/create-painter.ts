import type { Drawn } from '../drawn.ts'
import { createStamps } from './create-stamps.ts'
import { CROWD, paintOver, radiusFor } from './paint-particles.ts'
import type { View } from './paint-particles.ts'
import type { Palette } from './palette.ts'
import { NO_ROWS, stampParticles } from './stamp-particles.ts'
import type { Rows, StampSheet, StampsOf } from './stamp-particles.ts'

/** Sizes of stamps are made in steps of so many pixels, so that a pinch does not make new ones at every frame. */
const STEP_PX = 0.125
/** Shapes reach so many radii from their middle, the halo included. */
const REACH = 1.9

export interface Painter {
  readonly paint: (drawn: readonly Drawn[], palette: Palette, view: View) => void
}

interface Kept {
  readonly image: ImageData
  readonly sheet: StampSheet
  readonly stampsOf: StampsOf
}

/**
 * Paints particles on a canvas: the many that are plain shapes as stamps, pixels copied into one image, and what has a ring, a
 * number or words over them.
 */
export function createPainter(context: CanvasRenderingContext2D): Painter {
  let madeFor: readonly unknown[] = []
  let kept: Kept | undefined
  /** Of the last frame: where stamps are, and whether anything is painted over them. */
  let stamped = NO_ROWS
  let isOver = true
  const keep = (palette: Palette, radius: number, k: number, bare: boolean): Kept => {
    const { width, height } = context.canvas
    const reach = Math.ceil(REACH * radius * k + 1)
    // In steps too: a pinch changes what stamps reach.
    const margin = 2 ** Math.ceil(Math.log2(2 * reach))
    const wanted = [palette, radius, k, bare, width, height]
    if (kept && wanted.every((each, i) => each === madeFor[i])) return kept
    madeFor = wanted
    const [sheetWidth, sheetHeight] = [width + 2 * margin, height + 2 * margin]
    const isThere = kept?.sheet.width === sheetWidth && kept.sheet.height === sheetHeight
    const image = isThere && kept ? kept.image : context.createImageData(sheetWidth, sheetHeight)
    if (!isThere) [stamped, isOver] = [NO_ROWS, true]
    const sheet = { width: sheetWidth, height: sheetHeight, margin, pixels: new Int32Array(image.data.buffer) }
    return (kept = { image, sheet, stampsOf: createStamps({ palette, radius, k, reach, bare }, sheetWidth) })
  }
  return {
    paint: (drawn, palette, view) => {
      const { camera, pixelRatio } = view
      const { width, height } = context.canvas
      if (width === 0 || height === 0) return
      const k = camera.k * pixelRatio
      const radius = radiusFor(drawn.length)
      const stampK = Math.max(STEP_PX, Math.round((k * radius) / STEP_PX) * STEP_PX) / radius
      const { image, sheet, stampsOf } = keep(palette, radius, stampK, drawn.length > CROWD)
      const at = { k, x: camera.x * pixelRatio, y: camera.y * pixelRatio }
      const { rows, others } = stampParticles(sheet, drawn, at, stampsOf, stamped)
      if (isOver) clear(context)
      const { from, until } = both(stamped, rows)
      if (until > from) context.putImageData(image, -sheet.margin, -sheet.margin, 0, from, sheet.width, until - from)
      stamped = rows
      isOver = others.length > 0
      paintOver(context, others, palette, view, radius)
    },
  }
}

function clear(context: CanvasRenderingContext2D): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
}

function both(a: Rows, b: Rows): Rows {
  if (a.until === 0) return b
  if (b.until === 0) return a
  return { from: Math.min(a.from, b.from), until: Math.max(a.until, b.until) }
}

import { createStamps } from './create-stamps.ts'
import { countOf } from './frame.ts'
import { paintOver } from './paint-particles.ts'
import { fitCanvas } from './painter.ts'
import type { Painter } from './painter.ts'
import { NO_ROWS, stampParticles } from './stamp-particles.ts'
import type { Rows, StampSheet, StampsOf } from './stamp-particles.ts'
import { isSameKind, stampKind } from './stamp-picture.ts'
import type { StampKind } from './stamp-picture.ts'

interface Kept {
  readonly kind: StampKind
  readonly image: ImageData
  readonly sheet: StampSheet
  readonly stampsOf: StampsOf
}

/**
 * Paints particles on a canvas: the many that are plain shapes as stamps, pixels copied into one image, and what has a ring, a
 * number or words over them.
 */
export function createStampPainter(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): Painter {
  const { canvas } = context
  let kept: Kept | undefined
  /** Of the last frame: where stamps are, and whether anything is painted over them. */
  let stamped = NO_ROWS
  let isOver = true
  const keep = (kind: StampKind): Kept => {
    // In steps: a pinch changes what stamps reach.
    const margin = 2 ** Math.ceil(Math.log2(2 * kind.reach))
    const [width, height] = [canvas.width + 2 * margin, canvas.height + 2 * margin]
    const isThere = kept?.sheet.width === width && kept.sheet.height === height
    if (kept && isThere && isSameKind(kept.kind, kind)) return kept
    const image = kept && isThere ? kept.image : context.createImageData(width, height)
    if (!isThere) [stamped, isOver] = [NO_ROWS, true]
    const sheet = { width, height, margin, pixels: new Int32Array(image.data.buffer) }
    return (kept = { kind, image, sheet, stampsOf: createStamps(kind, width) })
  }
  return {
    paint: (frame, palette, view) => {
      fitCanvas(canvas, view)
      if (canvas.width === 0 || canvas.height === 0) return
      const { camera, pixelRatio } = view
      const { kind, image, sheet, stampsOf } = keep(stampKind(countOf(frame), palette, view))
      const at = { k: camera.k * pixelRatio, x: camera.x * pixelRatio, y: camera.y * pixelRatio }
      const rows = stampParticles(sheet, frame.plain, at, stampsOf, stamped)
      if (isOver) clear(context)
      const { from, until } = both(stamped, rows)
      if (until > from) context.putImageData(image, -sheet.margin, -sheet.margin, 0, from, sheet.width, until - from)
      stamped = rows
      isOver = frame.others.length > 0
      paintOver(context, frame.others, palette, view, kind.radius)
    },
  }
}

function clear(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
}

function both(a: Rows, b: Rows): Rows {
  if (a.until === 0) return b
  if (b.until === 0) return a
  return { from: Math.min(a.from, b.from), until: Math.max(a.until, b.until) }
}

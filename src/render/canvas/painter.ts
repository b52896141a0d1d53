import type { Frame } from './frame.ts'
import type { View } from './paint-particles.ts'
import type { Palette } from './palette.ts'

/** Paints frames on one canvas, which it gives the size of the view. */
export interface Painter {
  readonly paint: (frame: Frame, palette: Palette, view: View) => void
}

/** The size of the view in pixels; a canvas is cleared when it gets another one. */
export function fitCanvas(canvas: { width: number; height: number }, { width, height, pixelRatio }: View): void {
  const [pixelWidth, pixelHeight] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)]
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight
}

import type { Drawn } from '../drawn.ts'
import type { View } from './paint-particles.ts'

const RADIUS = 7
const WIDTH = 2

type Pen = Pick<
  CanvasRenderingContext2D,
  'setTransform' | 'beginPath' | 'arc' | 'stroke' | 'strokeStyle' | 'lineWidth' | 'globalAlpha'
>

/** A ring around each. */
export function paintRings(pen: Pen, drawn: readonly Drawn[], colour: string, { camera, pixelRatio }: View): void {
  const k = camera.k * pixelRatio
  pen.setTransform(k, 0, 0, k, camera.x * pixelRatio, camera.y * pixelRatio)
  pen.strokeStyle = colour
  pen.lineWidth = WIDTH
  for (const { x, y, opacity } of drawn) {
    pen.globalAlpha = opacity
    pen.beginPath()
    pen.arc(x, y, RADIUS, 0, 2 * Math.PI)
    pen.stroke()
  }
  pen.globalAlpha = 1
}

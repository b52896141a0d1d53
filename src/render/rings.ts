import type { View } from './canvas/paint-particles.ts'
import type { Drawn } from './drawn.ts'
import { addCanvas } from './painting/add-canvas.ts'

const RADIUS = 7
const WIDTH = 2

type Pen = Pick<
  CanvasRenderingContext2D,
  'setTransform' | 'beginPath' | 'arc' | 'stroke' | 'strokeStyle' | 'lineWidth' | 'globalAlpha'
>

/** Those that are followed by their class and travel: what waits has a ring of its own, what sinks is over. */
export const ringed = (drawn: readonly Drawn[], classes: ReadonlySet<string> | undefined): readonly Drawn[] =>
  classes === undefined
    ? []
    : drawn.filter(
        ({ particle, look, wait, focused, scale }) =>
          particle?.requestClass !== undefined &&
          classes.has(particle.requestClass) &&
          look !== 'ghost' &&
          !wait &&
          !focused &&
          scale === 1,
      )

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

/** Rings over the particles, which are painted elsewhere: a few, on a canvas of their own. */
export function createRings(host: HTMLElement) {
  const canvas = addCanvas(host)
  const pen = canvas.getContext('2d')
  return {
    show: (drawn: readonly Drawn[], colour: string, view: View): void => {
      if (!pen) return
      const [width, height] = [Math.round(view.width * view.pixelRatio), Math.round(view.height * view.pixelRatio)]
      // The same size clears it too.
      canvas.width = width
      canvas.height = height
      paintRings(pen, drawn, colour, view)
    },
    dispose: (): void => {
      canvas.remove()
    },
  }
}

import type { Drawn } from '../drawn.ts'
import { paintOver, paintParticles, radiusFor } from './paint-particles.ts'
import type { View } from './paint-particles.ts'
import type { Palette } from './palette.ts'
import { isPlain, PHASES, stampParticles } from './stamp-particles.ts'
import type { Stamp, StampOf } from './stamp-particles.ts'

/** Sizes of stamps are made in steps of so many pixels, so that a pinch does not make new ones at every frame. */
const STEP_PX = 0.125
/** Shapes reach so many radii from their middle, the halo included. */
const REACH = 1.9

export interface Painter {
  readonly paint: (drawn: readonly Drawn[], palette: Palette, view: View) => void
}

/**
 * Paints particles on a canvas: the many that are plain shapes as stamps, pixels copied into one image, and what has a ring, a
 * number or words over them.
 */
export function createPainter(context: CanvasRenderingContext2D): Painter {
  let image: ImageData | undefined
  let pixels = new Uint32Array()
  let stamps:
    { readonly palette: Palette; readonly radius: number; readonly k: number; readonly of: StampOf } | undefined
  return {
    paint: (drawn, palette, view) => {
      const { camera, pixelRatio } = view
      const { width, height } = context.canvas
      if (width === 0 || height === 0) return
      if (image?.width !== width || image.height !== height) {
        image = context.createImageData(width, height)
        pixels = new Uint32Array(image.data.buffer)
      }
      const k = camera.k * pixelRatio
      const radius = radiusFor(drawn.length)
      const stampK = Math.max(STEP_PX, Math.round((k * radius) / STEP_PX) * STEP_PX) / radius
      if (stamps?.palette !== palette || stamps.radius !== radius || stamps.k !== stampK)
        stamps = { palette, radius, k: stampK, of: createStamps(palette, radius, stampK) }
      const at = { k, x: camera.x * pixelRatio, y: camera.y * pixelRatio }
      stampParticles({ width, height, pixels }, drawn, at, stamps.of)
      context.putImageData(image, 0, 0)
      paintOver(
        context,
        drawn.filter(one => !isPlain(one)),
        palette,
        view,
        radius,
      )
    },
  }
}

/** Stamps are painted once, by the painter of single particles. */
function createStamps(palette: Palette, radius: number, k: number): StampOf {
  const size = 2 * Math.ceil(REACH * radius * k + 1) + 1
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const made = new Map<Drawn['look'], (Stamp | undefined)[]>()
  const make = (look: Drawn['look'], phaseX: number, phaseY: number): Stamp => {
    if (!context) return { size: 0, pixels: new Uint32Array() }
    const middle = size >> 1
    const place = { x: (middle + phaseX / PHASES) / k, y: (middle + phaseY / PHASES) / k }
    const one: Drawn = { ...place, particle: undefined, number: 0, look, ...PLAIN }
    const view = { camera: { x: 0, y: 0, k }, width: size, height: size, pixelRatio: 1 }
    paintParticles(context, [one], palette, view, radius)
    return { size, pixels: new Uint32Array(context.getImageData(0, 0, size, size).data.buffer) }
  }
  return (look, phaseX, phaseY) => {
    let phases = made.get(look)
    if (!phases) made.set(look, (phases = []))
    return (phases[phaseY * PHASES + phaseX] ??= make(look, phaseX, phaseY))
  }
}

const PLAIN = { attempt: undefined, scale: 1, opacity: 1, wait: undefined, focused: false } as const

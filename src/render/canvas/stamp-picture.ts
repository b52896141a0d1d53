import type { Mark } from '../drawn.ts'
import { CROWD, paintParticles, radiusFor } from './paint-particles.ts'
import type { View } from './paint-particles.ts'
import type { Palette } from './palette.ts'
import { hardened } from './stamp.ts'

/** Particles stand at quarters of a pixel, so that slow ones do not jump. */
export const PHASES = 4
/** Sizes of stamps are made in steps of so many pixels, so that a pinch does not make new ones at every frame. */
const STEP_PX = 0.125
/** Shapes reach so many radii from their middle, the halo included. */
const REACH = 1.9

export interface StampKind {
  readonly palette: Palette
  readonly radius: number
  /** Pixels to one of the stage. */
  readonly k: number
  /** How many pixels they reach from their middle. */
  readonly reach: number
  /** Without a halo and with hard edges. */
  readonly bare: boolean
}

/** What stamps for so many particles are like. */
export function stampKind(count: number, palette: Palette, { camera, pixelRatio }: View): StampKind {
  const radius = radiusFor(count)
  const wanted = camera.k * pixelRatio * radius
  const k = Math.max(STEP_PX, Math.round(wanted / STEP_PX) * STEP_PX) / radius
  return { palette, radius, k, reach: Math.ceil(REACH * radius * k + 1), bare: count > CROWD }
}

export const isSameKind = (a: StampKind, b: StampKind): boolean =>
  a.palette === b.palette && a.radius === b.radius && a.k === b.k && a.bare === b.bare

/** Pixels to a side of a stamp. */
export const cellOf = ({ reach }: Pick<StampKind, 'reach'>): number => 2 * reach + 1

const PLAIN = { number: 0, attempt: undefined, scale: 1, opacity: 1, wait: undefined, focused: false } as const

/**
 * A look's stamps side by side, painted by the painter of single particles: a cell for each quarter of a pixel that its middle is
 * right of the middle of its pixel, and a row of them for each quarter below.
 */
export function stampPicture(kind: StampKind, look: Mark['look']): ImageData | undefined {
  const { palette, radius, k, reach, bare } = kind
  const cell = cellOf(kind)
  const size = PHASES * cell
  const context = contextOf(size)
  if (!context) return undefined
  const middles = Array.from({ length: PHASES }, (_, phase) => (phase * cell + reach + phase / PHASES) / k)
  const all = middles.flatMap(y => middles.map((x): Mark => ({ look, x, y, ...PLAIN })))
  const view = { camera: { x: 0, y: 0, k }, width: size, height: size, pixelRatio: 1 }
  paintParticles(context, all, bare ? { ...palette, halo: 'transparent' } : palette, view, radius)
  const picture = context.getImageData(0, 0, size, size)
  if (bare) {
    const pixels = new Int32Array(picture.data.buffer)
    pixels.set(hardened(pixels))
  }
  return picture
}

function contextOf(size: number): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null {
  const canvas =
    typeof OffscreenCanvas === 'undefined' ? document.createElement('canvas') : new OffscreenCanvas(size, size)
  Object.assign(canvas, { width: size, height: size })
  return canvas.getContext('2d', { willReadFrequently: true })
}

import type { Drawn } from '../drawn.ts'
import { paintParticles } from './paint-particles.ts'
import type { Palette } from './palette.ts'
import { PHASES } from './stamp-particles.ts'
import type { StampsOf } from './stamp-particles.ts'
import { dimmed, hardened, stampAt } from './stamp.ts'
import type { Stamp } from './stamp.ts'

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

const PLAIN = { attempt: undefined, scale: 1, opacity: 1, wait: undefined, focused: false } as const

/** Stamps for a sheet of that width, painted when they are first asked for, by the painter of single particles. */
export function createStamps(kind: StampKind, sheetWidth: number): StampsOf {
  const made = new Map<Drawn['look'], Map<number, readonly Stamp[]>>()
  return (look, opacity) => {
    const ofLook = made.get(look) ?? new Map<number, readonly Stamp[]>()
    made.set(look, ofLook)
    let stamps = ofLook.get(opacity)
    if (!stamps) ofLook.set(opacity, (stamps = stampsOf(kind, look, opacity, sheetWidth)))
    return stamps
  }
}

function stampsOf(
  { palette, radius, k, reach, bare }: StampKind,
  look: Drawn['look'],
  opacity: number,
  sheetWidth: number,
): readonly Stamp[] {
  const cell = 2 * reach + 1
  const size = PHASES * cell
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return []
  const phases = Array.from({ length: PHASES }, (_, phase) => phase)
  const middle = (phase: number): number => (phase * cell + reach + phase / PHASES) / k
  const all = phases.flatMap(phaseY =>
    phases.map((phaseX): Drawn => ({
      particle: undefined,
      number: 0,
      look,
      x: middle(phaseX),
      y: middle(phaseY),
      ...PLAIN,
    })),
  )
  const view = { camera: { x: 0, y: 0, k }, width: size, height: size, pixelRatio: 1 }
  paintParticles(context, all, bare ? { ...palette, halo: 'transparent' } : palette, view, radius)
  const painted = new Int32Array(context.getImageData(0, 0, size, size).data.buffer)
  const picture = dimmed(bare ? hardened(painted) : painted, opacity)
  return phases.flatMap(y => phases.map(x => stampAt(picture, size, { x: x * cell, y: y * cell, reach }, sheetWidth)))
}

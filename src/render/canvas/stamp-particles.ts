import type { Drawn } from '../drawn.ts'

/** A particle's picture, pixel by pixel: RGBA with straight alpha, square. */
export interface Stamp {
  readonly size: number
  /** One number a pixel, as `ImageData` has them. */
  readonly pixels: Uint32Array
}

/** The stamp of a look, its middle `phase` / `PHASES` of a pixel right of and below the middle of its square. */
export type StampOf = (look: Drawn['look'], phaseX: number, phaseY: number) => Stamp

/** What is stamped on. */
export interface StampSheet {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

/** Particles stand at quarters of a pixel, so that slow ones do not jump. */
export const PHASES = 4

/** Those that are a plain shape: no ring, number or words, not shrinking. */
export const isPlain = ({ wait, attempt, scale, focused }: Drawn): boolean =>
  wait === undefined && attempt === undefined && scale === 1 && !focused

/** Clears the sheet and stamps every plain particle where the view has it: `k` pixels to one of the stage. */
export function stampParticles(
  sheet: StampSheet,
  drawn: readonly Drawn[],
  view: { readonly k: number; readonly x: number; readonly y: number },
  stampOf: StampOf,
): void {
  sheet.pixels.fill(0)
  for (const particle of drawn) {
    if (!isPlain(particle)) continue
    const atX = Math.round((particle.x * view.k + view.x) * PHASES)
    const atY = Math.round((particle.y * view.k + view.y) * PHASES)
    const wholeX = Math.floor(atX / PHASES)
    const wholeY = Math.floor(atY / PHASES)
    const stamp = stampOf(particle.look, atX - wholeX * PHASES, atY - wholeY * PHASES)
    put(sheet, stamp, wholeX - (stamp.size >> 1), wholeY - (stamp.size >> 1), particle.opacity)
  }
}

function put({ width, height, pixels }: StampSheet, stamp: Stamp, left: number, top: number, opacity: number): void {
  const { size } = stamp
  const fromX = Math.max(0, -left)
  const toX = Math.min(size, width - left)
  const toY = Math.min(size, height - top)
  for (let y = Math.max(0, -top); y < toY; y++) {
    let from = y * size + fromX
    let to = (top + y) * width + left + fromX
    for (let x = fromX; x < toX; x++, from++, to++) {
      const over = stamp.pixels[from] ?? 0
      if (over === 0) continue
      const alpha = (over >>> 24) * opacity
      if (alpha >= 254.5) pixels[to] = over
      else pixels[to] = blend(over, alpha, pixels[to] ?? 0)
    }
  }
}

/** One pixel over another, both with straight alpha. */
function blend(over: number, alpha: number, under: number): number {
  const underAlpha = (under >>> 24) * (1 - alpha / 255)
  const sum = alpha + underAlpha
  if (sum < 0.5) return 0
  const mix = (shift: number): number =>
    Math.round((((over >>> shift) & 255) * alpha + ((under >>> shift) & 255) * underAlpha) / sum) << shift
  return ((Math.round(sum) << 24) | mix(16) | mix(8) | mix(0)) >>> 0
}

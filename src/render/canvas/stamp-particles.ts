import type { Mark } from '../drawn.ts'
import { PLAIN_FLOATS } from './frame.ts'
import { LOOKS } from './looks.ts'
import { PHASES } from './stamp-picture.ts'
import { putStamp } from './stamp.ts'
import type { Stamp } from './stamp.ts'

/**
 * The stamps of a look, so opaque: for each quarter of a pixel that its middle is right of and below the middle of its pixel,
 * row by row.
 */
export type StampsOf = (look: Mark['look'], opacity: number) => readonly Stamp[]

/** What is stamped on: a picture with a margin on each side, so that no stamp has to be cut. */
export interface StampSheet {
  /** With the margins. */
  readonly width: number
  readonly height: number
  /** Twice what a stamp reaches from its middle at most. */
  readonly margin: number
  readonly pixels: Int32Array
}

/** Rows of a sheet, the last one not included. */
export interface Rows {
  readonly from: number
  readonly until: number
}

export const NO_ROWS: Rows = { from: 0, until: 0 }

/**
 * Clears the rows that are dirty and stamps every plain particle of a frame where the view has it, `k` pixels to one of the stage.
 * Tells which rows are dirty now.
 */
export function stampParticles(
  { width, height, margin, pixels }: StampSheet,
  plain: Float32Array,
  view: { readonly k: number; readonly x: number; readonly y: number },
  stampsOf: StampsOf,
  dirty: Rows = { from: 0, until: height },
): Rows {
  pixels.fill(0, dirty.from * width, dirty.until * width)
  const reach = margin >> 1
  const [from, untilX, untilY] = [reach * PHASES, (width - reach) * PHASES, (height - reach) * PHASES]
  let [look, opacity, stamps]: [number, number, readonly Stamp[]] = [-1, 1, []]
  let [highest, lowest] = [height, -1]
  for (let i = 0; i < plain.length; i += PLAIN_FLOATS) {
    const x = ((plain[i] ?? 0) * view.k + view.x + margin) * PHASES + 0.5
    const y = ((plain[i + 1] ?? 0) * view.k + view.y + margin) * PHASES + 0.5
    if (!(x >= from && x < untilX && y >= from && y < untilY)) continue
    if (plain[i + 2] !== look || plain[i + 3] !== opacity) {
      look = plain[i + 2] ?? 0
      opacity = plain[i + 3] ?? 1
      stamps = stampsOf(LOOKS[look] ?? 'alive', opacity)
    }
    // Both are positive: this is their floor.
    const atX = x | 0
    const atY = y | 0
    const stamp = stamps[(atY & (PHASES - 1)) * PHASES + (atX & (PHASES - 1))]
    const row = (atY / PHASES) | 0
    if (row < highest) highest = row
    if (row > lowest) lowest = row
    if (stamp) putStamp(pixels, stamp, row * width + ((atX / PHASES) | 0))
  }
  return lowest < 0 ? NO_ROWS : { from: highest - reach, until: lowest + reach + 1 }
}

import type { Drawn } from '../drawn.ts'
import { putStamp } from './stamp.ts'
import type { Stamp } from './stamp.ts'

/**
 * The stamps of a look, so opaque: for each quarter of a pixel that its middle is right of and below the middle of its pixel,
 * row by row.
 */
export type StampsOf = (look: Drawn['look'], opacity: number) => readonly Stamp[]

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

interface Stamped {
  readonly rows: Rows
  /** Those that are more than a stamp. */
  readonly others: readonly Drawn[]
}

/** Particles stand at quarters of a pixel, so that slow ones do not jump. */
export const PHASES = 4

export const NO_ROWS: Rows = { from: 0, until: 0 }

/** Those that are a plain shape: no ring, number or words, not shrinking. */
const isPlain = ({ wait, attempt, scale, focused }: Drawn): boolean =>
  wait === undefined && attempt === undefined && scale === 1 && !focused

/** Clears the rows that are dirty and stamps every plain particle where the view has it, `k` pixels to one of the stage. */
export function stampParticles(
  { width, height, margin, pixels }: StampSheet,
  drawn: readonly Drawn[],
  view: { readonly k: number; readonly x: number; readonly y: number },
  stampsOf: StampsOf,
  dirty: Rows = { from: 0, until: height },
): Stamped {
  pixels.fill(0, dirty.from * width, dirty.until * width)
  const others: Drawn[] = []
  const reach = margin >> 1
  const [from, untilX, untilY] = [reach * PHASES, (width - reach) * PHASES, (height - reach) * PHASES]
  let [look, opacity, stamps]: [Drawn['look'] | undefined, number, readonly Stamp[]] = [undefined, 1, []]
  let [highest, lowest] = [height, -1]
  for (const particle of drawn) {
    if (!isPlain(particle)) {
      others.push(particle)
      continue
    }
    const x = (particle.x * view.k + view.x + margin) * PHASES + 0.5
    const y = (particle.y * view.k + view.y + margin) * PHASES + 0.5
    if (!(x >= from && x < untilX && y >= from && y < untilY)) continue
    if (particle.look !== look || particle.opacity !== opacity) {
      ;({ look, opacity } = particle)
      stamps = stampsOf(look, opacity)
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
  const rows = lowest < 0 ? NO_ROWS : { from: highest - reach, until: lowest + reach + 1 }
  return { rows, others }
}

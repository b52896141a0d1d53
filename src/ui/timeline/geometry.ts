/** Left and right of the time axis. */
export const EDGE = 6

export interface Geometry {
  readonly width: number
  readonly height: number
  readonly totalMs: number
}

/** Where a moment is on the axis. */
export const atX = ({ width, totalMs }: Geometry, ms: number): number =>
  EDGE + (Math.max(0, width - 2 * EDGE) * ms) / Math.max(1, totalMs)

/** How the height of the timeline is shared out: marks, bars, labels of the axis. */
export interface Bands {
  /** Of the marks’ centres. */
  readonly markY: number
  readonly markScale: number
  /** Marks nearer than this would lie on each other. */
  readonly leastGap: number
  /** Where bars end at the top, and begin. */
  readonly barsTop: number
  readonly base: number
  /** Of the axis labels, under the base. */
  readonly tickY: number
  /** Else only how many marks are one. */
  readonly named: boolean
}

/** From this height on marks have names beside them. */
const ROOM_FOR_NAMES = 60

export const bandsFor = (height: number): Bands =>
  height >= ROOM_FOR_NAMES
    ? { markY: 10, markScale: 1, leastGap: 12, barsTop: 20, base: height - 24, tickY: 17, named: true }
    : { markY: 6, markScale: 0.75, leastGap: 10, barsTop: 13, base: height - 18, tickY: 14, named: false }

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

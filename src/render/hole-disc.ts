import type { Box, Positions } from '../layout/index.ts'

export interface HoleDisc {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The black disc of a hole: at the top of its box, in the middle; the words are below it. */
export function holeDisc(box: Box, orientation: Positions['orientation']): HoleDisc {
  const full = orientation === 'down' ? 30 : 44
  const radius = Math.min(full, box.width / 2, box.height / 2)
  return { x: box.x + box.width / 2, y: box.y + radius, radius }
}

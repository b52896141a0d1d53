import type { Point } from '../layout/index.ts'
import type { Drawn } from './drawn.ts'

const TOLERANCE = 12

/** The particle nearest to the pointer, at most 12 px away on screen; of two equally near, the one drawn on top. */
export function particleAt(drawn: readonly Drawn[], at: Point, zoom: number): Drawn | undefined {
  let best: Drawn | undefined
  // Squared, as all distances here.
  let nearest = (TOLERANCE / zoom) ** 2
  for (const particle of drawn) {
    if (particle.look === 'ghost') continue
    const distance = (particle.x - at.x) ** 2 + (particle.y - at.y) ** 2
    if (distance <= nearest) {
      best = particle
      nearest = distance
    }
  }
  return best
}

import type { Point } from '../layout/index.ts'
import type { Drawn } from './drawn.ts'

const TOLERANCE = 12

/** The particle nearest to the pointer, at most 12 px away on screen; of two equally near, the one drawn on top. */
export function particleAt(drawn: readonly Drawn[], at: Point, zoom: number): Drawn | undefined {
  let best: Drawn | undefined
  let bestDistance = TOLERANCE / zoom
  for (const particle of drawn) {
    if (particle.look === 'ghost') continue
    const distance = Math.hypot(particle.x - at.x, particle.y - at.y)
    if (distance <= bestDistance) {
      best = particle
      bestDistance = distance
    }
  }
  return best
}

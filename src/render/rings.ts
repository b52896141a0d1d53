import { paintParticles, radiusFor } from './canvas/paint-particles.ts'
import { paintRings } from './canvas/paint-rings.ts'
import type { View } from './canvas/paint-particles.ts'
import type { Palette } from './canvas/palette.ts'
import type { Drawn } from './drawn.ts'
import { addCanvas } from './painting/add-canvas.ts'

/** A few particles with a ring each, on a canvas of their own: however late the others are painted, a ring is on its own. */
export function createRings(host: HTMLElement) {
  const canvas = addCanvas(host)
  const pen = canvas.getContext('2d')
  return {
    /** `among` how many they are, by which all have their size. */
    show: (ringed: readonly Drawn[], among: number, palette: Palette, view: View): void => {
      if (!pen) return
      canvas.width = Math.round(view.width * view.pixelRatio)
      canvas.height = Math.round(view.height * view.pixelRatio)
      paintParticles(pen, ringed, palette, view, radiusFor(among))
      paintRings(pen, ringed, palette.accent, view)
    },
    dispose: (): void => {
      canvas.remove()
    },
  }
}

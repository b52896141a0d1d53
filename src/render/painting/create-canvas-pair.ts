import type { Camera } from '../camera.ts'
import type { View } from '../canvas/paint-particles.ts'
import { cameraDifference } from './camera-difference.ts'
import { addCanvas } from './add-canvas.ts'

/**
 * Two canvases, of which one is seen. A worker's picture comes to the screen at a time of its own, so where the view has changed it is
 * painted on the other one and seen once it is there, moved by what the camera has moved since. Lanes and particles so stay in step.
 */
export interface CanvasPair {
  readonly offscreen: readonly OffscreenCanvas[]
  /** On which of the two a picture with that view is to be painted. */
  readonly placeFor: (view: View) => number
  /** Whether the two have changed places: the one that was seen may still be on the screen for a frame. */
  readonly painted: (place: number, view: View) => boolean
  readonly follow: (camera: Camera) => void
  readonly dispose: () => void
}

export function createCanvasPair(host: HTMLElement): CanvasPair {
  const canvases = [addCanvas(host), addCanvas(host)]
  for (const canvas of canvases) canvas.style.visibility = 'hidden'
  const offscreen = canvases.map(canvas => canvas.transferControlToOffscreen())
  let seen: { readonly place: number; readonly view: View } | undefined
  let now: Camera | undefined
  const put = (): void => {
    if (!seen) return
    const { place, view } = seen
    const { x, y, k } = cameraDifference(view.camera, now ?? view.camera)
    const [width, height] = [`${String(view.width)}px`, `${String(view.height)}px`]
    const transform = `translate(${String(x)}px, ${String(y)}px) scale(${String(k)})`
    for (const [i, { style }] of canvases.entries()) {
      if (i === place) Object.assign(style, { visibility: 'visible', width, height, transform })
      else style.visibility = 'hidden'
    }
  }
  return {
    offscreen,
    placeFor: view => (!seen ? 0 : isSameView(seen.view, view) ? seen.place : 1 - seen.place),
    painted: (place, view) => {
      if (seen?.place === place && isSameView(seen.view, view)) return false
      const hasChanged = seen !== undefined && seen.place !== place
      seen = { place, view }
      put()
      return hasChanged
    },
    follow: camera => {
      now = camera
      put()
    },
    dispose: () => {
      for (const canvas of canvases) canvas.remove()
    },
  }
}

const isSameView = (a: View, b: View): boolean =>
  a.camera.x === b.camera.x &&
  a.camera.y === b.camera.y &&
  a.camera.k === b.camera.k &&
  a.width === b.width &&
  a.height === b.height &&
  a.pixelRatio === b.pixelRatio

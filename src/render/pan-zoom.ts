import { select, zoom, zoomIdentity } from 'd3'
import type { D3ZoomEvent } from 'd3'
import { MAX_ZOOM, MIN_ZOOM } from './camera.ts'
import type { Camera } from './camera.ts'

export interface PanZoom {
  /** Moves the camera; does not count as the user's own move. */
  readonly update: (camera: Camera) => void
  readonly dispose: () => void
}

export interface PanZoomHandlers {
  /** `byHand`: the user moved it. */
  readonly onCamera: (camera: Camera, byHand: boolean) => void
  /** True where a press starts a click on something, not a pan. */
  readonly isOnItem: (target: Element) => boolean
}

/** d3-zoom on one element: Ctrl or ⌘ with the wheel and pinch zoom, a drag on the empty stage pans, a plain wheel pans. */
export function createPanZoom(element: HTMLElement, { onCamera, isOnItem }: PanZoomHandlers): PanZoom {
  /** The event's own source does not tell: right after a wheel turn d3 reports later moves as part of it. */
  let moving = false
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([MIN_ZOOM, MAX_ZOOM])
    .filter((event: Event) => {
      if (event.type === 'dblclick') return false
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey
      if (event instanceof MouseEvent && event.button !== 0) return false
      if (event.type === 'touchstart') return true
      return !(event.target instanceof Element && isOnItem(event.target))
    })
    .wheelDelta(event => -event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.004))
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      const { x, y, k } = event.transform
      onCamera({ x, y, k }, !moving)
    })
  const selection = select(element)
  selection.call(behaviour)
  const update = (camera: Camera): void => {
    moving = true
    selection.call(behaviour.transform.bind(behaviour), zoomIdentity.translate(camera.x, camera.y).scale(camera.k))
    moving = false
  }
  return {
    update,
    dispose: () => {
      selection.on('.zoom', null)
    },
  }
}

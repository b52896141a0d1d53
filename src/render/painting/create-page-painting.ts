import { createStampPainter } from '../canvas/create-stamp-painter.ts'
import { packFrame, unpackFrame } from '../canvas/frame.ts'
import { addCanvas } from './add-canvas.ts'
import type { Painting } from './painting.ts'

/** Painted on this thread, as stamps: in the frame of the display that moves the camera, so there is nothing to follow. */
export function createPagePainting(host: HTMLElement): Painting {
  const canvas = addCanvas(host)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const painter = context && createStampPainter(context)
  let buffer = new ArrayBuffer(0)
  host.dataset['painter'] = 'page'
  return {
    show: ({ marks, palette, view }) => {
      const packed = packFrame(marks, buffer)
      ;({ buffer } = packed)
      painter?.paint(unpackFrame(packed), palette, view)
    },
    follow: () => undefined,
    dispose: () => {
      canvas.remove()
    },
  }
}

import { createStampPainter } from '../canvas/create-stamp-painter.ts'
import { unpackFrame } from '../canvas/frame.ts'
import { createGlPainter, hasGl } from '../canvas/gl/create-gl-painter.ts'
import type { Painter } from '../canvas/painter.ts'
import type { Palette } from '../canvas/palette.ts'
import type { Face } from '../still/faces.ts'
import type { FromPainter, PaintedBy, ToPainter } from './protocol.ts'

let painters: readonly (Painter | undefined)[] = []
let palette: Palette | undefined

const tell = (message: FromPainter, transfer: Transferable[] = []): void => {
  self.postMessage(message, { transfer })
}

self.onmessage = ({ data }: MessageEvent<ToPainter>) => {
  switch (data.kind) {
    case 'begin':
      void loadFaces(data.faces).then(() => {
        tell({ kind: 'ready', by: bestWay() })
      })
      return
    case 'canvases':
      painters = paintersFor(data.canvases, data.by)
      return
    case 'palette':
      palette = data.palette
      return
    case 'frame':
      // What is painted in a frame of the display goes to the screen with it; it is told after that.
      requestAnimationFrame(() => {
        if (palette) painters[data.to]?.paint(unpackFrame(data.frame), palette, data.view)
        const { buffer } = data.frame
        setTimeout(() => {
          tell({ kind: 'painted', buffer }, [buffer])
        })
      })
  }
}

function bestWay(): PaintedBy | undefined {
  if (typeof requestAnimationFrame !== 'function' || !new OffscreenCanvas(1, 1).getContext('2d')) return undefined
  return hasGl() ? 'gl' : 'stamps'
}

function paintersFor(canvases: readonly OffscreenCanvas[], by: PaintedBy): readonly (Painter | undefined)[] {
  let isLost = false
  const onLost = (): void => {
    if (!isLost) tell({ kind: 'lost' })
    isLost = true
  }
  return canvases.map(canvas => {
    const painter = by === 'gl' ? createGlPainter(canvas, onLost) : undefined
    if (painter) return painter
    const context = canvas.getContext('2d', { willReadFrequently: true })
    return context ? createStampPainter(context) : undefined
  })
}

/** Words wait for none that cannot be had: there are others. */
async function loadFaces(faces: readonly Face[]): Promise<void> {
  const { fonts } = self as unknown as { readonly fonts: FontFaceSet }
  await Promise.allSettled(
    faces.map(async ({ family, weight, style, unicodeRange, url }) => {
      const face = new FontFace(family, `url("${url}")`, {
        weight,
        style,
        ...(unicodeRange !== '' && { unicodeRange }),
      })
      fonts.add(await face.load())
    }),
  )
}

import { packFrame } from '../canvas/frame.ts'
import type { View } from '../canvas/paint-particles.ts'
import type { Palette } from '../canvas/palette.ts'
import { createCanvasPair } from './create-canvas-pair.ts'
import type { CanvasPair } from './create-canvas-pair.ts'
import { createHandover } from './create-handover.ts'
import type { Painting, Shown } from './painting.ts'
import type { FromPainter, PaintedBy, ToPainter } from './protocol.ts'

/**
 * Painted by a worker that has said it is ready. One buffer goes there and back, so frames cost no memory. What painted before is
 * told when it is no longer needed: the first picture is there.
 */
export function createWorkerPainting(host: HTMLElement, worker: Worker, by: PaintedBy, onFirst: () => void): Painting {
  let pair: CanvasPair
  let buffer = new ArrayBuffer(0)
  let toldPalette: Palette | undefined
  let sent: { readonly place: number; readonly view: View } | undefined
  let last: Shown | undefined
  let isFirst = true

  const tell = (message: ToPainter, transfer: Transferable[] = []): void => {
    worker.postMessage(message, transfer)
  }
  const beFirst = (): void => {
    if (isFirst) onFirst()
    isFirst = false
  }
  const begin = (way: PaintedBy): CanvasPair => {
    const next = createCanvasPair(host)
    host.dataset['painter'] = way
    tell({ kind: 'canvases', canvases: next.offscreen, by: way }, [...next.offscreen])
    return next
  }
  const handover = createHandover(({ marks, palette, view }: Shown) => {
    if (palette !== toldPalette) tell({ kind: 'palette', palette })
    toldPalette = palette
    sent = { place: pair.placeFor(view), view }
    const frame = packFrame(marks, buffer)
    tell({ kind: 'frame', to: sent.place, frame, view }, [frame.buffer])
  })
  const goOn = (): void => {
    handover.cameBack(!document.hidden)
  }
  const onMessage = ({ data }: MessageEvent<FromPainter>): void => {
    if (data.kind === 'painted') {
      ;({ buffer } = data)
      const hasChanged = sent && pair.painted(sent.place, sent.view)
      beFirst()
      if (hasChanged) requestAnimationFrame(() => requestAnimationFrame(goOn))
      else goOn()
    } else if (data.kind === 'lost') {
      pair.dispose()
      pair = begin('stamps')
      if (last) handover.offer(last)
    }
  }
  pair = begin(by)
  worker.addEventListener('message', onMessage)
  return {
    show: shown => {
      last = shown
      handover.offer(shown)
    },
    follow: camera => {
      pair.follow(camera)
    },
    dispose: () => {
      beFirst()
      pair.dispose()
    },
  }
}

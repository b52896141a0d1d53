import { facesOfPage } from '../still/page-faces.ts'
import { createPagePainting } from './create-page-painting.ts'
import { createWorkerPainting } from './create-worker-painting.ts'
import type { Painting, Shown } from './painting.ts'
import type { FromPainter, ToPainter } from './protocol.ts'

/** Words on particles are written in these. */
const WORDS = { families: ['JetBrains Mono'], weights: [400, 600], text: '0123456789' }

/**
 * Paints on this thread until a worker says that it can, and again should it fail. Where the browser has no canvases for workers, or
 * the worker never says anything, it stays at that.
 */
export function startPainting(host: HTMLElement): Painting {
  let painting = createPagePainting(host)
  let last: Shown | undefined
  const worker = startWorker()
  if (worker) {
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FromPainter>) => {
        if (data.kind !== 'ready' || data.by === undefined) return
        const before = painting
        painting = createWorkerPainting(host, worker, data.by, before.dispose)
        if (last) painting.show(last)
      },
      { once: true },
    )
    worker.addEventListener('error', event => {
      // It is made good here.
      event.preventDefault()
      worker.terminate()
      painting.dispose()
      painting = createPagePainting(host)
      if (last) painting.show(last)
    })
    worker.postMessage({ kind: 'begin', faces: facesOfPage(WORDS) } satisfies ToPainter)
  }
  return {
    show: shown => {
      last = shown
      painting.show(shown)
    },
    follow: camera => {
      painting.follow(camera)
    },
    dispose: () => {
      worker?.terminate()
      painting.dispose()
    },
  }
}

/** Some refuse to make one by an exception, as where the page was opened as a file. */
function startWorker(): Worker | undefined {
  if (typeof OffscreenCanvas === 'undefined' || !('transferControlToOffscreen' in HTMLCanvasElement.prototype))
    return undefined
  try {
    return new Worker(new URL('./paint.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}

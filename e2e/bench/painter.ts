/** Times what frames of particles cost the main thread and the worker, painted on either of them, by the CPU. */
import type { Page } from '@playwright/test'
import { createServer } from 'vite'
import type * as PagePaintings from '../../src/render/painting/create-page-painting.ts'
import type * as WorkerPaintings from '../../src/render/painting/create-worker-painting.ts'
import { quantile, record } from './record.ts'

const SIZES = [
  { name: 'particles2000', count: 2000, pixelRatio: 1, frames: 100 },
  { name: 'particles2000.fine', count: 2000, pixelRatio: 2, frames: 100 },
  { name: 'particles100000', count: 100_000, pixelRatio: 1, frames: 60 },
] as const
const WARM_UP = 12

/** The painters' own modules, as the development server hands them out. */
export async function benchPainter(page: Page, port: number): Promise<Readonly<Record<string, number>>> {
  const server = await createServer({ server: { port, strictPort: true, host: '127.0.0.1' }, logLevel: 'error' })
  await server.listen()
  await page.route('**/blank', route => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  const results: Record<string, number> = {}
  for (const { name, frames, ...size } of SIZES) {
    for (const inWorker of [false, true]) {
      await page.goto(`http://127.0.0.1:${String(port)}/blank`)
      await page.evaluate(preparePainting, { ...size, inWorker })
      await page.evaluate(paintFrames, WARM_UP)
      const { spans, workersMs } = await record(page, () => page.evaluate(paintFrames, frames))
      const row = inWorker ? `${name}.elsewhere` : name
      results[`${row}.ms`] = quantile(spans, 0.5)
      results[`${row}.p95.ms`] = quantile(spans, 0.95)
      if (inWorker) results[`${row}.worker.ms`] = workersMs / frames
    }
  }
  await server.close()
  return results
}

interface Wanted {
  readonly count: number
  readonly pixelRatio: number
  readonly inWorker: boolean
}

interface Prepared {
  /** New particles, as on the stage at each frame; resolves once they are painted. */
  paintNext?: () => Promise<void>
}

async function paintFrames(frames: number): Promise<void> {
  for (let frame = 0; frame < frames; frame++) await (window as Prepared).paintNext?.()
}

async function preparePainting({ count, pixelRatio, inWorker }: Wanted): Promise<void> {
  const load = (path: string): Promise<unknown> => import(/* @vite-ignore */ `/src/render/painting/${path}`)
  const { createPagePainting } = (await load('create-page-painting.ts')) as typeof PagePaintings
  const { createWorkerPainting } = (await load('create-worker-painting.ts')) as typeof WorkerPaintings
  const tone = {
    ok: '#008a69',
    app: '#a84300',
    lost: '#c8143c',
    refused: '#a87e00',
    late: '#5b2391',
    ghost: '#7c828c',
  }
  const palette = {
    tone,
    halo: '#fff',
    card: '#fff',
    ink2: '#464b54',
    line2: '#cfcfc6',
    accent: '#3e6ae6',
    onAccent: '#fff',
    mono: 'monospace',
  }
  const looks = ['alive', 'nowhere', 'nobody', 'late'] as const
  const [width, height] = [1100, 700]
  const marksAt = (frame: number) =>
    Array.from({ length: count }, (_, i) => ({
      number: i,
      x: (i * 7.31 + frame * 4.3) % width,
      y: (i * 13.77) % height,
      look: looks[i % 4]!,
      attempt: undefined,
      scale: 1,
      opacity: 1,
      wait: undefined,
      focused: false,
    }))
  const view = { camera: { x: 0, y: 0, k: 1 }, width, height, pixelRatio }
  const host = document.body.appendChild(document.createElement('div'))
  Object.assign(host.style, { position: 'relative', width: `${String(width)}px`, height: `${String(height)}px` })

  const worker = new Worker('/src/render/painting/paint.worker.ts?worker_file&type=module', { type: 'module' })
  const answer = (kind: string) =>
    new Promise<void>(resolve => {
      const onMessage = ({ data }: MessageEvent<{ readonly kind: string }>): void => {
        if (data.kind !== kind) return
        worker.removeEventListener('message', onMessage)
        resolve()
      }
      worker.addEventListener('message', onMessage)
    })
  const ready = answer('ready')
  worker.postMessage({ kind: 'begin', faces: [] })
  await ready
  const painting = inWorker ? createWorkerPainting(host, worker, 'stamps', () => undefined) : createPagePainting(host)
  let frame = 0
  const paintNext = async (): Promise<void> => {
    const marks = marksAt(frame++)
    const painted = inWorker ? answer('painted') : new Promise(requestAnimationFrame)
    performance.mark('from')
    painting.show({ marks, palette, view })
    if (!inWorker) host.querySelector('canvas')?.getContext('2d')?.getImageData(0, 0, 1, 1)
    performance.mark('to')
    await painted
  }
  Object.assign(window, { paintNext } satisfies Prepared)
}

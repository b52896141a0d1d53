/** Times the painter of particles, by the CPU of the thread that it paints on, its raster included. */
import type { Page } from '@playwright/test'
import { createServer } from 'vite'
import type * as Painters from '../../src/render/canvas/create-painter.ts'
import { quantile, record } from './record.ts'

const SIZES = [
  { name: 'particles2000', count: 2000, pixelRatio: 1, frames: 100 },
  { name: 'particles2000.fine', count: 2000, pixelRatio: 2, frames: 100 },
  { name: 'particles100000', count: 100_000, pixelRatio: 1, frames: 60 },
] as const
const WARM_UP = 12

/** The painter's own module, as the development server hands it out. */
export async function benchPainter(page: Page, port: number): Promise<Readonly<Record<string, number>>> {
  const server = await createServer({ server: { port, strictPort: true, host: '127.0.0.1' }, logLevel: 'error' })
  await server.listen()
  await page.route('**/blank', route => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto(`http://127.0.0.1:${String(port)}/blank`)
  const results: Record<string, number> = {}
  for (const { name, ...size } of SIZES) {
    const { spans } = await record(page, () => page.evaluate(paintFrames, size))
    const times = spans.slice(WARM_UP)
    results[`${name}.ms`] = quantile(times, 0.5)
    results[`${name}.p95.ms`] = quantile(times, 0.95)
  }
  await server.close()
  return results
}

interface Wanted {
  readonly count: number
  readonly pixelRatio: number
  readonly frames: number
}

/** Each frame has new particles, as on the stage. */
async function paintFrames({ count, pixelRatio, frames }: Wanted): Promise<void> {
  const load = (path: string): Promise<unknown> => import(/* @vite-ignore */ path)
  const { createPainter } = (await load('/src/render/canvas/create-painter.ts')) as typeof Painters
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
  const drawnAt = (frame: number) =>
    Array.from({ length: count }, (_, i) => ({
      particle: undefined,
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
  const size = { width: width * pixelRatio, height: height * pixelRatio }
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No canvas.')
  const painter = createPainter(context)
  for (let frame = 0; frame < frames; frame++) {
    const drawn = drawnAt(frame)
    performance.mark('from')
    painter.paint(drawn, palette, view)
    context.getImageData(0, 0, 1, 1)
    performance.mark('to')
  }
}

/** Times the painter of particles in the real browser: the raster is waited for at every frame. */
import { chromium } from '@playwright/test'
import { createServer } from 'vite'
import type * as Painters from '../../src/render/canvas/create-painter.ts'
import type * as Shapes from '../../src/render/canvas/paint-particles.ts'
import { LAUNCH_ARGS, environment, findBrowser } from '../find-browser.ts'

const port = Number(process.env['E2E_PORT'] ?? '4183')
const server = await createServer({ server: { port, strictPort: true, host: '127.0.0.1' }, logLevel: 'error' })
await server.listen()
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: environment(found),
  args: LAUNCH_ARGS,
})
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
// What tsx puts around functions.
await page.addInitScript('globalThis.__name = one => one')
await page.route('**/blank', route => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
await page.goto(`http://127.0.0.1:${String(port)}/blank`)
for (const [pixelRatio, count] of [
  [1, 100],
  [1, 2000],
  [1, 20_000],
  [1, 100_000],
  [2, 2000],
] as const) {
  const times = await page.evaluate(
    async ([ratio, n]) => {
      const load = (path: string): Promise<unknown> => import(/* @vite-ignore */ path)
      const { createPainter } = (await load('/src/render/canvas/create-painter.ts')) as typeof Painters
      const { paintParticles } = (await load('/src/render/canvas/paint-particles.ts')) as typeof Shapes
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
        Array.from({ length: n }, (_, i) => ({
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
      const view = { camera: { x: 0, y: 0, k: 1 }, width, height, pixelRatio: ratio }
      const timed = (
        willReadFrequently: boolean,
        paint: (context: CanvasRenderingContext2D) => (drawn: ReturnType<typeof drawnAt>) => void,
      ) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: width * ratio, height: height * ratio })
        const context = canvas.getContext('2d', { willReadFrequently })!
        const draw = paint(context)
        const all: number[] = []
        for (let frame = 0; frame < (n > 10_000 ? 14 : 40); frame++) {
          const drawn = drawnAt(frame)
          const from = performance.now()
          draw(drawn)
          context.getImageData(0, 0, 1, 1)
          if (frame > 3) all.push(performance.now() - from)
        }
        all.sort((a, b) => a - b)
        return [all[all.length >> 1]!, all[Math.floor(all.length * 0.95)]!].map(ms => ms.toFixed(1)).join(' / ')
      }
      return {
        shapes: timed(false, context => drawn => paintParticles(context, drawn, palette, view)),
        stamps: timed(true, context => {
          const painter = createPainter(context)
          return drawn => painter.paint(drawn, palette, view)
        }),
      }
    },
    [pixelRatio, count] as const,
  )
  console.log(
    `${String(count)} particles, ${String(pixelRatio)} pixels: shapes ${times.shapes} ms, stamps ${times.stamps} ms (p50 / p95)`,
  )
}
await browser.close()
await server.close()

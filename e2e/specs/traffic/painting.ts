import type { Locator, Page, Worker } from '@playwright/test'
import { expect } from '@playwright/test'

/** One request a second, so one particle at a time. */
export const ONE_AT_A_TIME = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 80 }] }
---
${deployment('reviews')}---
${deployment('web')}---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: slow }
spec:
  clients:
  - { name: only, from: web, url: "http://reviews/", rate: 1/s }
`

function deployment(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template: { metadata: { labels: { app: ${name} } } }
`
}

/** What the worker's own code finds changed: GL counts also where the CPU works it out, and a test gets at the contexts. */
export const ANY_GL = `
self.contexts = []
const getContext = OffscreenCanvas.prototype.getContext
OffscreenCanvas.prototype.getContext = function (kind, options) {
  const context = getContext.call(this, kind, { ...options, failIfMajorPerformanceCaveat: false })
  if (kind === 'webgl2') self.contexts.push(context)
  return context
}
`

/** Frames of the display come to the worker only when it is let go on. */
export const HELD = `
const request = self.requestAnimationFrame
let waiting
self.isHeld = false
self.requestAnimationFrame = callback => {
  if (self.isHeld) waiting = callback
  else request(callback)
}
self.goOn = () => {
  self.isHeld = false
  if (waiting) request(waiting)
}
`

/** Runs that before the worker's own code, in pages that are opened from now on. */
export async function inPainter(page: Page, code: string): Promise<void> {
  await page.route(PAINTER, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, body: code + (await response.text()) })
  })
}

export const PAINTER = /\/paint\.worker-[^/]*\.js$/

export async function painterOf(page: Page): Promise<Worker> {
  const find = () => page.workers().find(worker => PAINTER.test(worker.url()))
  await expect.poll(find).toBeTruthy()
  return find()!
}

export interface Pixels {
  readonly width: number
  /** Red, green, blue and alpha of each. */
  readonly data: Buffer
}

/** What is seen of that part of the page. */
export async function seen(part: Locator): Promise<Pixels> {
  const png = await part.screenshot()
  const image = await part.page().evaluateHandle(
    async source => {
      const made = new Image()
      made.src = source
      await made.decode()
      return made
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  return image.evaluate(readPixels).then(toPixels)
}

/** What is on a canvas, over white. */
export const painted = (canvas: Locator): Promise<Pixels> => canvas.evaluate(readPixels).then(toPixels)

async function readPixels(picture: Node): Promise<{ readonly width: number; readonly url: string }> {
  const { width, height } = picture as HTMLImageElement | HTMLCanvasElement
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture as HTMLImageElement | HTMLCanvasElement, 0, 0)
  const reader = new FileReader()
  const read = new Promise(resolve => reader.addEventListener('load', resolve))
  reader.readAsDataURL(new Blob([context.getImageData(0, 0, width, height).data]))
  await read
  return { width, url: reader.result as string }
}

const toPixels = ({ width, url }: Awaited<ReturnType<typeof readPixels>>): Pixels => ({
  width,
  data: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'),
})

export const pixelAt = ({ width, data }: Pixels, x: number, y: number): readonly number[] => {
  const at = (Math.floor(y) * width + Math.floor(x)) * 4
  return [...data.subarray(at, at + 3)]
}

/** How many pixels differ by more than that in any of their colours. */
export function differing(a: Pixels, b: Pixels, tolerance: number): number {
  let count = 0
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some(i => Math.abs(a.data[at + i]! - b.data[at + i]!) > tolerance)) count++
  return count
}

/** A colour of the page as it is seen. */
export const colourOf = (page: Page, property: string): Promise<readonly number[]> =>
  page.evaluate(name => {
    const context = document.createElement('canvas').getContext('2d')!
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }, property)

/** The middle of all points of the picture where the pointer finds a particle: where the only one stands, within the picture. */
export async function onlyParticle(picture: Locator): Promise<{ readonly x: number; readonly y: number } | undefined> {
  return picture.evaluate((pane: HTMLElement) => {
    const { left, top, width, height } = pane.getBoundingClientRect()
    const isHit = (x: number, y: number): boolean => {
      pane.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y }))
      return pane.style.cursor === 'pointer'
    }
    const hits: (readonly [x: number, y: number])[] = []
    for (let y = 0; y < height; y += 2) for (let x = 0; x < width; x += 2) if (isHit(x, y)) hits.push([x, y])
    isHit(-100, -100)
    if (hits.length === 0) return undefined
    const middle = (of: 0 | 1): number => hits.reduce((sum, hit) => sum + hit[of], 0) / hits.length
    return { x: middle(0), y: middle(1) }
  })
}

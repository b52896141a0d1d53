import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'

interface Asked {
  /** Frames that were asked for and have not come. */
  readonly frames: number
  /** Questions put to the engine since the page opened. */
  readonly questions: number
}

test('a page that nobody sees asks for no frame and no work, and goes on where it was', async ({ page }) => {
  await page.addInitScript(() => {
    const open = new Set<number>()
    let questions = 0
    const request = window.requestAnimationFrame.bind(window)
    const cancel = window.cancelAnimationFrame.bind(window)
    window.requestAnimationFrame = callback => {
      const handle = request(nowMs => {
        open.delete(handle)
        callback(nowMs)
      })
      open.add(handle)
      return handle
    }
    window.cancelAnimationFrame = handle => {
      open.delete(handle)
      cancel(handle)
    }
    window.Worker = new Proxy(Worker, {
      construct(target, [url, options]: ConstructorParameters<typeof Worker>) {
        const worker = new target(url, options)
        const post = worker.postMessage.bind(worker)
        const postMessage = (message: unknown, transfer: Transferable[] = []) => {
          questions++
          post(message, transfer)
        }
        return Object.assign(worker, { postMessage })
      },
    })
    Object.defineProperty(window, 'asked', { get: () => ({ frames: open.size, questions }) })
  })
  await page.goto('./')
  await expect(page.getByTestId('headline')).toContainText(/requests die/)
  const asked = () => page.evaluate(() => (window as unknown as { readonly asked: Asked }).asked)
  await expect.poll(async () => (await asked()).frames).toBeGreaterThan(0)

  await hide(page, true)
  // Whatever was begun comes to its end; then nothing is asked for, so nothing can come.
  await expect.poll(async () => (await asked()).frames).toBe(0)
  const before = await asked()
  const stoodMs = await nowMs(page)
  expect(await asked()).toEqual(before)
  expect(await nowMs(page)).toBe(stoodMs)

  await hide(page, false)
  await expect.poll(() => nowMs(page)).toBeGreaterThan(stoodMs)
  // No leap: the time away did not happen.
  expect(await nowMs(page)).toBeLessThan(stoodMs + 60_000)
})

const nowMs = (page: Page) =>
  page.evaluate(() => (window as unknown as { meshscope: { nowMs(): number } }).meshscope.nowMs())

/** As when another tab is chosen. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate(is => {
    Object.defineProperty(document, 'hidden', { value: is, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

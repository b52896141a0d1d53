import type { Page } from '@playwright/test'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { expect, test } from '../../fixtures.ts'

/** The smallest text that the picture shows, in pixels of the screen. */
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const sizes = [...document.querySelectorAll<SVGTextElement>('[aria-label="Picture"] svg text')]
      .filter(text => text.checkVisibility())
      .map(text => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0))
    return Math.min(...sizes)
  })

for (const [width, height] of [
  [1280, 800],
  [1440, 900],
  [390, 844],
] as const) {
  test(`no text of a picture opens smaller than 11 px at ${String(width)} × ${String(height)}`, async ({
    page,
    app,
    topBar,
    stage,
  }) => {
    await page.setViewportSize({ width, height })
    for (const { title } of SCENARIOS) {
      await topBar.chooseExample(title)
      await app.sceneAt(10_000)
      await expect(stage.headline).toContainText(/./)
      expect(await smallest(page), title).toBeGreaterThanOrEqual(10.99)
    }
  })
}

test('the pod view of two pools opens at its own size at 1440 × 900, with its gates and pods', async ({
  page,
  app,
  topBar,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await topBar.chooseExample('Flaky pods')
  await app.sceneAt(10_000)
  await page.getByRole('button', { name: 'Pods', exact: true }).click()
  await expect(page.getByLabel('Zoom level')).toHaveText('100 %')
  for (const part of ['Connections', 'reviews-v1-0', 'reviews-v2-1'])
    await expect(page.locator('[aria-label="Picture"] svg text').filter({ hasText: part }).first()).toBeInViewport({
      ratio: 1,
    })
  expect(await smallest(page)).toBeGreaterThanOrEqual(10.99)
})

test('who zooms out by hand sees names and no small print', async ({ page, stage }) => {
  const text = (words: string) => stage.root.locator('svg text').filter({ hasText: words }).first()
  await expect(text('expected')).toBeVisible()
  for (let i = 0; i < 2; i++) await page.keyboard.press('-')
  await expect(page.getByLabel('Zoom level')).toHaveText('64 %')
  await expect(text('expected')).toBeHidden()
  await expect(text('canary')).toBeVisible()
  await page.keyboard.press('f')
  await expect(text('expected')).toBeVisible()
})

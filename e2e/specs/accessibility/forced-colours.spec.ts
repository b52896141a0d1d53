import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'

/** Ground and ink of the text, and what lanes, holes and the focus are drawn with, as the browser has resolved them. */
const coloursOf = (page: Page) =>
  page.evaluate(() => {
    const of = (selector: string, property: 'color' | 'backgroundColor' | 'stroke' | 'fill') => {
      const element = document.querySelector(selector)
      return element ? getComputedStyle(element)[property] : `no ${selector}`
    }
    return {
      ground: of('.monaco-editor-background', 'backgroundColor'),
      ink: of('.view-line span span', 'color'),
      page: of('body', 'backgroundColor'),
      card: of('[data-testid="graph-pane"] rect[class*="card"]', 'stroke'),
      lane: of('[data-testid="graph-pane"] path[class*="lane"]', 'stroke'),
      ring: of('[data-testid="graph-pane"] rect[class*="ring"]', 'stroke'),
      words: of('[data-testid="hole"] text', 'fill'),
    }
  })

test('forced colours: text, cards, lanes, particles and focus are seen, as they change', async ({
  page,
  editor,
  stage,
}) => {
  await editor.ready()
  for (const [colorScheme, ground] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(0, 0, 0)'],
  ] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'none' })
    await page.emulateMedia({ colorScheme, forcedColors: 'active' })
    await expect.poll(async () => (await coloursOf(page)).ground).toBe(ground)
    const colours = await coloursOf(page)
    expect(colours.page).toBe(ground)
    for (const part of ['ink', 'card', 'lane', 'ring', 'words'] as const) expect(colours[part], part).not.toBe(ground)
    expect((await stage.particleFingerprint()).lit).toBeGreaterThan(0)
  }
})

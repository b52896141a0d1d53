import { expect, test } from '../../fixtures.ts'

for (const [width, height] of [
  [360, 740],
  [390, 844],
  [700, 1000],
  [1024, 768],
  [1280, 800],
  [1440, 900],
  [2560, 1440],
] as const) {
  test(`nothing overflows at ${String(width)} × ${String(height)}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('./')
    await expect(page.getByTestId('headline')).toBeInViewport()
    await expect(page.getByTestId('hole')).toBeInViewport()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport()
    const clipped = await page.evaluate(() =>
      [...document.querySelectorAll('button, h1, h2, h3, select, label')]
        .filter(element => element.checkVisibility() && !element.closest('.monaco-editor, dialog'))
        .filter(element => {
          const { left, right } = element.getBoundingClientRect()
          return left < -1 || right > innerWidth + 1
        })
        .map(element => element.textContent || element.getAttribute('aria-label')),
    )
    expect(clipped).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
}

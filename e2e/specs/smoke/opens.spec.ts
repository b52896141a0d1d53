import { expect, test } from '../../fixtures.ts'

test('the page opens with a stage and stays silent', async ({ app, stage }) => {
  await expect(app.page).toHaveTitle(/Meshscope/)
  await expect(stage.root).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`on a ${scheme} system`, () => {
    test.use({ colorScheme: scheme })

    test(`the first paint is ${scheme}`, async ({ page }) => {
      // Without the app's own script only public/theme.js can have chosen.
      await page.route(/\/assets\//, route => route.fulfill({ contentType: 'text/javascript', body: '' }))
      await page.goto('./')
      await expect(page.locator('html')).toHaveAttribute('data-theme', scheme)
    })

    test('a stored theme wins over the system', async ({ page }) => {
      const other = scheme === 'light' ? 'dark' : 'light'
      await page.addInitScript(theme => localStorage.setItem('meshscope.theme', theme), other)
      await page.goto('./')
      await expect(page.locator('html')).toHaveAttribute('data-theme', other)
    })
  })
}

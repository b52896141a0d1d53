import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

for (const theme of ['light', 'dark'] as const) {
  for (const [name, width, height] of [
    ['wide', 1440, 900],
    ['phone', 390, 844],
  ] as const) {
    test(`axe finds nothing, ${theme}, ${name}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width, height })
      await page.goto('./')
      await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
      expect(await violationsOf(page)).toEqual([])

      await page.getByRole('button', { name: /^Seen by/ }).click()
      await expect(page.getByRole('listbox', { name: 'Callers' })).toBeVisible()
      // What the open list covers in part counts as too small to hit.
      expect(await violationsOf(page, 'header')).toEqual([])

      for (const address of ['/problems', '/problems/IST0101']) {
        await page.goto(`./#${address}`)
        await expect(page.getByTestId('help')).toBeVisible()
        expect(await violationsOf(page)).toEqual([])
      }

      await page.goto('./#/fidelity')
      await expect(page.getByTestId('fidelity')).toBeVisible()
      expect(await violationsOf(page)).toEqual([])
    })
  }
}

import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'

for (const theme of ['light', 'dark'] as const) {
  for (const [name, width, height] of [
    ['wide', 1440, 900],
    ['phone', 390, 844],
  ] as const) {
    test(`axe finds nothing, ${theme}, ${name}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width, height })
      await page.goto('./')
      await expect(page.getByTestId('headline')).toContainText(/requests die/)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`),
      ).toEqual([])
    })
  }
}

import { expect, test } from '../../fixtures.ts'

test('what is pointed at on the stage lights up in the text, and the reverse', async ({ app, editor, stage }) => {
  await editor.ready()
  const lit = editor.root.locator('.view-overlays [class*="_lit_"]')
  await expect(lit).toHaveCount(0)
  await stage.part(/^Rule 2, canary/).hover()
  await expect(lit.first()).toBeVisible()
  await app.page.mouse.move(700, 120)
  await expect(lit).toHaveCount(0)

  // Paused, so that no line is painted again under the pointer.
  await app.page.keyboard.press('Space')
  await editor.line(/name:\s*canary/).click()
  await expect(stage.root.locator('[data-item][class*="hovered"]')).toHaveCount(1)
})

test('the stage is walked by keys, and Enter on a hole asks why', async ({ app, page, stage }) => {
  await app.advance(6000)
  await stage.part(/^Client, productpage/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(stage.root.locator('[data-item]:focus')).toHaveAttribute('aria-label', /VirtualService|Rule 1/)
  await stage.part(/^Hole, 503 NC/).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('hole-card')).toContainText('cluster_not_found')
})

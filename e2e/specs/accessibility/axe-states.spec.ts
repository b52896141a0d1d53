import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

// Beside what is pictured; in one theme: contrasts of both are held by the tokens' own test.
test('axe finds nothing in what opens on the page', async ({
  page,
  app,
  stage,
  inspector,
  breakMenu,
  topBar,
  timeline,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.reload()
  await timeline.pause.click()
  await app.sceneAt(8_000)

  await stage.part(/^Hole, 503 NC/).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('hole-card')).toBeVisible()
  for (const tab of ['Traffic', 'Metrics', 'Proxy', 'Problems'] as const) {
    await inspector.show(tab)
    await expect(page.getByRole('tabpanel', { name: tab }).locator('*').first()).toBeVisible()
    expect(await violationsOf(page, '#inspector')).toEqual([])
  }

  await stage.part(/^Pod, reviews-v2-0/).focus()
  await page.keyboard.press('Enter')
  await expect(breakMenu.root).toBeVisible()
  expect(await violationsOf(page, '[data-testid="break-menu"]')).toEqual([])
  await page.keyboard.press('Escape')

  await topBar.root.getByRole('button', { name: /choose an example/ }).click()
  await expect(topBar.examples).toBeVisible()
  expect(await violationsOf(page, 'dialog[open]')).toEqual([])
})

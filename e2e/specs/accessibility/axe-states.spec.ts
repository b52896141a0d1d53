import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

// In one theme: contrasts of both are held by the tokens' own test.
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

  await page.keyboard.press('v')
  await expect(page.getByRole('table', { name: 'Rules' })).toBeVisible()
  expect(await violationsOf(page, 'main')).toEqual([])
  await page.keyboard.press('v')

  await stage.part(/^Hole, 503 NC/).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('hole-card')).toBeVisible()
  expect(await violationsOf(page, '#inspector')).toEqual([])
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

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  expect(await violationsOf(page, 'dialog[open]')).toEqual([])
  await page.keyboard.press('Escape')
  await topBar.root.getByRole('button', { name: /choose an example/ }).click()
  await expect(topBar.examples).toBeVisible()
  expect(await violationsOf(page, 'dialog[open]')).toEqual([])
})

test('axe finds nothing in the views of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  await expect(page.getByTestId('headline')).toContainText(/requests die/)
  const views = page.getByRole('navigation', { name: 'Views' })
  for (const view of ['YAML', 'Trace', 'Problems']) {
    await views.getByRole('button', { name: view }).click()
    expect(await violationsOf(page)).toEqual([])
  }
})

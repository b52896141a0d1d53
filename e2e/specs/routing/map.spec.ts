import { meshText } from '../../../src/cli/bench/mesh-text.ts'
import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

test('a mesh of 60 services is entered by namespace, by press and by search, and looked at from a caller', async ({
  editor,
  page,
  stage,
  topBar,
}) => {
  await editor.ready()
  await editor.setText(meshText(60))
  await expect(stage.part(/^Client, web-0/)).toBeVisible()
  await page.getByRole('button', { name: 'Map of the mesh' }).click()
  const map = page.getByTestId('mesh-map')
  await expect(map.getByRole('heading')).toHaveText('6 of 60 services lose requests')
  await expect(map.getByRole('button', { name: /^Namespace/ })).toHaveCount(10)
  await expect(map.getByRole('button', { name: /^Namespace web, 6 services.*loses .*503 NC/ })).toBeVisible()
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])

  await map.getByRole('button', { name: /^Namespace web/ }).focus()
  await page.keyboard.press('Enter')
  await expect(map.getByRole('button', { name: /^Service web-/ })).toHaveCount(6)

  await page.keyboard.press('/')
  await page.keyboard.type('shop-1')
  await page.keyboard.press('Enter')
  const focused = map.getByRole('button', { name: /^Service shop-1/ })
  await expect(focused).toHaveAttribute('aria-current', 'true')
  await expect(map.getByRole('button', { name: /^Service web-1.*loses/ })).toBeVisible()
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(map.getByRole('button', { name: /^Service web-/ })).toHaveCount(6)
  await map.getByRole('button', { name: /^Service web-1/ }).click()
  await map.getByRole('button', { name: 'Look from web-1' }).click()
  await expect(map).toBeHidden()
  await expect(topBar.seenBy).toContainText('web-1.web')
  await expect(stage.hole('503 NC')).toBeVisible()
})

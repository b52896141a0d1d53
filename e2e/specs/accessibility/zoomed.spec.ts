import { unreadableWords } from '../../on-a-phone.ts'
import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

// A window of 1440 × 900 at 200 %.
test.use({ viewport: { width: 720, height: 450 } })

test('at 200 % axe finds nothing in the picture, the palette and the map, and no words of the first are cut', async ({
  page,
  stage,
}) => {
  await expect(stage.hole('503 NC')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  expect(await unreadableWords(page)).toEqual([])
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Everything by its name' })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await expect(page.getByTestId('mesh-map')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

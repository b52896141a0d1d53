import { expect, test } from '../../fixtures.ts'
import { StagePane } from '../../regions/StagePane.ts'

test('with reduced motion numbers stand in for travel', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('./')
  await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
  expect((await new StagePane(page).stillFingerprint()).lit).toBe(0)
})

test('the text keeps its size when the first requests are lost, so that open repairs stay open', async ({
  app,
  editor,
  timeline,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await app.sceneAt(0)
  await expect(editor.problems).toContainText('not counted yet')
  const before = await editor.code.boundingBox()
  await app.sceneAt(8_000)
  await expect(editor.problems).toContainText(/\d requests lost/)
  expect(await editor.code.boundingBox()).toEqual(before)
})

test('the whole repair works by keyboard', async ({ page, editor, stage }) => {
  await editor.ready()
  await expect(stage.hole('503 NC')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(editor.input).toBeFocused()
  await page.keyboard.press('ControlOrMeta+.')
  await expect(editor.fixMenu).toContainText('Add subset v3')
  await page.keyboard.press('Enter')
  await expect(stage.holes).toHaveCount(0)
})

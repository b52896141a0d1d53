import { expect, test } from '../../fixtures.ts'

test('with reduced motion numbers stand in for travel', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('./')
  await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
  const lit = await page.getByTestId('particles').evaluate(element => {
    const canvas = element as HTMLCanvasElement
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy.getContext('2d')
    context?.drawImage(canvas, 0, 0)
    return context
      ?.getImageData(0, 0, copy.width, copy.height)
      .data.some((value, index) => index % 4 === 3 && value > 0)
  })
  expect(lit).toBe(false)
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

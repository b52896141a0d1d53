import { expect, test } from '../../fixtures.ts'

test('the first visit shows moving particles before the editor has loaded', async ({ app, page }) => {
  // Monaco's own chunk is held back for as long as the test wants.
  let release: () => void = () => undefined
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route(/create-editor-.*\.js$/, async route => {
    await held
    await route.continue()
  })
  await page.reload()
  await expect.poll(() => app.outcomes()).not.toEqual(new Map())
  await expect(page.getByTestId('editor').locator('.monaco-editor')).toHaveCount(0)
  await expect(page.getByTestId('editor')).toContainText('kind: VirtualService')
  release()
  await expect(page.getByTestId('editor').locator('.monaco-editor').first()).toBeVisible()
})

test('what moves is what is computed: paused, nothing changes; played, it does', async ({ app, stage, timeline }) => {
  await app.advance(1500)
  await timeline.pause.click()
  const still = await stage.stillFingerprint()
  expect(still.lit).toBeGreaterThan(100)
  await expect.poll(() => stage.particleFingerprint()).toEqual(still)
  await app.advance(500)
  await expect.poll(() => stage.particleFingerprint()).not.toEqual(still)
})

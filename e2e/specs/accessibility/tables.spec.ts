import { expect, test } from '../../fixtures.ts'

test('V shows the picture as tables with the numbers of the same moment, and leads back', async ({
  app,
  stage,
  timeline,
}) => {
  const { page } = app
  await timeline.pause.click()
  await app.sceneAt(8_000)
  const named = stage.part(/^Hole, 503 NC/)
  await expect(named).toBeVisible()
  const [, died = '', total = ''] = /(\d+) of (\d+) requests/.exec((await named.getAttribute('aria-label')) ?? '') ?? []

  await page.keyboard.press('v')
  await expect(page.getByRole('region', { name: 'Tables' })).toBeFocused()
  const rules = page.getByRole('table', { name: 'Rules' })
  await expect(rules.getByRole('row', { name: /^canary everyone else/ })).toContainText('60 %')
  const holes = page.getByRole('table', { name: 'Black holes' })
  await expect(
    holes
      .getByRole('row', { name: /503 NC/ })
      .getByRole('cell')
      .last(),
  ).toHaveText(died)
  await expect(page.getByRole('table', { name: `Outcomes of ${total} requests` })).toBeVisible()

  await holes.getByRole('button', { name: 'Why 503 NC' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('hole-card')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show the picture' }).focus()
  await page.keyboard.press('Enter')
  await expect(stage.root.getByRole('region', { name: 'Picture' })).toBeFocused()
})

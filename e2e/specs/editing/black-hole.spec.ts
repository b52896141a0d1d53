import { expect, test } from '../../fixtures.ts'

const V2 = /\n {2}- name: v2\n {4}labels: \{ version: v2 \}/

test('deleting a subset opens a black hole; undo closes it', async ({ app, topBar, editor, stage }) => {
  await topBar.chooseExample('Canary 90/10')
  await expect(stage.headline).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
  await expect(stage.holes).toHaveCount(0)

  await editor.edit(text => text.replace(V2, ''))
  await expect(stage.hole('503 NC')).toBeVisible()
  await expect(stage.headline).toContainText(/requests (will )?die in productpage’s own sidecar/)
  // Of fewer no percentage is told.
  await app.advance(9000)
  const deaths = await app.outcomes()
  expect(deaths.get('nowhere')).toBeGreaterThan(0)
  await expect(stage.hole('503 NC')).toContainText(/\d+ · [\d.]+ %/)
  await expect(editor.problems).toContainText('No DestinationRule defines subset v2')

  await editor.undo()
  await expect(stage.holes).toHaveCount(0)
  await expect(stage.headline).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
})

test('the fix beside the headline adds the subset', async ({ page, app, stage, editor }) => {
  await editor.ready()
  await expect(stage.hole('503 NC')).toBeVisible()
  await page.getByTestId('stage').getByRole('button', { name: 'Add subset v3' }).click()
  await expect(stage.holes).toHaveCount(0)
  expect(await editor.text()).toMatch(/name: v3/)
  await app.advance(3000)
  expect((await app.outcomes()).get('nowhere') ?? 0).toBe(0)
})

test('while the text cannot be read the last picture stays', async ({ app, editor, stage }) => {
  await editor.ready()
  await app.advance(2000)
  await expect(stage.hole('503 NC')).toBeVisible()
  await editor.edit(text => text.replace('    - destination:', '    - destination'))
  await expect(stage.headline).toContainText(/The picture waits for line \d+/)
  await expect(stage.hole('503 NC')).toBeVisible()
  await expect(editor.problems).toContainText('YAML')
  await editor.undo()
  await expect(stage.headline).toContainText(/requests (will )?die/)
})

test('what keeps a text from being read is said at its line, and mended by one press', async ({ editor, stage }) => {
  await editor.ready()
  await expect(stage.hole('503 NC')).toBeVisible()
  const before = await editor.text()
  await editor.edit(text => text.replace('    - destination:', '    - destination'))
  await expect(stage.headline).toContainText(/The picture waits for line \d+/)
  await expect(stage.headlineDetail).toContainText('A colon is missing after destination.')
  await stage.root.getByRole('button', { name: /^Go to line \d+/ }).click()
  await expect(editor.line(/destination\s+a\scolon\sis\smissing/)).toBeVisible()
  await editor.problems.getByRole('button', { name: 'Add a colon after destination' }).click()
  await editor.root.getByRole('button', { name: /^Apply/ }).click()
  await expect(stage.headline).toContainText(/requests (will )?die/)
  expect(await editor.text()).toBe(before)
})

test('a reload keeps the text, and undo crosses a change of example', async ({ app, topBar, editor, stage }) => {
  await editor.ready()
  const before = await editor.text()
  await topBar.chooseExample('Bookinfo')
  await expect(stage.part(/details/).first()).toBeVisible()
  await editor.undo()
  expect(await editor.text()).toBe(before)
  await editor.edit(text => `# kept over a reload\n${text}`)
  await app.reload()
  expect(await editor.text()).toMatch(/^# kept over a reload\n/)
})

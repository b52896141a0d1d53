import { expect, test } from '../../fixtures.ts'

/** Whose requests are said, so that none is made up for each rule. */
const ONLY_PLAIN = `---
apiVersion: meshscope/v1
kind: Scenario
spec:
  clients: [{ from: productpage, url: http://reviews:9080/, rate: 50/s }]
`

test('a press on the mark of a rule without requests sends it one', async ({ app, page, editor, stage, timeline }) => {
  await editor.edit(text => text + ONLY_PLAIN)
  await expect(stage.part(/^Rule 1, test-users/)).toHaveAccessibleName(/ 0 requests/)
  await editor.cursorBehind('name: test-users')
  await app.advance(3000)
  // Lines and marks are painted again while numbers change.
  await timeline.pause.click()
  await expect(editor.line('name: test-users')).toContainText('no request yet')
  await editor.marks.first().click()
  await expect(page.getByText(/^Added a request that the rule takes:/)).toBeVisible()
  await app.advance(6000)
  await expect(stage.part(/^Rule 1, test-users/)).toHaveAccessibleName(/[1-9]\d* requests/)
})

test('Ctrl Enter in a rule that nothing can reach says that it is proven', async ({ app, page, editor, timeline }) => {
  await editor.ready()
  await app.advance(3000)
  await timeline.pause.click()
  const before = await editor.text()
  await editor.cursorBehind('name: preview')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Proven: no request from here reaches it' })).toBeVisible()
  expect(await editor.text()).toBe(before)
})

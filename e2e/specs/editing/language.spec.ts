import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

/** A subset of a namespace in which nobody looks for rules of reviews. */
const FAR = `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: far, namespace: staging }
spec:
  host: reviews.default.svc.cluster.local
  subsets: [{ name: v9, labels: { version: v3 } }]
`

test('completion offers the subset that exists and says why another is not looked up', async ({ page, editor }) => {
  await editor.edit(text => text + FAR)
  await editor.cursorBehind('subset: v3')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('ControlOrMeta+Space')
  await expect(editor.suggestion('v1')).toBeVisible()
  await expect(editor.suggestion('v2')).toContainText('version=v2')
  await expect(editor.suggestion('v9')).toContainText('in DestinationRule staging/far')
  expect(await violationsOf(page)).toEqual([])
  await editor.suggestion('v2').click()
  await expect(editor.problems).not.toContainText('No DestinationRule defines subset v3')
  expect(await editor.text()).toMatch(/subset: v2\n {6}weight: 40/)
})

test('a subset is renamed across documents by keys, as one step of undo', async ({ page, editor, stage }) => {
  await editor.ready()
  const before = await editor.text()
  await editor.cursorBehind('subset: v2')
  await page.keyboard.press('F2')
  const field = page.locator('.rename-box input')
  await expect(field).toHaveValue('v2')
  expect(await violationsOf(page)).toEqual([])
  await field.fill('next')
  await page.keyboard.press('Enter')
  await expect(stage.part(/Subset.*next|next/).first()).toBeVisible()
  const after = await editor.text()
  expect(after).toBe(before.replaceAll('subset: v2', 'subset: next').replace('- name: v2', '- name: next'))
  await editor.undo()
  expect(await editor.text()).toBe(before)
})

test('a Service is renamed wherever rules name it', async ({ page, editor, stage }) => {
  await editor.ready()
  const before = await editor.text()
  await editor.cursorBehind('hosts: [reviews')
  await page.keyboard.press('F2')
  const field = page.locator('.rename-box input')
  await expect(field).toHaveValue('reviews')
  await field.fill('ratings')
  await page.keyboard.press('Enter')
  await expect(stage.part(/^Hole, 503 NC/)).toBeVisible()
  await expect(editor.line(/hosts:.\[ratings\]/)).toBeVisible()
  // Names of rules and Deployments, and labels, are other names.
  const named = before.replaceAll('host: reviews', 'host: ratings').replace('hosts: [reviews]', 'hosts: [ratings]')
  expect(await editor.text()).toBe(named.replace(/(kind: Service\nmetadata:\n {2}name: )reviews/, '$1ratings'))
})

test('F12 leads from a subset to its DestinationRule and on to its pods', async ({ page, editor }) => {
  await editor.cursorBehind('subset: v2')
  await page.keyboard.press('F12')
  await expect(editor.currentLine).toHaveText('43')
  await page.keyboard.press('F12')
  await expect(editor.line(/name:.reviews-v2/)).toBeInViewport()
  await page.keyboard.press('ControlOrMeta+Shift+O')
  const outline = page.locator('.quick-input-widget')
  await expect(outline).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.type('productpage')
  await page.keyboard.press('Enter')
  await expect(outline).toBeHidden()
  await expect(editor.line(/name:.productpage/).first()).toBeInViewport()
})

test('hover explains a field from its schema and a host from the text', async ({ page, editor, timeline }) => {
  await editor.ready()
  // Paused, so that no line is painted again under the pointer.
  await timeline.pause.click()
  const hover = page.locator('.monaco-hover:not(.hidden)')
  await editor
    .line(/^\s*host:.reviews/)
    .first()
    .getByText('reviews')
    .hover()
  await expect(hover).toContainText('9080 http')
  await editor
    .line(/^\s*hosts:/)
    .getByText('hosts')
    .hover()
  await expect(hover).toContainText('The destination hosts to which traffic is being sent')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test(`all places that name a subset are listed, ${colorScheme}`, async ({ page, editor }) => {
      await editor.cursorBehind('subset: v2')
      await page.keyboard.press('Shift+F12')
      await expect(page.locator('.reference-zone-widget')).toContainText('References (3)')
      expect(await violationsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.locator('.reference-zone-widget')).toBeHidden()
    })
  })
}

test('the text is straightened, and keeps its comments', async ({ page, editor }) => {
  const before = await editor.text()
  await editor.edit(text => text.replace('  hosts: [reviews]', '  hosts:   [ reviews ]   # ours'))
  await page.keyboard.press('Shift+Alt+F')
  // Reading the text selects it, and Monaco gives up what it does for another selection.
  await expect(editor.line(/\[\sreviews/)).toHaveCount(0)
  const after = before.replace('  hosts: [reviews]', '  hosts: [reviews] # ours')
  expect(await editor.text()).toBe(after)
})

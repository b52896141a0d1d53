import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

test('everything by its name, by keyboard alone', async ({ page, editor, topBar }) => {
  await editor.ready()
  await editor.input.focus()
  const field = page.getByRole('combobox', { name: /^Command, example/ })
  const open = async (words: string) => {
    await page.keyboard.press('ControlOrMeta+K')
    await expect(field).toBeFocused()
    await field.fill(words)
  }
  await open('mirror')
  await expect(page.getByRole('option', { name: /Mirror to a new version/ })).toHaveAttribute('aria-selected', 'true')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(editor.input).toBeFocused()

  await open('IST0101')
  await page.keyboard.press('Enter')
  await expect(editor.currentLine).toHaveText('24')
  await open('line 3')
  await page.keyboard.press('Enter')
  await expect(editor.currentLine).toHaveText('3')

  await open('reviews-v2')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-item]:focus')).toHaveAttribute('aria-label', /Workload, reviews-v2/)

  await open('mirror')
  await page.keyboard.press('Enter')
  await expect(topBar.root).toContainText('Mirror to a new version')
  await open('no such thing at all')
  await expect(page.getByText('Nothing of that name.')).toBeVisible()
})

test('opened again before the browser has told that it closed, it stays', async ({ page, editor }) => {
  await editor.ready()
  await page.keyboard.press('ControlOrMeta+K')
  const field = page.getByRole('combobox', { name: /^Command, example/ })
  await field.fill('reviews-v2')
  // In one turn of the browser: input comes before what it has yet to tell.
  await field.evaluate(element => {
    const press = (of: KeyboardEventInit) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { ...of, bubbles: true }))
    press({ key: 'Enter' })
    const { body } = element.ownerDocument
    body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))
  })
  await expect(field).toBeFocused()
  await field.fill('no such thing at all')
  await expect(page.getByText('Nothing of that name.')).toBeVisible()
})

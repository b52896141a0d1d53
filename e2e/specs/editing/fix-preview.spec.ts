import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'

test('by keys alone: a repair shows what it changes, is applied, and undone in one step', async ({ page, editor }) => {
  await editor.ready()
  const before = await editor.text()
  const offer = editor.problems.getByRole('button', { name: 'Add subset v3', exact: true })
  await offer.focus()
  await page.keyboard.press('Enter')
  await expect(offer).toHaveAttribute('aria-expanded', 'true')
  const edit = editor.problems.getByRole('group', { name: 'The edit' })
  await expect(edit).toContainText('added: - name: v3')
  expect(await editor.text()).toBe(before)

  await offer.focus()
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=problems]').analyze()
  expect(violations).toEqual([])
  await page.keyboard.press('Tab')
  await expect(editor.problems.getByRole('button', { name: 'Apply: Add subset v3' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(offer).toHaveCount(0)
  // The focus goes on to what is next in the list.
  await expect(editor.problems.getByRole('button', { name: 'Move rule 3 up', exact: true })).toBeFocused()
  expect(await editor.text()).toContain('- name: v3')
  await editor.undo()
  await expect(offer).toBeVisible()
  expect(await editor.text()).toBe(before)
})

import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'

test('by keys alone: a hole tells why, its repair is done, the hole is gone', async ({ app, page, stage, editor }) => {
  await editor.ready()
  await app.advance(6000)
  const hole = stage.part(/^Hole, 503 NC/)
  await hole.focus()
  await page.keyboard.press('Enter')
  const card = page.getByTestId('hole-card')
  await expect(card.getByRole('heading', { name: '503 NC' })).toBeFocused()
  await expect(card).toContainText(/[1-9]\d* requests?/)
  await expect(card.getByRole('listitem').filter({ hasText: 'lists v1 and v2, not v3' })).toContainText('line 40')
  await expect(card).toContainText('503 NC cluster_not_found')
  await expect(card).toContainText('istioctl proxy-config cluster deploy/productpage')

  await card.getByRole('link', { name: 'IST0101' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'IST0101' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()

  await card.getByRole('heading', { name: '503 NC' }).press('Escape')
  await expect(card).toHaveCount(0)
  await expect(hole).toBeFocused()

  await page.keyboard.press('Enter')
  const repair = card.getByRole('button', { name: 'Apply: Add subset v3' })
  await expect(repair).toBeVisible()
  await expect(card.getByRole('button', { name: 'Apply: Send it to v1' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=hole-card]').analyze()
  expect(violations).toEqual([])
  while (!(await repair.evaluate(element => element === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(stage.holes).toHaveCount(0)
  expect(await editor.text()).toMatch(/name: v3/)
  await editor.undo()
  await expect(stage.hole('503 NC')).toBeVisible()
})

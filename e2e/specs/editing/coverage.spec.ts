import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'

test('a rule that no request reaches: proven, or a request that does', async ({
  app,
  page,
  editor,
  inspector,
  stage,
}) => {
  await editor.ready()
  await app.advance(6000)
  await expect(editor.line('name: preview')).toContainText('no request yet')
  await expect(editor.line('name: test-users')).toContainText(/\d+\sof\s[\d,]+/)

  await inspector.show('Traffic')
  const list = page.getByRole('region', { name: 'Rules that no request reaches' })
  await list.getByRole('button', { name: /^Find a request for reviews, preview/ }).press('Enter')
  await expect(list.getByRole('status')).toContainText('Proven: no request from here reaches it')
  await expect(list.getByRole('status')).toContainText('rule 2 takes all')
  const { violations } = await new AxeBuilder({ page }).include('.inspector, aside').analyze()
  expect(violations).toEqual([])

  const preview = /  - name: preview[\s\S]*?subset: v2\n/
  await editor.edit(text => {
    const rule = preview.exec(text)?.[0] ?? ''
    return text
      .replace(rule, '')
      .replace('  - name: test-users\n', `${rule.replace('/preview', '/next')}  - name: test-users\n`)
  })
  await app.advance(4000)
  const traffic = page.getByTestId('traffic')
  await traffic.getByRole('button', { name: 'Remove /next' }).click()
  await app.advance(4000)
  await list.getByRole('button', { name: /^Find a request for reviews, preview/ }).press('Enter')
  await expect(page.getByText('Added a request that the rule takes: /next')).toBeVisible()
  await app.advance(6000)
  await expect(list).toHaveCount(0)
  await expect(stage.part(/^Rule 1, preview/)).toHaveAccessibleName(/[1-9]\d* requests/)
})

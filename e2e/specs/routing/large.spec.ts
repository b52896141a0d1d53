import { expect, test } from '../../fixtures.ts'
import { manyHosts } from '../../../src/cli/bench/texts.ts'

test('of two hundred hosts the page draws those near the window, wherever that goes', async ({
  app,
  editor,
  stage,
}) => {
  await editor.ready()
  await editor.setText(manyHosts(200))
  const items = stage.root.locator('[data-item]')
  const host = (n: number) =>
    stage.root.getByRole('treeitem', { name: new RegExp(`^VirtualService, service-${String(n)},`) })
  await expect(host(1)).toBeVisible()
  await expect(host(200)).toHaveCount(0)
  expect(await items.count()).toBeLessThan(300)

  await stage.root.hover()
  await app.page.mouse.wheel(0, 500_000)
  await expect(host(200)).toBeVisible()
  await expect(host(1)).toHaveCount(0)
  expect(await items.count()).toBeLessThan(300)
})

test('End leads to the last of two hundred hosts, though it was not drawn', async ({ app, editor, stage }) => {
  await editor.ready()
  await editor.setText(manyHosts(200))
  await expect(stage.root.getByRole('treeitem', { name: /^VirtualService, service-1,/ })).toBeVisible()
  const first = stage.root.getByRole('treeitem', { name: /^Client, / })
  await first.focus()
  await app.page.keyboard.press('End')
  const last = stage.root.locator('[data-item]:focus')
  await expect(last).toHaveAttribute('aria-label', /service-200|s200/)
  await expect(last).toBeInViewport({ ratio: 1 })
})

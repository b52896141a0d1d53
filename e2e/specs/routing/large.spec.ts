import { expect, test } from '../../fixtures.ts'
import { manyDocuments, manyHosts } from '../../../src/cli/bench/texts.ts'

test('of two hundred hosts the page draws those near the window, wherever that goes', async ({
  app,
  editor,
  stage,
}) => {
  await editor.ready()
  await editor.setText(manyHosts(200))
  // So many are first seen from above.
  await stage.root.getByRole('button', { name: 'Close the map' }).click()
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
  // So many are first seen from above.
  await stage.root.getByRole('button', { name: 'Close the map' }).click()
  await expect(stage.root.getByRole('treeitem', { name: /^VirtualService, service-1,/ })).toBeVisible()
  const first = stage.root.getByRole('treeitem', { name: /^Client, / })
  await first.focus()
  await app.page.keyboard.press('End')
  const last = stage.root.locator('[data-item]:focus')
  await expect(last).toHaveAttribute('aria-label', /service-200|s200/)
  await expect(last).toBeInViewport({ ratio: 1 })
})

test('a repair and its undo leave the camera of a tall stage where the hole is', async ({ app, editor, stage }) => {
  await app.page.emulateMedia({ reducedMotion: 'reduce' })
  await editor.ready()
  await editor.setText(manyDocuments(64, 90).replace(/\n[^\n]*labels: \{ version: v2 \} \}\n$/, '\n'))
  const rules = stage.root.getByRole('treeitem', { name: /^VirtualService, reviews,/ })
  const hole = stage.hole('503 NC')
  await expect(hole.first()).toBeInViewport()
  const painted = () =>
    app.page.evaluate(() =>
      new Promise(done => setTimeout(done, 0))
        .then(() => new Promise(requestAnimationFrame))
        .then(() => new Promise(requestAnimationFrame)),
    )
  await stage.root.hover()
  await app.page.mouse.wheel(0, 500_000)
  await expect(rules).toBeInViewport()
  await painted()
  await stage.root.getByRole('button', { name: 'Add subset v2' }).click()
  await expect(stage.root.getByText('503 NC')).toHaveCount(0)
  await painted()
  await expect(rules).toBeInViewport()
  await editor.undo()
  await expect(hole.first()).toBeInViewport()
  await expect(rules).toBeInViewport()
})

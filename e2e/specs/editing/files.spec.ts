import { expect, test } from '../../fixtures.ts'

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: billing }\nspec: { selector: { app: billing }, ports: [{ name: http, port: 80 }] }\n'
const RULE =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: billing }\nspec:\n  hosts: [billing]\n  http:\n  - route: [{ destination: { host: billing } }]\n'

test('files opened from disk stand one after the other', async ({ page, editor, stage }) => {
  await editor.ready()
  await page.locator('input[type=file]').setInputFiles([
    { name: 'a.yaml', mimeType: 'text/yaml', buffer: Buffer.from(SERVICE) },
    { name: 'b.yaml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) },
  ])
  await expect(stage.part(/VirtualService, billing/)).toBeVisible()
  expect(await editor.text()).toMatch(/kind: Service[\s\S]*---[\s\S]*kind: VirtualService/)
  await editor.undo()
  await expect(stage.hole('503 NC')).toBeVisible()
})

test('what was assumed is written down at a click, and undo takes it back', async ({ page, topBar, editor, stage }) => {
  await editor.ready()
  await topBar.chooseExample('Only two resources')
  await expect(stage.part(/Workload, checkout-stable.*assumed/)).toBeVisible()
  const before = await editor.text()
  await stage.part(/^Write down.*client/).click()
  await expect(stage.part(/Workload, checkout-stable.*assumed/)).toHaveCount(0)
  expect(await editor.text()).toMatch(/kind: Deployment/)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  expect(await editor.text()).toBe(before)
})

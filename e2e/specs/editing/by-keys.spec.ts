import { expect, test } from '../../fixtures.ts'

const BROKEN = `apiVersion: v1
kind: Service
metadata: { name: shop }
spec:
  selector: { app: shop }
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop }
spec:
  hosts: [shop]
  http:
  - route:
    - destination: { host: shop, subset: new } # this week's
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: shop }
spec:
  host: shop
  subsets:
  - name: v1
    labels: { version: v1 }
`

test('from a broken paste to repaired, by keys alone', async ({ page, editor, stage }) => {
  await editor.ready()
  await page.evaluate(text => navigator.clipboard.writeText(text), BROKEN)
  await page.keyboard.press('ControlOrMeta+V')
  await expect(stage.hole('503 NC')).toBeVisible()
  await expect(editor.problems).toContainText('No DestinationRule defines subset new')

  await page.keyboard.press('F8')
  await expect(editor.currentLine).toHaveText('15')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(editor.fixMenu).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(stage.holes).toHaveCount(0)
  await expect(editor.problems).not.toContainText('subset new')
  expect(await editor.text()).toContain("# this week's")
  await editor.undo()
  expect(await editor.text()).toBe(BROKEN)
})

test('away from every problem the same key offers to repair the first one', async ({ page, editor, stage }) => {
  await editor.ready()
  await page.evaluate(text => navigator.clipboard.writeText(text), BROKEN)
  await page.keyboard.press('ControlOrMeta+V')
  await expect(stage.hole('503 NC')).toBeVisible()
  await editor.cursorBehind('apiVersion: v1')
  await expect(editor.currentLine).toHaveText('1')

  await page.keyboard.press('ControlOrMeta+.')
  await expect(editor.fixMenu).toContainText('line 15: ')
  await page.keyboard.press('Enter')
  await expect(stage.holes).toHaveCount(0)
})

test('letters typed into the text are text, also those that are keys of the page', async ({ page, editor }) => {
  await editor.ready()
  await editor.cursorBehind('kind: VirtualService')
  await page.keyboard.type(' # weight ? tofu, him')
  await expect(editor.line('kind: VirtualService # weight ? tofu, him')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Hide the editor' }).first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(editor.line('# weight ? tofu, him')).toHaveCount(0)
  await expect(editor.line('kind: VirtualService').first()).toBeVisible()
})

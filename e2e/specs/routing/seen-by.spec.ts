import { expect, test } from '../../fixtures.ts'

const workload = (name: string, namespace: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template: { metadata: { labels: { app: ${name} } } }
---
`
const TEXT = `${workload('curl', 'default')}${workload('curl', 'other')}${workload('reviews', 'default')}apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: default }
spec:
  selector: { app: reviews }
  ports: [{ name: http, port: 9080 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: default }
spec:
  hosts: [reviews]
  exportTo: ['.']
  http:
    - fault: { abort: { httpStatus: 418, percentage: { value: 100 } } }
      route: [{ destination: { host: reviews } }]
`

test('another caller sees another mesh, and the page says what it cannot see and why', async ({
  page,
  editor,
  topBar,
  stage,
  app,
}) => {
  await editor.setText(TEXT)
  await expect(topBar.seenBy).toContainText('curl.default')
  await expect(stage.headline).toContainText('418')
  await expect(page.getByTestId('unseen')).toHaveCount(0)

  await topBar.lookFrom('curl', 'other')
  await expect(topBar.seenBy).toContainText('curl.other')
  await expect(stage.headline).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
  const unseen = page.getByTestId('unseen')
  await expect(unseen).toContainText('Not seen by curl.other (1)')
  await unseen.getByText(/Not seen by/).click()
  await unseen.getByRole('button', { name: /VirtualService reviews\.default/ }).click()
  await expect(editor.line(/exportTo/)).toBeInViewport()

  await app.reload()
  await expect(topBar.seenBy).toContainText('curl.other')
})

test('the caller is chosen by keyboard', async ({ page, editor, topBar }) => {
  await editor.setText(TEXT)
  await expect(topBar.seenBy).toContainText('curl.default')
  await topBar.seenBy.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('other')
  await expect(topBar.callers.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(topBar.seenBy).toContainText('curl.other')
  await expect(topBar.seenBy).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(topBar.callers).toHaveCount(0)
  await expect(topBar.seenBy).toBeFocused()
})

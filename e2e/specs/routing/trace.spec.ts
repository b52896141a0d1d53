import { expect, test } from '../../fixtures.ts'

test('a request in focus says which rule took it and where that stands', async ({ app, page, stage, inspector }) => {
  await app.advance(6000)
  await stage.part(/^Hole, 503 NC/).click()
  await page.getByRole('button', { name: /^Trace request/ }).click()
  await expect(inspector.trace).toContainText(/Request \d+/)
  await expect(inspector.trace).toContainText('test-users')
  await expect(inspector.trace).toContainText('skipped: header end-user is absent, exact jason wanted')
  await expect(inspector.trace).toContainText('canary')
  await expect(inspector.trace).toContainText('Answered 503, flag NC')
  await expect(inspector.trace).toContainText('istioctl proxy-config cluster deploy/productpage')
  const step = inspector.trace.getByRole('listitem').filter({ hasText: 'matched:' })
  await expect(step.getByRole('button', { name: 'line 16' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
})

test('what was drawn for the followed request stands at the fork once it is there', async ({
  app,
  inspector,
  page,
  stage,
  timeline,
}) => {
  await timeline.pause.click()
  await app.sceneAt(20_000)
  await page.keyboard.press('t')
  await expect(inspector.trace).toContainText('flag NC')
  const trace = await inspector.trace.innerText()
  const drawn = /Draw (0\.\d{3}), so v3/.exec(trace)?.[1] ?? ''
  const left = Number(/left at ([\d.]+) s/.exec(trace)?.[1]) * 1000
  const meter = stage.root.getByTestId('draw')
  await expect(meter).toHaveText(drawn)
  // v1 has 60 of 100 of it, the tick is right of that: where the number is between 0 and 1.
  const boxes = await meter.locator('rect, path').evaluateAll(all =>
    all.map(each => {
      const { x, right } = each.getBoundingClientRect()
      return { kind: each.tagName, x, right }
    }),
  )
  const [first, second] = boxes.filter(({ kind }) => kind === 'rect')
  const tick = boxes.find(({ kind }) => kind === 'path')
  if (!first || !second || !tick) throw new Error('a meter has two parts and a tick')
  const at = ((tick.x + tick.right) / 2 - first.x) / (second.right - first.x)
  expect((second.x - first.x) / (second.right - first.x)).toBeCloseTo(0.6, 1)
  expect(at).toBeCloseTo(Number(drawn), 1)
  // Into the sidecar 300 ms, past two rules 90 each; drawn in the last 80 of them.
  await app.sceneAt(left + 390)
  await expect(meter).toHaveCount(0)
  await app.sceneAt(left + 420)
  await expect(meter).toHaveText(drawn)
})

test('keys follow requests one by one and the latest loss', async ({ app, page, inspector }) => {
  await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
  await app.advance(6000)
  await page.keyboard.press('t')
  await expect(inspector.trace).toContainText('flag NC')
  const first = await inspector.trace.getByRole('heading').first().textContent()
  await page.keyboard.press(']')
  await expect(inspector.trace.getByRole('heading').first()).not.toHaveText(first ?? '')
  await page.keyboard.press('Escape')
  await expect(inspector.trace).toContainText('No request in focus')
})

test('the user’s own requests change the traffic', async ({ app, page, inspector, stage }) => {
  await inspector.show('Traffic')
  const traffic = page.getByTestId('traffic')
  await traffic.getByRole('button', { name: 'Add a request' }).click()
  await traffic.getByRole('textbox', { name: 'URL' }).last().fill('http://nowhere.example.com/x')
  await expect(stage.hole('no address')).toBeVisible()
  await app.advance(3000)
  await traffic.getByRole('button', { name: 'Assume them from the text again' }).click()
  await expect(stage.hole('no address')).toHaveCount(0)
})

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'
import { FLAKY_PODS } from './flaky-pods.ts'

async function violationsIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('aside')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}

test('the figures agree with the picture, and tell what retries cost', async ({
  app,
  editor,
  stage,
  inspector,
  metrics,
  timeline,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(FLAKY_PODS)
  await expect(stage.holes).toHaveCount(0)
  await app.advance(30_000)
  await inspector.show('Metrics')
  const outcomes = await app.outcomes()
  const landed = [...outcomes.values()].reduce((sum, n) => sum + n, 0)
  await expect.poll(() => metrics.counts()).toEqual([outcomes.get('succeeded'), landed])
  // Three retries: of v1’s four tries all fail once in 16 times.
  expect((outcomes.get('succeeded') ?? 0) / landed).toBeGreaterThan(0.9)

  const splits = metrics.section('Splits')
  await expect(splits.getByRole('row', { name: /^v1 80 % \d+\.\d % [\d.]+ to [\d.]+ %/ })).toContainText('as expected')
  await expect(splits.getByRole('row', { name: /^v2 20 %/ })).toBeVisible()
  await expect(metrics.section('Answers').getByRole('row', { name: /^503 URX/ })).toBeVisible()
  await expect(metrics.section('Latency')).toContainText(/p50\s*\d+ ms\s*p90\s*\d+ ms\s*p99\s*\d+ ms/)
  await expect(metrics.section('Where they went').getByRole('row', { name: /^reviews-v1-/ })).toHaveCount(2)
  const said = (await metrics.retries.innerText()).replaceAll(',', '')
  const [, requests = '', tries = '', most = ''] =
    /^(\d+) requests made (\d+) tries upstream.* up to (\d+) tries/.exec(said) ?? []
  expect([Number(requests), Number(most)]).toEqual([landed, 4 * landed])
  // 80 % make 1 + 1/2 + 1/4 + 1/8 tries each, the others one: 1.7 a request.
  expect(Math.abs(Number(tries) / landed - 1.7)).toBeLessThan(0.15)
})

test('the charts go with the timeline: a click, or the keys of a slider, go to a moment', async ({
  app,
  page,
  inspector,
  metrics,
  timeline,
}) => {
  await timeline.pause.click()
  await app.advance(20_000)
  await page.keyboard.press('3')
  await expect(page.getByRole('tab', { name: 'Metrics' })).toHaveAttribute('aria-selected', 'true')
  const chart = metrics.chart('Requests per second')
  await expect(chart).toHaveAttribute('aria-valuetext', /^2\d\.\d\d s: 50\.0 req\/s offered, \d\d\.\d req\/s answered$/)
  const box = await chart.boundingBox()
  if (!box) throw new Error('the chart is there')
  await chart.click({ position: { x: box.width / 2, y: 30 } })
  await expect(page.getByTestId('time')).toHaveText(/^(29|30)\.\d\d s$/)
  const atHalf = Number(await chart.getAttribute('aria-valuenow'))
  await chart.press('ArrowLeft')
  await expect(chart).toHaveAttribute('aria-valuenow', String(atHalf - 1000))
  const success = metrics.chart('Success over time')
  await success.press('Home')
  await expect(page.getByTestId('time')).toHaveText('0.00 s')
  await expect(metrics.success).toContainText('0 of 0')
  await success.press('End')
  await expect(page.getByTestId('time')).toHaveText(/^60\.00 s$/)
  await inspector.show('Trace')
  await expect(metrics.root).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  test(`a request that was tried again shows its tries on its own time, ${theme}`, async ({
    app,
    page,
    editor,
    stage,
    inspector,
    metrics,
    timeline,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    await app.reload()
    await editor.ready()
    await timeline.pause.click()
    await editor.setText(FLAKY_PODS)
    await expect(stage.holes).toHaveCount(0)
    await app.advance(10_000)
    await inspector.show('Metrics')
    await expect(metrics.section('Splits')).toBeVisible()
    expect(await violationsIn(page)).toEqual([])

    await inspector.show('Trace')
    await page.getByRole('button', { name: 'Trace the latest loss' }).click()
    const waterfall = inspector.trace.getByRole('region', { name: 'Time of the request' })
    await expect(waterfall.getByRole('heading')).toHaveText(/^4 tries, \d+ ms$/)
    const tries = waterfall.getByRole('list').first().getByRole('listitem')
    await expect(tries).toHaveCount(4)
    for (const [index, one] of (await tries.all()).entries()) {
      await expect(one).toContainText(/reviews-v1-\w+/)
      await expect(one).toContainText('answered 503')
      await expect(one).toContainText(`Try ${String(index + 1)} at reviews-v1-`)
      await expect(one).toContainText(/20 ms at the pod/)
      await expect(one.locator('[data-piece=pause]')).toHaveCount(index === 0 ? 0 : 1)
    }
    expect(await violationsIn(page)).toEqual([])
  })
}

test('a request that is answered at once has no waterfall', async ({ app, page, inspector }) => {
  await app.advance(6000)
  await inspector.show('Trace')
  await page.getByRole('button', { name: 'Follow the next request' }).click()
  await expect(inspector.trace).toContainText('resolves')
  await expect(inspector.trace.getByRole('region', { name: 'Time of the request' })).toHaveCount(0)
})

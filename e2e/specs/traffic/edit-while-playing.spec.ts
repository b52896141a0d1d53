import { expect, test } from '../../fixtures.ts'
import { FLAKY_PODS } from './flaky-pods.ts'

/** A pod fails for a while and nobody retries; nothing else fails. */
const BROKEN = FLAKY_PODS.replace(
  '{ name: reviews-v1, errors: 50%, status: 503, latency: 20ms }',
  '{ name: reviews-v2, status: 503, from: 3s, to: 9s }',
).replace('{ attempts: 3, perTryTimeout: 1s, retryOn: 5xx }', '{ attempts: 0 }')

test('an edit of a route while it plays: what the Scenario does goes on at its time', async ({
  app,
  editor,
  stage,
  timeline,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(BROKEN)
  const pod = stage.part(/^Pod, reviews-v2-0/)
  await expect(pod).toBeVisible()
  await app.sceneAt(6000)
  await expect(pod).toHaveAccessibleName(/answers 503 to all since 3\.0 s/)

  await editor.setText(BROKEN.replace('weight: 80', 'weight: 70').replace('weight: 20', 'weight: 30'))
  await expect(timeline.root.locator('[data-mark="applied"]')).toHaveCount(2)
  await expect(timeline.root.getByTestId('time')).toHaveText('6.00 s')
  await expect(pod).toHaveAccessibleName(/answers 503 to all since 3\.0 s/)
  await expect(timeline.root.locator('[data-mark="broken"]')).toHaveCount(1)
  // Before the edit there is nothing of this run to go to.
  expect((await app.sceneAt(1000)).tally.total).toBe(0)
  await expect(timeline.root.getByTestId('time')).toHaveText('6.00 s')

  const failing = await app.sceneAt(8500)
  expect(new Map(failing.tally.byOutcome).get('app-error') ?? 0).toBeGreaterThan(0)
  const [healed, later] = [await app.sceneAt(12_000), await app.sceneAt(20_000)].map(
    ({ tally }) => new Map(tally.byOutcome).get('app-error') ?? 0,
  )
  expect(later).toBe(healed)
  await expect(pod).not.toHaveAccessibleName(/answers 503/)
})

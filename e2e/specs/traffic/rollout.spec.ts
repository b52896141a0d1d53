import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { expect, test } from '../../fixtures.ts'

const TEXT = SCENARIOS.find(({ id }) => id === 'progressive-rollout')?.text ?? ''
const SLEEP = '# lifecycle'

test('a canary grows step by step; then its pods are replaced, while the numbers go on', async ({
  app,
  editor,
  stage,
  timeline,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(TEXT)
  await expect(stage.root).toContainText('web-v2')

  for (const [atMs, label] of [
    [7900, ''],
    [15_900, 'VirtualService web applied'],
    [23_900, 'VirtualService web applied'],
  ] as const) {
    const scene = await app.sceneAt(atMs)
    expect(scene.chapter.label).toBe(label)
    expect(scene.tally.byOutcome.map(([outcome]) => outcome)).toEqual(['succeeded'])
  }
  const before = await app.sceneAt(24_200)
  await expect(stage.root).not.toContainText('not ready')

  // A quarter of two pods is less than one: one more starts, and none stops before it is ready.
  const starting = await app.sceneAt(26_000)
  expect(starting.chapter.label).toBe('web-v2 restarted: web-v2-2 starts')
  expect(starting.tally.total).toBeGreaterThan(before.tally.total)
  await expect(stage.root).toContainText('2 of 3 ready')

  const after = await app.sceneAt(34_000)
  expect(after.chapter.label).toBe('web-v2-0 gone')
  expect(after.tally.total).toBeGreaterThan(starting.tally.total)
  const lost = after.tally.byOutcome.find(([outcome]) => outcome !== 'succeeded')?.[1] ?? 0
  expect(lost).toBeGreaterThan(4)
  expect(lost).toBeLessThan(30)
  await expect(stage.root).not.toContainText('of 3')
})

test('pods that sleep before they stop lose nothing', async ({ app, editor, stage, timeline }) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(TEXT.replace(SLEEP, 'lifecycle'))
  await expect(stage.root).toContainText('web-v2')
  const { tally, chapter } = await app.sceneAt(40_000)
  expect(chapter.label).toBe('web-v2-0 gone')
  expect(tally.byOutcome.map(([outcome]) => outcome)).toEqual(['succeeded'])
})

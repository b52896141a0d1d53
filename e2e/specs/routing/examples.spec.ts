import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { expect, test } from '../../fixtures.ts'

const HOLES: Readonly<Record<string, readonly string[]>> = {
  'reviews-canary': ['503 NC'],
  'missing-destination-rule': ['503 NC'],
  'missing-subset': ['503 NC'],
  'labels-match-no-pod': ['503 UH'],
  'zero-ready-version': ['503 UH'],
  'no-catch-all': ['404 NR'],
  'fault-injection': ['500 FI'],
  'mtls-disagreement': ['503 UC'],
  'sidecar-hides-host': ['502'],
  'egress-registry-only': ['502'],
}

/** Holes that are there for a time only. */
const LATER: Readonly<Record<string, readonly [atMs: number, label: string]>> = {
  'flaky-pods': [9000, '503 UO'],
  'wrong-order': [8000, '503 NC'],
}

test('the example of an mTLS disagreement is repaired by its one button', async ({ topBar, stage }) => {
  await topBar.chooseExample('mTLS disagreement')
  await expect(stage.hole('503 UC')).toBeVisible()
  await stage.root.getByRole('button', { name: 'Use ISTIO_MUTUAL' }).click()
  await expect(stage.holes).toHaveCount(0)
  await expect(stage.headline).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
})

for (const { id, title } of SCENARIOS) {
  test(`example ${title} shows what it is about`, async ({ app, page, topBar, stage, timeline }) => {
    await topBar.chooseExample(title)
    await expect(page.getByRole('button', { name: /choose an example/ })).toContainText(title)
    const labels = HOLES[id] ?? []
    await expect(stage.holes).toHaveCount(labels.length)
    for (const label of labels) await expect(stage.hole(label)).toBeVisible()
    // At moments of the run, however long the page takes.
    await timeline.pause.click()
    await app.sceneAt(5000)
    const outcomes = await app.outcomes()
    expect(outcomes.get('succeeded') ?? 0).toBeGreaterThan(
      id === 'missing-destination-rule' || id === 'labels-match-no-pod' ? -1 : 50,
    )
    const lost = ['nowhere', 'nobody', 'not-taken', 'injected'].reduce(
      (sum, outcome) => sum + (outcomes.get(outcome) ?? 0),
      0,
    )
    if (labels.length > 0) expect(lost).toBeGreaterThan(0)
    else expect(lost).toBe(0)
    const [atMs, label] = LATER[id] ?? []
    if (atMs === undefined || label === undefined) return
    await app.sceneAt(atMs)
    await expect(stage.hole(label)).toBeVisible()
  })
}

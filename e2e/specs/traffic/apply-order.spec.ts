import { expect, test } from '../../fixtures.ts'

const deployment = (name: string, version: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}-${version} }
spec:
  selector: { matchLabels: { app: ${name}, version: ${version} } }
  template: { metadata: { labels: { app: ${name}, version: ${version} } } }
---
`
const textOf = (
  steps: string,
) => `${deployment('client', 'v1')}${deployment('web', 'v1')}${deployment('web', 'v2')}apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v2 } }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec: { host: web, subsets: [{ name: v2, labels: { version: v2 } }] }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: order }
spec:
  seed: 3
  clients: [{ from: client-v1, url: 'http://web/', rate: 50/s }]
  steps:
${steps}
`
const RULES_FIRST = `  - { at: 4s, apply: [VirtualService/web] }
  - { at: 5s, apply: [DestinationRule/web] }`
const SUBSETS_FIRST = `  - { at: 4s, apply: [DestinationRule/web] }
  - { at: 5s, apply: [VirtualService/web] }`

test('a VirtualService a second before its DestinationRule: a black hole for that second', async ({
  app,
  editor,
  stage,
  timeline,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(textOf(RULES_FIRST))
  await expect(stage.root).toContainText('client-v1')
  await expect.poll(async () => (await app.sceneAt(0)).holes).toEqual([])

  // Until it arrives nothing is lost; then all that leaves is, until the other one arrives.
  const before = await app.sceneAt(3900)
  expect(before.tally.byOutcome.map(([outcome]) => outcome)).toEqual(['succeeded'])
  await expect(stage.holes).toHaveCount(0)

  const between = await app.sceneAt(5000)
  expect(between.holes).toEqual(['503 NC'])
  expect(between.chapter.label).toBe('VirtualService web applied')
  await expect(stage.hole('503 NC')).toContainText('DestinationRule for web')
  await expect(stage.headline).toContainText('Every request dies in client-v1’s own sidecar')

  // The last ones are still seen to fall in, each of them counted, before the next picture is without a hole.
  const falling = await app.sceneAt(6400)
  expect(falling.holes).toEqual(['503 NC'])
  const [[outcome, lost] = ['', 0]] = falling.tally.byOutcome
  expect(falling.tally.byOutcome).toHaveLength(1)
  expect(outcome).toBe('nowhere')
  expect(lost).toBeGreaterThanOrEqual(47)
  expect(lost).toBeLessThanOrEqual(53)
  await expect(stage.hole('503 NC')).toContainText(`${String(lost)} · 100.0 %`)

  const after = await app.sceneAt(9000)
  expect(after.holes).toEqual([])
  expect(after.chapter.label).toBe('DestinationRule web applied')
  expect(after.tally.byOutcome.map(([outcome]) => outcome)).toEqual(['succeeded'])
  await expect(stage.holes).toHaveCount(0)
  await expect(stage.headline).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
  await expect(timeline.root.locator('[data-mark="applied"]')).toHaveCount(3)
})

test('going back and forth in time gives the same picture', async ({ app, editor, stage, timeline }) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(textOf(RULES_FIRST))
  await expect(stage.root).toContainText('client-v1')
  await expect.poll(async () => (await app.sceneAt(5000)).holes).toEqual(['503 NC'])

  const moments = [800, 3999, 4300, 4600, 5300, 6200, 12_000]
  const forth = []
  for (const at of moments) forth.push(await app.sceneAt(at))
  const back = []
  for (const at of [...moments].reverse()) back.push(await app.sceneAt(at))
  expect(back.reverse()).toEqual(forth)
  expect(new Set(forth.map(scene => JSON.stringify(scene))).size).toBe(moments.length)
  for (const { particles } of forth) expect(particles.length).toBeGreaterThan(10)

  // The same where it is painted.
  await app.sceneAt(4600)
  await expect(stage.hole('503 NC')).toHaveCount(1)
  await expect.poll(async () => (await stage.particleFingerprint()).lit).toBeGreaterThan(100)
  const painted = await stage.stillFingerprint()
  await app.sceneAt(12_000)
  await expect(stage.holes).toHaveCount(0)
  await expect.poll(() => stage.particleFingerprint()).not.toEqual(painted)
  await app.sceneAt(4600)
  await expect(stage.hole('503 NC')).toHaveCount(1)
  await expect.poll(() => stage.particleFingerprint()).toEqual(painted)
})

test('in the safe order nothing is lost', async ({ app, editor, stage, timeline }) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(textOf(SUBSETS_FIRST))
  await expect(stage.root).toContainText('client-v1')
  const seen = new Set<string>()
  for (const at of [3900, 4400, 5000, 5600, 9000, 20_000]) {
    const { holes, tally } = await app.sceneAt(at)
    expect(holes).toEqual([])
    for (const [outcome] of tally.byOutcome) seen.add(outcome)
  }
  expect([...seen]).toEqual(['succeeded'])
  await expect(stage.headline).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
})

import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'
import type { App } from '../../regions/App.ts'
import { EJECTS, FULL } from './limits.ts'

const errors = async (app: App) => (await app.outcomes()).get('app-error') ?? 0

test('a pod is out after exactly three errors, counts down, and returns', async ({
  page,
  app,
  editor,
  stage,
  timeline,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(EJECTS)
  const pod = stage.root.locator('[data-pod="reviews-v1-1"]')
  await expect(pod).toHaveAttribute('data-state', 'faulty')
  await page.getByTestId('time').click()

  for (let i = 0; i < 60 && (await errors(app)) < 3; i++) {
    await expect(pod).toHaveAttribute('data-state', 'faulty')
    await page.keyboard.press('.')
  }
  expect(await errors(app)).toBe(3)
  await expect(pod).toHaveAttribute('data-state', 'out')
  await expect(pod).toHaveText('5s')
  await expect(stage.headline).toHaveText(/requests fail: pods answer 5xx$/)
  await expect(stage.part(/^Pod, reviews-v1-1, out since \d\.\d s, 5 s left/)).toHaveCount(1)
  await expect(stage.part(/^Workload, reviews-v1, 2 of 3, 1 out/)).toHaveCount(1)
  await stage.part(/^Pod, reviews-v1-1/).focus()
  await expect(page.getByTestId('pod-note')).toContainText('Stays out for 5 s × 1.')
  await expect(page.getByTestId('pod-note')).toContainText('Kubernetes still calls this pod ready.')
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=stage]').analyze()
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
  await expect(timeline.root.locator('[data-mark="out"]')).toHaveCount(1)
  expect(await errors(app), 'no further error').toBe(3)

  // Without motion the ring steps each second.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const ring = pod.locator('path')
  const full = (await ring.getAttribute('d')) ?? ''
  await app.advance(900)
  await expect(pod).toHaveText('5s')
  await expect(ring).toHaveAttribute('d', full)
  await app.advance(200)
  await expect(pod).toHaveText('4s')
  await expect(ring).not.toHaveAttribute('d', full)
  await app.advance(1400)
  await expect(pod).toHaveText('3s')
  await app.advance(2499)
  await expect(pod).toHaveAttribute('data-state', 'out')
  await app.advance(1002)
  await expect(pod).toHaveAttribute('data-state', 'back')
  await expect(timeline.root.locator('[data-mark="back"]')).toHaveCount(1)

  await page.keyboard.press('r')
  await expect(pod).toHaveAttribute('data-state', 'faulty')
  await expect(timeline.root.locator('[data-mark="out"], [data-mark="back"]')).toHaveCount(0)
})

test('what a full queue turns away bounces at the gate', async ({ app, editor, stage, timeline }) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(FULL)
  await expect(stage.part(/^Workload, reviews-v1, 1 pod/)).toHaveCount(1)
  await expect(stage.hole('503 UO')).toHaveCount(0)
  await expect(stage.root.getByTestId('gate')).toHaveCount(0)

  await app.advance(8000)
  const away = (await app.outcomes()).get('turned-away') ?? 0
  expect(away).toBeGreaterThan(10)
  await expect(stage.hole('503 UO')).toContainText(/the queue of 1 is full: ?http1MaxPendingRequests/)
  await expect(stage.hole('503 UO')).toContainText(`${String(away)} · `)
  await expect(stage.headline).toHaveText('The queue is full')
  await expect(stage.root.getByTestId('gate')).toHaveCount(1)
  await expect(timeline.root.locator('[data-mark="gate"]').first()).toBeAttached()
})

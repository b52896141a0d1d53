import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'
import { EJECTS, FULL } from './limits.ts'

test('the pod view shows what a pool holds at each moment, forward and back', async ({
  page,
  app,
  editor,
  stage,
  timeline,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(FULL)
  await expect(stage.part(/^Workload, reviews-v1, 1 pod/)).toHaveCount(1)
  await app.advance(8000)
  await page.getByTestId('time').click()
  await page.keyboard.press('o')
  await expect(page.getByRole('button', { name: 'Pods', exact: true })).toHaveAttribute('aria-pressed', 'true')

  const pool = stage.root.getByTestId('pool')
  await expect(pool.locator('[data-pool="connections"]')).toContainText('1 of 1')
  await expect(stage.part(/^Subset, all pods, .*connections 1 of 1, waiting [01] of 1/)).toHaveCount(1)
  await expect(stage.part(/^Pod, reviews-v1-0, ready, 1 in flight/)).toHaveCount(1)
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=stage]').analyze()
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])

  // The first request comes to the gate 1,030 ms after it left; before that there is nothing.
  const before = await pool.innerHTML()
  await app.sceneAt(900)
  await expect(pool.locator('[data-pool="connections"]')).toContainText('0 of 1')
  await app.sceneAt(8000)
  await expect.poll(() => pool.innerHTML()).toBe(before)

  await page.keyboard.press('Escape')
  await expect(pool).toHaveCount(0)
})

test('errors in a row fill up until the pod is out, and its card tells for how long', async ({
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
  // Who zooms in on pods sees more of them.
  const isLarge = page.getByRole('button', { name: 'Pods', exact: true })
  await isLarge.click()
  await expect(isLarge).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('time').click()
  const seen: string[] = []
  const name = stage.part(/^Pod, reviews-v1-1/)
  for (let i = 0; i < 60 && (await pod.getAttribute('data-state')) !== 'out'; i++) {
    const [errors = ''] = /\d of 3 errors in a row/.exec((await name.getAttribute('aria-label')) ?? '') ?? []
    if (errors !== '' && seen.at(-1) !== errors) seen.push(errors)
    await page.keyboard.press('.')
  }
  expect(seen).toEqual(['1 of 3 errors in a row', '2 of 3 errors in a row'])
  await expect(stage.root.getByText('5 s of 5 s left')).toBeVisible()
  await app.advance(1000)
  await expect(stage.root.getByText('4 s of 5 s left')).toBeVisible()
})

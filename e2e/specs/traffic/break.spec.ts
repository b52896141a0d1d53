import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'
import { FLAKY_PODS } from './flaky-pods.ts'

/** Nothing fails here before somebody breaks it. */
const SOUND = FLAKY_PODS.replace(
  '{ name: reviews-v1, errors: 50%, status: 503, latency: 20ms }',
  '{ name: reviews-v1, latency: 20ms } # usual',
)

test('a pod is broken and healed by keyboard; what was before stays, and undo takes both back', async ({
  app,
  editor,
  stage,
  timeline,
  breakMenu,
}) => {
  const { keyboard } = app.page
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(SOUND)
  await expect(stage.root).toContainText('reviews-v2')
  await expect.poll(async () => (await app.sceneAt(12_000)).tally.total).toBeGreaterThan(500)
  const sound = await app.sceneAt(12_000)
  const early = await app.sceneAt(4237)
  const text = await editor.text()

  const pod = stage.part(/^Pod, reviews-v2-0/)
  await pod.focus()
  await keyboard.press('Enter')
  await expect(breakMenu.choices).toHaveText([/503 to half/, /503 to all/, /after 2 s/, /Refuse/, /Not ready/])
  await expect(breakMenu.choices.first()).toBeFocused()
  await keyboard.press('Escape')
  await expect(breakMenu.root).toHaveCount(0)
  await expect(pod).toBeFocused()

  await keyboard.press('Enter')
  await expect(breakMenu.choices.first()).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  // The moment stays, but for what is left of a tenth of a second.
  await expect(timeline.root.getByTestId('time')).toHaveText('4.30 s')
  await expect(pod).toHaveAccessibleName(/answers 503 to all since 4\.3 s/)
  await expect(pod).toBeFocused()
  await expect(timeline.root.locator('[data-mark="broken"]')).toHaveCount(1)
  const broken = SOUND.replace(/\n$/, '\n  - { name: reviews-v2-0, status: 503, from: 4.3s }\n')
  expect(await editor.text()).toBe(broken)
  expect(await app.sceneAt(4237)).toEqual(early)
  const failing = await app.sceneAt(8000)
  expect(failing.tally.byOutcome.map(([outcome]) => outcome).sort()).toEqual(['app-error', 'succeeded'])

  await pod.focus()
  await keyboard.press(' ')
  await expect(breakMenu.choice('Heal')).toBeVisible()
  await expect(breakMenu.choice(/503 to all/)).toHaveCount(0)
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(pod).not.toHaveAccessibleName(/answers 503/)
  expect(await editor.text()).toBe(broken.replace('from: 4.3s }', 'from: 4.3s, to: 8s }'))
  await expect(timeline.root.locator('[data-mark="healed"]')).toHaveCount(1)
  const [lost, later] = [await app.sceneAt(16_000), await app.sceneAt(30_000)].map(
    ({ tally }) => new Map(tally.byOutcome).get('app-error') ?? 0,
  )
  expect(later).toBe(lost)

  // Where the focus is, which stays there; once from the picture, once from the text.
  await pod.focus()
  await keyboard.press('ControlOrMeta+Z')
  await expect(pod).toHaveAccessibleName(/answers 503 to all since 4\.3 s/)
  await expect(pod).toBeFocused()
  await editor.undo()
  await expect(pod).not.toHaveAccessibleName(/answers 503/)
  expect(await editor.text()).toBe(text)
  expect(await app.sceneAt(12_000)).toEqual(sound)
})

test('while it plays, in a text without a Scenario: a hole opens, the clock goes on, a reload keeps it', async ({
  app,
  editor,
  stage,
  timeline,
  breakMenu,
}) => {
  await editor.ready()
  const text = await editor.text()
  await app.page.waitForFunction(
    () => (window as unknown as { meshscope: { nowMs(): number } }).meshscope.nowMs() > 1500,
  )
  await stage.part(/^(Subset|Cluster), v1/).click({ position: { x: 12, y: 12 } })
  await expect(breakMenu.root).toContainText('reviews v1, 3 pods')
  await breakMenu.choice(/Refuse connections/).click()
  await expect(app.page.getByText('From now on reviews v1 refuses connections.')).toBeVisible()
  await expect(stage.hole('503 URX,UF')).toHaveCount(1)
  await expect(stage.part(/^Pod, reviews-v1-0/)).toHaveAccessibleName(/refuses connections since/)
  await expect(timeline.root.locator('[data-mark="applied"]')).toHaveCount(1)
  const written = await editor.text()
  expect(written.startsWith(text)).toBe(true)
  expect(written.slice(text.length)).toMatch(
    /^---\napiVersion: meshscope\/v1\nkind: Scenario\n[^]*\{ name: reviews-v1, fails: refused, from: [\d.]+s \}\n$/,
  )

  await app.reload()
  await timeline.pause.click()
  await app.sceneAt(20_000)
  await expect(stage.hole('503 URX,UF')).toHaveCount(1)
  expect(await editor.text()).toBe(written)
})

test('the notice takes it back, and the text is as before', async ({ app, editor, stage, timeline, breakMenu }) => {
  await editor.ready()
  await timeline.pause.click()
  const text = await editor.text()
  await app.sceneAt(3000)
  await stage.part(/^Pod, reviews-v2-0/).click()
  await breakMenu.choice(/Not ready/).click()
  await app.sceneAt(5000)
  await expect(stage.part(/^Pod, reviews-v2-0/)).toHaveAccessibleName(/not ready/)
  await app.page.getByRole('button', { name: 'Undo' }).click()
  await expect(stage.part(/^Pod, reviews-v2-0/)).not.toHaveAccessibleName(/not ready/)
  expect(await editor.text()).toBe(text)
})

test('a request that is followed is followed on when a pod is broken', async ({
  app,
  editor,
  stage,
  inspector,
  timeline,
  breakMenu,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await editor.setText(SOUND)
  await expect(stage.root).toContainText('reviews-v2')
  await expect.poll(async () => (await app.sceneAt(6000)).tally.total).toBeGreaterThan(200)
  await app.page.getByRole('button', { name: 'Follow the next request' }).click()
  const heading = inspector.trace.getByRole('heading', { name: /^Request \d/ })
  const followed = (await heading.textContent()) ?? ''
  await stage.part(/^Pod, reviews-v2-0/).click()
  await breakMenu.choice(/503 to all/).click()
  await expect(stage.part(/^Pod, reviews-v2-0/)).toHaveAccessibleName(/answers 503 to all/)
  await expect(heading).toHaveText(followed)
  await app.sceneAt(9000)
  await expect(inspector.trace).toContainText('Answered 200')
})

test('a link offers what its end does; a press elsewhere closes the menu', async ({
  app,
  editor,
  stage,
  timeline,
  breakMenu,
}) => {
  await editor.ready()
  await timeline.pause.click()
  await app.sceneAt(0)
  // Nothing is on its way that could be meant.
  await expect.poll(async () => (await stage.particleFingerprint()).lit).toBe(0)
  const [x, y] = await stage.root
    .locator('[data-link]')
    .first()
    .evaluate(path => {
      const lane = path as SVGPathElement
      const { x, y } = lane.getPointAtLength(lane.getTotalLength() / 2)
      const at = new DOMPoint(x, y).matrixTransform(lane.getScreenCTM() ?? undefined)
      return [at.x, at.y] as const
    })
  await app.page.mouse.click(x, y)
  await expect(breakMenu.root).toContainText(/reviews-v\d/)
  await app.page.mouse.click(700, 120)
  await expect(breakMenu.root).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  for (const [name, width, height] of [
    ['wide', 1440, 900],
    ['phone', 390, 844],
  ] as const) {
    test(`axe finds nothing in the open menu, ${theme}, ${name}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width, height })
      await page.goto('./')
      await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
      await page.getByRole('treeitem', { name: /^Pod, reviews-v2-0/ }).click()
      await expect(page.getByTestId('break-menu')).toBeInViewport({ ratio: 1 })
      // Everything, but for the size of what the menu covers in part.
      const all = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .disableRules(['target-size'])
        .analyze()
      const own = await new AxeBuilder({ page })
        .include('[data-testid="break-menu"]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(
        [...all.violations, ...own.violations].map(
          ({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`,
        ),
      ).toEqual([])
    })
  }
}

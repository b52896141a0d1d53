import type { Locator } from '@playwright/test'
import { LESSONS } from '../../../src/lessons/index.ts'
import { LessonPanel } from '../../regions/LessonPanel.ts'
import { tooSmallForThumbs, unreadableWords } from '../../on-a-phone.ts'
import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('by touch: a step stands with the picture, its goal with the text, and Next leads back to the picture', async ({
  app,
  editor,
  page,
  stage,
}) => {
  const lesson = new LessonPanel(page)
  const views = page.getByRole('navigation', { name: 'Views' })
  const view = (name: string) => views.getByRole('button', { name })
  await view('Lessons').tap()
  await lesson.list.getByRole('button', { name: /A subset that nobody defines/ }).tap()
  await expect(view('Picture')).toHaveAttribute('aria-current', 'page')
  await expect(lesson.title).toBeInViewport()
  await lesson.next.tap()
  await app.sceneAt(8_000)
  await expect(lesson.title).toBeInViewport()
  await expect(lesson.spotlight).toBeInViewport()
  await expect(lesson.goal).toContainText('0 of 2 met')
  await lesson.hints.getByRole('button', { name: 'Hint 1 of 3' }).tap()
  await expect(lesson.hints.getByText(/^Hint 1: /)).toBeAttached()
  await expect(stage.hole('503 NC')).toBeVisible()

  await lesson.fold.tap()
  await expect(lesson.fold).toHaveAttribute('aria-expanded', 'false')
  await expect(lesson.goal).toHaveCount(0)
  await expect(lesson.goalLine).toContainText(/, not met yet: /)
  await lesson.fold.tap()
  await expect(lesson.goal).toContainText('0 of 2 met')

  await view('YAML').tap()
  await expect(editor.root).toBeInViewport()
  await expect(lesson.goalLine).toBeInViewport()
  await lesson.fold.tap()
  for (const name of ['Hint 2 of 3', 'Hint 3 of 3', 'Solution']) await lesson.hints.getByRole('button', { name }).tap()
  await lesson.hints.getByRole('button', { name: /^Apply/ }).tap()
  await lesson.fold.tap()
  await app.advance(8_000)
  await expect(lesson.goalLine).toContainText(/, met: /)
  await expect(lesson.next).toHaveAttribute('data-ready')
  await lesson.next.tap()
  await expect(view('Picture')).toHaveAttribute('aria-current', 'page')
  await expect(lesson.root).toContainText('Step 3 of')

  await view('Lessons').tap()
  await expect(lesson.list.getByText('done')).toBeVisible()
  await lesson.list.getByRole('button', { name: 'Leave the lessons' }).tap()
  await expect(lesson.root).toHaveCount(0)
  await expect(page.getByTestId('hole')).toBeVisible()
})

/** How far a part reaches over the edges of another one: left, top, right, bottom. */
async function outside(part: Locator, of: Locator): Promise<readonly number[]> {
  const [a, b] = await Promise.all([part.boundingBox(), of.boundingBox()])
  if (!a || !b) throw new Error('not shown')
  const over = [b.x - a.x, b.y - a.y, a.x + a.width - b.x - b.width, a.y + a.height - b.y - b.height]
  return over.map(px => Math.max(0, Math.round(px)))
}

for (const [width, height] of [
  [360, 640],
  [390, 844],
  [844, 390],
] as const)
  test(`every step of every lesson can be read and pressed at ${String(width)} × ${String(height)}`, async ({
    app,
    page,
    stage,
  }) => {
    const lesson = new LessonPanel(page)
    await page.setViewportSize({ width, height })
    for (const { id, steps } of LESSONS)
      for (const [i, { title, callout: said }] of steps.entries()) {
        const at = `${id}/${String(i + 1)}`
        await page.goto(`./#/lessons/${at}`)
        await expect(lesson.title).toHaveText(title.replaceAll(/[`*]/g, ''))
        await app.sceneAt(8_000)
        await expect(stage.root).toBeInViewport()
        expect(await unreadableWords(page), at).toEqual([])
        expect(await tooSmallForThumbs(page), at).toEqual([])
        if (await lesson.spotlight.isVisible()) {
          if (!(await lesson.callout.isVisible())) {
            // No room for it: the headline says it.
            await expect(stage.headline).toHaveText(said.title)
            await expect(stage.headlineDetail).toBeInViewport({ ratio: 1 })
            continue
          }
          await expect.poll(async () => outside(lesson.callout, stage.root), { message: at }).toEqual([0, 0, 0, 0])
        }
      }
  })

for (const [width, height] of [
  [390, 844],
  [720, 450],
] as const)
  test(`axe finds nothing in a step, folded or not, at ${String(width)} × ${String(height)}`, async ({ page, app }) => {
    const lesson = new LessonPanel(page)
    await page.setViewportSize({ width, height })
    await page.goto('./#/lessons/first-match-wins/3')
    await app.sceneAt(8_000)
    await expect(lesson.goal).toBeAttached()
    expect(await violationsOf(page)).toEqual([])
    await lesson.fold.tap()
    await expect(lesson.goalLine).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'YAML' }).tap()
    expect(await violationsOf(page)).toEqual([])
  })

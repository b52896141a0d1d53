import { LessonPanel } from '../../regions/LessonPanel.ts'
import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

const spoken = 'p[aria-live=polite].visually-hidden'

test('a lesson by the keyboard: read, a hint, a fix of one’s own, the goal is met, and back to one’s own text', async ({
  app,
  editor,
  page,
  stage,
  topBar,
}) => {
  const lesson = new LessonPanel(page)
  await editor.ready()
  const own = await editor.text()
  await topBar.root.getByRole('button', { name: 'Lessons' }).focus()
  await page.keyboard.press('Enter')
  await expect(lesson.list.getByRole('heading', { name: 'Lessons' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(lesson.title).toHaveText('The caller’s sidecar decides')
  await expect(lesson.title).toBeFocused()
  await expect(lesson.back).toBeDisabled()
  await expect(page).toHaveURL(/#\/lessons\/first-match-wins\/1$/)
  await lesson.next.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(lesson.title).toHaveText('The first match wins, not the best one')

  await app.sceneAt(10_000)
  await expect(lesson.spotlight).toContainText(/(\d+) of \1 do\. Rule 2 is never tried\./)
  await expect(stage.headline).toContainText(/Rule 2 has not seen one of \d+ requests/)
  await expect(lesson.number('Jason reaches v2')).toContainText(/, not met yet: 0.* of [1-9]/)
  await expect(lesson.goal).toContainText('1 of 2 met')
  await lesson.hints.getByRole('button', { name: 'Hint 1 of 3' }).focus()
  await page.keyboard.press('Enter')
  await expect(lesson.hints).toContainText('Which rule should a request be asked first')
  await expect(lesson.hints.getByRole('button')).toHaveText(/^Hint 2 of 3/)

  // Not what is stored: the rules stay where they are.
  await editor.cursorBehind('name: everyone')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('  match: [{ withoutHeaders: { end-user: {} } }]')
  await expect(stage.part(/^Rule 2, test-users/)).not.toHaveAccessibleName(/never reached/)
  await app.advance(8_000)
  await expect(lesson.goal).toContainText('2 of 2 met')
  await expect(lesson.spotlight).toHaveCount(0)
  await expect(lesson.next).toHaveAttribute('data-ready')
  await expect(page.locator(spoken)).toContainText('The goal is met.')

  await page.reload()
  await expect(lesson.title).toHaveText('The first match wins, not the best one')
  await expect(lesson.hints).toContainText('Which rule should a request be asked first')
  expect(await editor.text()).toContain('withoutHeaders')
  await lesson.next.focus()
  await page.keyboard.press('Enter')
  await expect(lesson.title).toHaveText('Narrow rules first')

  await topBar.root.getByRole('button', { name: 'Lessons' }).focus()
  await page.keyboard.press('Enter')
  await expect(lesson.root).toHaveCount(0)
  await expect(page.getByTestId('hole')).toBeVisible()
  expect(await editor.text()).toBe(own)
  await expect(page).not.toHaveURL(/lessons/)

  // Where it was left.
  await lesson.open('The first match wins')
  await expect(lesson.title).toHaveText('Narrow rules first')
  expect(await editor.text()).toContain('withoutHeaders')
})

test('the solution is written out, and done only when it is asked for; starting over takes it back', async ({
  app,
  editor,
  page,
}) => {
  const lesson = new LessonPanel(page)
  await editor.ready()
  await page.goto('./#/lessons/timeout-covers-all-tries/2')
  await expect(lesson.title).toHaveText('timeout is for everything')
  for (const name of ['Hint 1 of 3', 'Hint 2 of 3', 'Hint 3 of 3', 'Solution'])
    await lesson.hints.getByRole('button', { name }).click()
  await expect(lesson.hints.getByRole('group', { name: 'The edit' })).toContainText('perTryTimeout: 400ms')
  expect(await editor.text()).toContain('perTryTimeout: 5s')
  await lesson.hints.getByRole('button', { name: /^Apply/ }).click()
  await expect(lesson.hints.getByRole('group', { name: 'The edit' })).toHaveCount(0)
  await app.advance(8_000)
  await expect(lesson.goal).toContainText('1 of 1 met')
  await lesson.startOver.click()
  await app.sceneAt(8_000)
  await expect(lesson.goal).toContainText('0 of 1 met')
  expect(await editor.text()).toContain('perTryTimeout: 5s')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the list of lessons, nor in hints and a solution: ${theme}`, async ({ page }) => {
    const lesson = new LessonPanel(page)
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('./#/lessons')
    await lesson.list.getByRole('button', { name: /^Leave/ }).waitFor()
    expect(await violationsOf(page)).toEqual([])
    await lesson.list.getByRole('button', { name: /A timeout covers all tries/ }).click()
    await lesson.goTo(2)
    for (const name of ['Hint 1 of 3', 'Hint 2 of 3', 'Hint 3 of 3', 'Solution'])
      await lesson.hints.getByRole('button', { name }).click()
    await expect(lesson.hints.getByRole('group', { name: 'The edit' })).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
  })

test('the spotlight takes no press, and Esc lifts it', async ({ app, page, stage }) => {
  const lesson = new LessonPanel(page)
  await page.goto('./#/lessons/first-match-wins/3')
  await expect(lesson.spotlight).toBeVisible()
  await app.sceneAt(5_000)
  await stage.part(/^Workload, reviews-v2/).click()
  await expect(lesson.spotlight).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('body').press('Escape')
  await expect(lesson.spotlight).toHaveCount(0)
  await expect(lesson.title).toHaveText('The first match wins, not the best one')
})

test('a step after a task that is not done says so, and shows nothing of its own until it is', async ({
  app,
  editor,
  page,
  stage,
}) => {
  const lesson = new LessonPanel(page)
  const lacks = lesson.root.getByText('The goal of step 3 is not met yet.')
  await editor.ready()
  await lesson.open('The first match wins')
  const start = await editor.text()
  await lesson.goTo(4)
  await app.sceneAt(8_000)
  await expect(lacks).toBeVisible()
  await expect(lesson.spotlight).toHaveCount(0)
  await lesson.next.click()
  await expect(lesson.title).toHaveText('And if no rule matches?')
  await expect(lacks).toBeVisible()
  await expect(lesson.spotlight).toHaveCount(0)
  expect(await violationsOf(page)).toEqual([])
  await lesson.root.getByRole('button', { name: 'To step 3' }).click()
  await expect(lesson.title).toHaveText('The first match wins, not the best one')
  await expect(lesson.spotlight).toBeVisible()
  await expect(stage.headline).toContainText(/Rule 2 has not seen one of [\d,]+ requests/)

  await editor.setText(
    start.replace('  - name: everyone\n', '  - name: everyone\n    match: [{ withoutHeaders: { end-user: {} } }]\n'),
  )
  await app.advance(8_000)
  await expect(lesson.goal).toContainText('2 of 2 met')
  await lesson.next.click()
  await expect(lesson.title).toHaveText('Narrow rules first')
  await expect(lesson.spotlight).toBeVisible()
  await expect(lacks).toHaveCount(0)
})

test('the buttons at the end of a lesson stand within the panel', async ({ page }) => {
  const lesson = new LessonPanel(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#/lessons/first-match-wins/5')
  const next = lesson.root.getByRole('button', { name: 'Next lesson' })
  await expect(next).toBeVisible()
  const [panel, back, button] = await Promise.all([lesson.root, lesson.back, next].map(one => one.boundingBox()))
  if (!panel || !back || !button) throw new Error('not shown')
  expect(back.x - panel.x).toBe(24)
  expect(panel.x + panel.width - button.x - button.width).toBeGreaterThanOrEqual(24)
  expect(button.y).toBe(back.y)
})

test('another text leaves the lesson; the one before it can still be had', async ({ editor, page, topBar }) => {
  const lesson = new LessonPanel(page)
  await editor.ready()
  const own = `${await editor.text()}# mine\n`
  await editor.setText(own)
  await lesson.open('A subset that nobody defines')
  await lesson.goTo(2)
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Everything by its name' })
  await palette.getByRole('combobox').fill('mirror example')
  await palette.getByRole('option').first().click()
  await expect(lesson.root).toHaveCount(0)
  await topBar.root.getByRole('button', { name: 'Lessons' }).click()
  await lesson.list.getByRole('button', { name: /^Back to/ }).click()
  expect(await editor.text()).toBe(own)
})

test('a link made in a lesson opens it at its step, with the text as it was; that stays over a reload', async ({
  app,
  editor,
  page,
}) => {
  const lesson = new LessonPanel(page)
  await editor.ready()
  await lesson.open('Weights share one rule')
  await lesson.goTo(2)
  await editor.edit(text => text.replace('weight: 75', 'weight: 50'))
  await app.advance(1_000)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText(/^Copied a link/)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  // Somebody else has another text, and no lesson.
  await page.evaluate(() => {
    window.addEventListener('pagehide', () => {
      localStorage.clear()
    })
  })
  await page.goto('about:blank')
  await page.goto(link)
  await expect(lesson.title).toHaveText('One rule, two destinations')
  expect(await editor.text()).toContain('weight: 50')
  await lesson.next.click()
  await expect(lesson.title).toHaveText('Each request is drawn by itself')
  await expect(page).toHaveURL(/#\/lessons\/weights-share-one-rule\/3$/)
  await page.reload()
  await expect(lesson.title).toHaveText('Each request is drawn by itself')
  expect(await editor.text()).toContain('weight: 50')
})

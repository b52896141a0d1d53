import { Presenter } from '../../regions/Presenter.ts'
import { ShareDialog } from '../../regions/ShareDialog.ts'
import { expect, test } from '../../fixtures.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

test('an example is presented step by step, to be read from the last row', async ({ app, page, stage, topBar }) => {
  const presenter = new Presenter(page)
  await topBar.chooseExample(/A rollout, step by step/)
  await expect(stage.headline).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
  await page.keyboard.press('p')
  await expect(presenter.title).toHaveText('A canary is a pair of weights')
  await expect(presenter.step).toHaveText('1 / 5')
  await expect(presenter.lens).toContainText('weight: 90')
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByTestId('editor')).toBeHidden()
  await expect(presenter.title).toBeFocused()

  for (const title of ['Raise it to 50', 'All of it', 'Now restart v2', 'Some requests met a pod that had stopped']) {
    await expect(presenter.next).toHaveText(`Next: ${title}`)
    await page.keyboard.press('PageDown')
    await expect(presenter.title).toHaveText(title)
  }
  await expect(page.getByRole('button', { name: 'The end' })).toBeDisabled()
  await page.keyboard.press('PageUp')
  await expect(presenter.step).toHaveText('4 / 5')
  await page.keyboard.press('Escape')
  await expect(presenter.title).toHaveCount(0)
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByTestId('editor')).toBeVisible()
  expect((await app.outcomes()).get('succeeded')).toBeGreaterThan(0)
})

test('any broken text has steps: up to its repair, which leaving takes back', async ({
  app,
  editor,
  page,
  stage,
  topBar,
}) => {
  const presenter = new Presenter(page)
  await editor.ready()
  await topBar.root.getByRole('button', { name: 'Present' }).click()
  await expect(presenter.title).toHaveText('productpage calls reviews')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(presenter.title).toHaveText('The first one fails: 503 NC')
  await expect(stage.hole('503 NC')).toBeVisible()
  expect((await presenter.smallestWords()).px).toBeGreaterThanOrEqual(17)
  await app.sceneAt(8_000)
  await expect(stage.hole('503 NC')).toContainText(/^503 NC.*\d+ · \d+\.\d %$/)
  expect((await presenter.smallestFigures()).px).toBeGreaterThanOrEqual(20)
  // How much is lost is the heaviest in the picture, and whole, on a laptop’s screen too.
  for (const viewport of [{ width: 1440, height: 900 }, page.viewportSize()]) {
    if (viewport) await page.setViewportSize(viewport)
    await expect(stage.hole('503 NC').locator('text').last()).toBeInViewport({ ratio: 1 })
    const { px, weight } = await presenter.numbersOf(stage.hole('503 NC'))
    expect(px).toBeGreaterThanOrEqual((viewport?.width ?? 0) / 80)
    expect(weight).toBe(600)
  }
  await page.keyboard.press('End')
  await expect(presenter.title).toContainText(/Every request( that left since [\d.]+ s)? succeeds/)
  await expect(stage.holes).toHaveCount(0)
  await presenter.leave.click()
  await expect(stage.hole('503 NC')).toBeVisible()
  await expect(topBar.root.getByRole('button', { name: 'Present' })).toBeFocused()
})

test('a link made while presenting opens at the same step, also behind one that changed the text', async ({
  editor,
  page,
}) => {
  const presenter = new Presenter(page)
  await editor.ready()
  await expect(page.getByTestId('hole')).toBeVisible()
  await page.keyboard.press('p')
  await expect(presenter.step).toHaveText('1 / 6')
  await page.keyboard.press('End')
  await expect(presenter.step).toHaveText('6 / 6')
  await expect(page.getByTestId('hole')).toHaveCount(0)
  const title = await presenter.title.innerText()
  await page.getByRole('button', { name: 'Share' }).click()
  const share = new ShareDialog(page)
  await expect(share.root.getByRole('radio', { name: 'this step, presented' })).toBeChecked()
  const link = await share.link.inputValue()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(presenter.step).toHaveText('6 / 6')
  await expect(presenter.title).toHaveText(title)
  await page.keyboard.press('Home')
  await expect(page.getByTestId('hole')).toBeVisible()
})

test('of a picture larger than the screen the step shows what it speaks of, to be read from the last row', async ({
  page,
  stage,
  topBar,
}) => {
  const presenter = new Presenter(page)
  await topBar.chooseExample(/^Bookinfo/)
  await expect(stage.headline).toContainText(/succeeds/)
  await page.keyboard.press('p')
  await expect(presenter.step).toHaveText('1 / 3')
  await page.keyboard.press('PageDown')
  await expect(presenter.title).toHaveText('reviews: 50 % to v1, 50 % to v3')
  await expect(stage.part(/^Rule 2.*everyone/)).toBeInViewport({ ratio: 0.9 })
  expect((await presenter.smallestWords()).px).toBeGreaterThanOrEqual(17)
})

test('what somebody does to the text while presenting stays', async ({ breakMenu, editor, page, stage, topBar }) => {
  const presenter = new Presenter(page)
  await editor.ready()
  await topBar.chooseExample(/Flaky pods/)
  await expect(stage.part(/^Pod, reviews-v2-0/)).toBeVisible()
  await page.keyboard.press('p')
  await expect(presenter.step).toHaveText('1 / 5')
  await stage.part(/^Pod, reviews-v2-0/).focus()
  await page.keyboard.press('Enter')
  await breakMenu.choice(/503 to all/).click()
  await expect(stage.part(/^Pod, reviews-v2-0/)).toHaveAccessibleName(/answers 503 to all/)
  await expect(presenter.step).toHaveText('1 / 5')
  await page.keyboard.press('Escape')
  await expect(presenter.step).toHaveCount(0)
  expect(await editor.text()).toContain('name: reviews-v2-0')
})

test('it has the whole screen while it is asked for; leaving that by the browser leaves the presentation', async ({
  app,
  page,
  stage,
}) => {
  const presenter = new Presenter(page)
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
  await expect.poll(() => app.outcomes()).not.toEqual(new Map())
  // Closed regions leave no room behind.
  await page.keyboard.press('e')
  await page.keyboard.press('i')
  await page.keyboard.press('p')
  await expect(presenter.step).toHaveText('1 / 6')
  expect((await stage.root.boundingBox())?.width).toBe(1920 - 88)
  await page.keyboard.press('Shift+F')
  await expect.poll(isFull).toBe(true)
  await page.keyboard.press('Shift+F')
  await expect.poll(isFull).toBe(false)
  await expect(presenter.step).toHaveText('1 / 6')
  await page.keyboard.press('Shift+F')
  await expect.poll(isFull).toBe(true)
  await page.evaluate(() => document.exitFullscreen())
  await expect(presenter.step).toHaveCount(0)
})

test('dark screen, lines, spotlight and notes are a key each', async ({ app, page }) => {
  const presenter = new Presenter(page)
  await expect.poll(() => app.outcomes()).not.toEqual(new Map())
  await page.keyboard.press('p')
  await expect(presenter.step).toHaveText('1 / 6')
  await page.keyboard.press('PageDown')
  await expect(presenter.lens).toBeVisible()
  await page.keyboard.press('e')
  await expect(presenter.lens).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(page.getByRole('button', { name: /^Dark screen/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Dark screen/ })).toHaveCount(0)
  await page.keyboard.press('s')
  await expect(page.getByTestId('spotlight')).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByTestId('spotlight')).toHaveCount(0)
  const [notes] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('n')])
  await expect(notes.getByTestId('notes')).toContainText('2 / 6')
  await notes.keyboard.press('PageDown')
  await expect(notes.getByTestId('notes')).toContainText('3 / 6')
  await expect(presenter.step).toHaveText('3 / 6')
})

test('notes end the whole screen and not the presentation, whose own keys stand first', async ({ app, page }) => {
  const presenter = new Presenter(page)
  await expect(page.getByTestId('hole')).toBeVisible()
  await page.keyboard.press('p')
  await expect(presenter.step).toHaveText('1 / 6')
  await page.keyboard.press('F')
  await page.waitForFunction(() => document.fullscreenElement !== null)
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('n')
  const notes = await opened
  await expect(notes.getByTestId('notes')).toContainText('1 / 6')
  await page.waitForFunction(() => document.fullscreenElement === null)
  await page.keyboard.press('PageDown')
  await expect(presenter.step).toHaveText('2 / 6')
  await expect(notes.getByTestId('notes')).toContainText('2 / 6')
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys while presenting' })
  await expect(keys.locator('dt').first()).toContainText('PageDown')
  await expect(keys).toContainText('laser')
  await expect(keys).not.toContainText('what is modelled')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(app.page.getByRole('banner')).toBeVisible()
})

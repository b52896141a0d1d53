import { Presenter } from '../../regions/Presenter.ts'
import { ShareDialog } from '../../regions/ShareDialog.ts'
import { tooSmallForThumbs, unreadableWords } from '../../on-a-phone.ts'
import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('on a phone: begun by touch, gone through by taps and swipes, with lines and notes, and left', async ({
  page,
  stage,
}) => {
  const presenter = new Presenter(page)
  await expect(stage.hole('503 NC')).toBeVisible()
  await page.getByRole('button', { name: 'Search or run a command' }).tap()
  const palette = page.getByRole('dialog', { name: 'Everything by its name' })
  await palette.getByRole('combobox').fill('present')
  await palette.getByRole('option').first().tap()
  await expect(presenter.step).toHaveText('1 / 6')
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await presenter.next.tap()
  await expect(presenter.step).toHaveText('2 / 6')

  const swipe = async (fromX: number, toX: number) => {
    const { x = 0, y = 0 } = (await presenter.title.boundingBox()) ?? {}
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + fromX, y: y + 8 }] })
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + toX, y: y + 10 }] })
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await swipe(200, 80)
  await expect(presenter.title).toHaveText('The first one fails: 503 NC')
  await expect(stage.hole('503 NC')).toBeInViewport()
  await expect(presenter.lens).toContainText('subset: v3')
  await swipe(80, 200)
  await expect(presenter.step).toHaveText('2 / 6')

  await page.getByRole('button', { name: 'Notes' }).tap()
  await expect(page.getByTestId('notes')).toBeInViewport()
  await page.getByRole('button', { name: 'Notes' }).tap()
  await expect(page.getByTestId('notes')).toHaveCount(0)
  await presenter.leave.tap()
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
})

test('a link to a step opens it there on a phone', async ({ page, stage }) => {
  const presenter = new Presenter(page)
  await expect(stage.hole('503 NC')).toBeVisible()
  await page.keyboard.press('p')
  await presenter.next.tap()
  await presenter.next.tap()
  const title = await presenter.title.innerText()
  await page.getByRole('button', { name: 'Share' }).tap()
  const link = await new ShareDialog(page).link.inputValue()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(presenter.title).toHaveText(title)
  await expect(presenter.step).toHaveText('3 / 6')
})

for (const [width, height] of [
  [360, 640],
  [768, 1024],
  [844, 390],
  [720, 450],
] as const)
  test(`each step can be read and pressed at ${String(width)} × ${String(height)}`, async ({ app, page, stage }) => {
    const presenter = new Presenter(page)
    await page.setViewportSize({ width, height })
    await expect(stage.hole('503 NC')).toBeVisible()
    await page.keyboard.press('p')
    for (let step = 1; step <= 6; step++) {
      await expect(presenter.step).toHaveText(`${String(step)} / 6`)
      await app.advance(2_000)
      expect(await unreadableWords(page), String(step)).toEqual([])
      expect(await tooSmallForThumbs(page), String(step)).toEqual([])
      expect((await presenter.smallestWords()).px, String(step)).toBeGreaterThanOrEqual(11)
      await expect(presenter.title).toBeInViewport({ ratio: 1 })
      if (step === 3) expect(await violationsOf(page)).toEqual([])
      await page.keyboard.press('PageDown')
    }
  })

import { readFile } from 'node:fs/promises'
import type { CDPSession } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'
import { tooSmallForThumbs, unreadableWords } from '../../on-a-phone.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const svgSize = (svg: string) => {
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

type Finger = readonly [x: number, y: number]

/** Fingers go down at their first places and move to the last ones together. */
async function gesture(cdp: CDPSession, from: readonly Finger[], to: readonly Finger[]): Promise<void> {
  const at = (part: number) =>
    from.map(([x, y], id) => ({ x: x + ((to[id]?.[0] ?? x) - x) * part, y: y + ((to[id]?.[1] ?? y) - y) * part, id }))
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (const part of [0.25, 0.5, 0.75, 1])
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('two fingers enlarge the picture, one moves it, a button brings all of it back', async ({ page, stage }) => {
  const cdp = await page.context().newCDPSession(page)
  const client = stage.part(/^Client, productpage/)
  const fit = stage.part('Fit')
  const start = await client.boundingBox()
  await expect(fit).toHaveCount(0)

  await gesture(
    cdp,
    [
      [180, 350],
      [220, 350],
    ],
    [
      [140, 350],
      [260, 350],
    ],
  )
  await expect(fit).toBeVisible()
  const large = await client.boundingBox()
  expect(large?.width).toBeGreaterThan((start?.width ?? Infinity) * 1.5)

  await gesture(cdp, [[200, 300]], [[240, 380]])
  await expect.poll(async () => ((await client.boundingBox())?.y ?? 0) - (large?.y ?? 0)).toBeGreaterThan(40)

  await fit.tap()
  await expect.poll(async () => (await client.boundingBox())?.width).toBeCloseTo(start?.width ?? 0, 0)
  await expect(fit).toHaveCount(0)
})

test('a tapped hole is told, and each view is one tap away', async ({ page, stage }) => {
  await stage.part(/^Hole, 503 NC/).tap()
  await expect(page.getByTestId('hole-card')).toBeVisible()
  const views = page.getByRole('navigation', { name: 'Views' })
  await page.getByRole('tab', { name: 'Problems' }).tap()
  await expect(views.getByRole('button', { name: 'Problems' })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('tab', { name: 'Metrics' }).tap()
  await expect(page.getByTestId('metrics')).toBeVisible()
  await views.getByRole('button', { name: 'Picture' }).tap()
  await stage.root.getByRole('button', { name: 'Show trace' }).tap()
  await expect(page.getByTestId('trace')).toContainText('503')
})

test('from any view the picture can be saved', async ({ app: { page } }) => {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'YAML' }).tap()
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).tap()
  await page.getByRole('button', { name: 'Save or print the picture' }).tap()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: 'Save the picture' }).getByRole('button', { name: /^SVG/ }).tap(),
  ])
  const { width, height } = svgSize(await readFile(await download.path(), 'utf8'))
  expect(width).toBeGreaterThan(300)
  expect(height).toBeGreaterThan(400)
})

test('lying on its side the picture keeps the height', async ({ page, stage }) => {
  await page.setViewportSize({ width: 844, height: 390 })
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  const box = await stage.root.boundingBox()
  expect(box?.height).toBeGreaterThan(280)
  await expect(stage.hole('503 NC')).toBeInViewport()
})

test('what is pressed with a thumb has 44 pixels, off the picture', async ({ app: { page } }) => {
  for (const view of ['Picture', 'YAML', 'Trace', 'Problems']) {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).tap()
    expect(await tooSmallForThumbs(page), view).toEqual([])
  }
})

for (const width of [600, 768])
  test(`on a small tablet, ${String(width)} wide, names are whole, in a lesson too`, async ({
    app: { page },
    stage,
  }) => {
    await page.setViewportSize({ width, height: 1000 })
    await expect(stage.hole('503 NC')).toBeVisible()
    expect(await unreadableWords(page)).toEqual([])
    await page.goto('./#/lessons/first-match-wins/3')
    await expect(page.getByTestId('lesson-spotlight')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Lesson 1 of 4/ })).toBeVisible()
    expect(await unreadableWords(page)).toEqual([])
  })

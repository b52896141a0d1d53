import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'
import { LessonPanel } from '../../regions/LessonPanel.ts'
import { violationsOf } from '../../violations-of.ts'

test.use({ colorScheme: 'dark' })

/** Outcomes with their counts, which are no part of the picture on the page. */
const KEYS_WITH_COUNTS = 2

/** Stands still at 12.3 s, and asks as what the picture is to be saved. */
test.beforeEach(async ({ app, exportDialog, stage, timeline }) => {
  await timeline.pause.click()
  await app.sceneAt(12_300)
  await expect(stage.hole('503 NC')).toBeVisible()
  await exportDialog.open.click()
  await expect(exportDialog.root).toBeVisible()
})

test('the SVG holds all it needs, and says and shows what the stage does', async ({ app, exportDialog, stage }) => {
  const headline = await stage.headline.innerText()
  const { name, bytes } = await exportDialog.save('SVG')
  expect(name).toBe('reviews-canary-at-12.3s.svg')
  const svg = bytes.toString('utf8')
  const found = await app.page.evaluate(text => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    const all = [...parsed.querySelectorAll('*')]
    return {
      broken: parsed.querySelector('parsererror')?.textContent,
      words: [...parsed.querySelectorAll('text')].map(each => each.textContent).join('\n'),
      tags: [...new Set(all.map(each => each.localName))],
      classes: parsed.querySelectorAll('[class], [data-item], [tabindex]').length,
      handlers: all.flatMap(each => [...each.attributes]).filter(each => each.name.startsWith('on')).length,
      // The halo of each particle that is a disc or a cross, and nothing else, has this width.
      halos: parsed.querySelectorAll('path[stroke="#fff"]').length,
    }
  }, svg)
  expect(found.broken).toBeUndefined()
  for (const words of [
    headline,
    '503 NC',
    'cluster not found: no subset v3',
    'nowhere to go',
    'Reviews canary · at 12.30 s',
  ])
    expect(found.words).toContain(words)
  // A picture that stands still says on its lanes how many came that way: of rule 1 to v2, and to the pods of v2 and v1.
  const numbers = (words: readonly string[]) => words.filter(each => /^[\d,]+$/.test(each)).length
  const onPage = await app.page.getByTestId('graph-pane').locator('text').allTextContents()
  expect(numbers(found.words.split('\n'))).toBe(numbers(onPage) + KEYS_WITH_COUNTS + 3)
  expect(found.tags).not.toEqual(expect.arrayContaining(['script']))
  expect(found.tags).not.toEqual(expect.arrayContaining(['foreignObject']))
  expect(found.tags).not.toEqual(expect.arrayContaining(['image']))
  expect([found.classes, found.handlers]).toEqual([0, 0])
  // Faces are in it; nothing is fetched, and nothing depends on the page's style.
  expect(svg).toContain("font-family:'Inter Variable'")
  const drawn = svg.replaceAll(/url\(data:font[^)]*\)/g, 'url(data:)').replace('xmlns="http://www.w3.org/2000/svg"', '')
  expect(drawn).not.toMatch(/https?:|\/\/|@import|var\(|javascript:/)
  expect(drawn.match(/url\((?!data:|#)/g)).toBeNull()
  // One mark or more for what is on its way; pods show what they serve by their numbers.
  const { particles } = await app.sceneAt(12_300)
  expect(particles.length).toBeGreaterThan(20)
  expect(found.halos).toBeGreaterThan(particles.length / 2)
})

test('zoomed in, the file has the whole picture; what is in view alone where that is asked for', async ({
  app,
  exportDialog,
}) => {
  await expect(exportDialog.part('Whole picture')).toHaveCount(0)
  const before = await shownIn(app.page, (await exportDialog.save('SVG')).bytes)
  const onPage = await app.page
    .getByTestId('graph-pane')
    .locator('text')
    .evaluateAll(all =>
      all
        .filter(each => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .map(each => each.textContent),
    )
  for (const level of ['125 %', '156 %', '195 %']) {
    await app.page.getByRole('button', { name: 'Zoom in' }).click()
    await expect(app.page.getByLabel('Zoom level')).toHaveText(level)
  }
  await exportDialog.open.click()
  await expect(exportDialog.part('Whole picture')).toBeChecked()
  expect(await violationsOf(app.page)).toEqual([])
  const whole = await shownIn(app.page, (await exportDialog.save('SVG')).bytes)
  // Nothing lies outside its window: every word of every card is there, where it was when all of it was in view.
  expect(whole.cut).toEqual([])
  expect(whole.words).toEqual(expect.arrayContaining(onPage.filter(words => words.trim() !== '')))
  expect(whole.places).toEqual(before.places)

  await exportDialog.open.click()
  await exportDialog.part('Only what is in view').check()
  const part = await shownIn(app.page, (await exportDialog.save('SVG')).bytes)
  expect(part.height).toBeLessThan(whole.height - 100)
  expect(part.cut).toContain('productpage')
})

test('while a lesson follows requests, the file has their rings', async ({ app, exportDialog, timeline }) => {
  const lesson = new LessonPanel(app.page)
  const rings = (bytes: Buffer) =>
    app.page.evaluate(
      text =>
        new DOMParser()
          .parseFromString(text, 'image/svg+xml')
          .querySelectorAll('path[fill="none"][stroke="#3e6ae6"][stroke-width="2"]').length,
      bytes.toString('utf8'),
    )
  expect(await rings((await exportDialog.save('SVG')).bytes)).toBe(0)
  await lesson.open('The first match wins')
  await lesson.goTo(3)
  await timeline.pause.click()
  const { particles } = await app.sceneAt(10_000)
  await exportDialog.open.click()
  const ringed = await rings((await exportDialog.save('SVG')).bytes)
  expect(ringed).toBeGreaterThan(2)
  expect(ringed).toBeLessThan(particles.length)
})

test('of a mesh larger than the window and what is drawn around it, the file has every host', async ({
  app,
  editor,
  exportDialog,
}) => {
  const hosts = Array.from({ length: 36 }, (_, i) => `shop-${String(i + 1)}`)
  await app.page.keyboard.press('Escape')
  await editor.setText(manyHosts(hosts))
  // So many are first seen from above.
  await app.page.getByRole('button', { name: 'Close the map' }).click()
  await expect(app.page.getByTestId('graph-pane').getByText('shop-1', { exact: true }).first()).toBeVisible()
  await expect(app.page.getByTestId('graph-pane').getByText('shop-36', { exact: true })).toHaveCount(0)
  await exportDialog.open.click()
  await expect(exportDialog.part('Whole picture')).toBeChecked()
  const whole = await shownIn(app.page, (await exportDialog.save('SVG')).bytes)
  expect(whole.cut).toEqual([])
  expect(whole.words).toEqual(expect.arrayContaining(hosts))
  // Only while it is taken.
  await expect(app.page.getByTestId('graph-pane').getByText('shop-36', { exact: true })).toHaveCount(0)
})

test('the PNG is drawn on white, two pixels to one of the sheet', async ({ app, exportDialog }) => {
  const svg = (await exportDialog.save('SVG')).bytes.toString('utf8')
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  await exportDialog.open.click()
  const { name, bytes } = await exportDialog.save('PNG')
  expect(name).toBe('reviews-canary-at-12.3s.png')
  const found = await look(app.page, bytes, 'image/png')
  expect([found.width, found.height]).toEqual([2 * Number(width), 2 * Number(height)])
  expect(found.corner).toEqual([255, 255, 255, 255])
  // The hole is black, the words and lanes have their colours: of the light theme, whatever the page's is.
  expect(found.dark).toBeGreaterThan(2000)
  expect(found.colours).toBeGreaterThan(200)
})

test('the clip is four seconds from the moment on, by the clock of the run', async ({
  app,
  exportDialog,
  timeline,
}) => {
  // 67 pictures are drawn and read again.
  test.slow()
  const { name, bytes } = await exportDialog.save('Clip')
  expect(name).toBe('reviews-canary-at-12.3s.gif')
  await expect(exportDialog.root).toHaveCount(0)
  // Back where it was, and still.
  await expect(timeline.play).toBeVisible()
  expect(
    await app.page.evaluate(() => (window as unknown as { meshscope: { nowMs(): number } }).meshscope.nowMs()),
  ).toBe(12_300)
  const film = await app.page.evaluate(
    async data => {
      const decoder = new ImageDecoder({ type: 'image/gif', data: Uint8Array.from(data) })
      await decoder.tracks.ready
      const frameCount = decoder.tracks.selectedTrack?.frameCount ?? 0
      const sums: number[] = []
      let microseconds = 0
      for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
        const { image } = await decoder.decode({ frameIndex })
        microseconds += image.duration ?? 0
        const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight)
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
        let sum = 0
        for (let i = 0; i < pixels.length; i++) sum = (sum + pixels[i]! * (i % 8191)) % 0x7fff_ffff
        sums.push(sum)
        image.close()
      }
      return { frameCount, microseconds, different: new Set(sums).size }
    },
    [...bytes],
  )
  expect(film.frameCount).toBe(67)
  expect(film.microseconds).toBe(67 * 60_000)
  expect(film.different).toBeGreaterThan(60)
})

test('a clip that is stopped leaves everything as it was', async ({ app, exportDialog }) => {
  await exportDialog.button('Clip').click()
  await expect(exportDialog.made).toBeVisible()
  await exportDialog.root.getByRole('button', { name: 'Stop' }).click()
  await expect(exportDialog.made).toHaveCount(0)
  await expect(exportDialog.button('Clip')).toBeEnabled()
  expect(
    await app.page.evaluate(() => (window as unknown as { meshscope: { nowMs(): number } }).meshscope.nowMs()),
  ).toBe(12_300)
})

test('axe finds nothing in the dialog', async ({ app }) => {
  expect(await violationsOf(app.page)).toEqual([])
})

test('on paper stand the picture, its problems and the text, on white', async ({ app, exportDialog, stage }) => {
  const headline = await stage.headline.innerText()
  await app.page.keyboard.press('Escape')
  await expect(exportDialog.root).toHaveCount(0)
  await app.page.emulateMedia({ media: 'print' })
  await app.page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const paper = app.page.getByTestId('paper')
  await expect(paper.locator('svg')).toBeVisible()
  await expect(paper.locator('svg')).toContainText(headline)
  await expect(paper).toContainText('No DestinationRule defines subset v3')
  await expect(paper).toContainText('subset: v3')
  await expect(paper).toContainText(/\n\s*130 /)
  await expect(stage.root).toBeHidden()
  const ground = await app.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(ground).toBe('rgb(255, 255, 255)')
  await app.page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await app.page.emulateMedia({ media: 'screen' })
  await expect(paper).toHaveCount(0)
  await expect(stage.root).toBeVisible()
})

/** What the browser makes of an image file. */
async function look(page: Page, bytes: Buffer, type: string) {
  return page.evaluate(
    async ([data, kind]) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(data)], { type: kind }))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no 2d context')
      context.drawImage(image, 0, 0)
      const pixels = context.getImageData(0, 0, image.width, image.height).data
      const colours = new Set<number>()
      let dark = 0
      for (let at = 0; at < pixels.length; at += 4) {
        const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
        colours.add((red << 16) | (green << 8) | blue)
        if (red + green + blue < 120) dark++
      }
      return { width: image.width, height: image.height, corner: [...pixels.slice(0, 4)], colours: colours.size, dark }
    },
    [[...bytes], type] as const,
  )
}

/** One caller, and so many hosts with a rule each. */
const manyHosts = (hosts: readonly string[]): string =>
  hosts
    .map(
      host => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${host} }
spec:
  hosts: [${host}]
  http:
    - route:
        - destination: { host: ${host} }
`,
    )
    .join('---\n')

/** Words of a file's picture, where they stand, and which of them its window cuts. */
async function shownIn(page: Page, bytes: Buffer) {
  return page.evaluate(text => {
    const host = document.createElement('div')
    host.innerHTML = text
    document.body.append(host)
    const svg = host.querySelector('svg')!
    const window = svg.querySelector<SVGRectElement>('clipPath rect')!
    const picture = svg.querySelector<SVGGElement>('g[clip-path]')!
    const matrix = picture.getScreenCTM()!
    const { x, y, width, height } = window.getBBox()
    const from = new DOMPoint(x, y).matrixTransform(matrix)
    const to = new DOMPoint(x + width, y + height).matrixTransform(matrix)
    const words = [...picture.querySelectorAll('text')].filter(each => each.textContent.trim() !== '')
    const cut = words.filter(each => {
      const box = each.getBoundingClientRect()
      return box.left < from.x || box.top < from.y || box.right > to.x || box.bottom > to.y
    })
    const found = {
      height: svg.height.baseVal.value,
      words: words.map(each => each.textContent),
      cut: cut.map(each => each.textContent),
      places: words
        .map(each => `${each.textContent} ${each.getAttribute('x') ?? ''} ${each.getAttribute('y') ?? ''}`)
        .filter(each => !/^[\d,.]+ /.test(each)),
    }
    host.remove()
    return found
  }, bytes.toString('utf8'))
}

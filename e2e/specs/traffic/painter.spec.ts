import type { App } from '../../regions/App.ts'
import type { EditorPane } from '../../regions/EditorPane.ts'
import type { StagePane } from '../../regions/StagePane.ts'
import type { Timeline } from '../../regions/Timeline.ts'
import { expect, test } from '../../fixtures.ts'
import {
  ANY_GL,
  HELD,
  ONE_AT_A_TIME,
  PAINTER,
  colourOf,
  differing,
  inPainter,
  onlyParticle,
  painted,
  painterOf,
  pixelAt,
  seen,
} from './painting.ts'
import type { Pixels } from './painting.ts'

/** A particle has some sixty pixels. */
const FEW = 30

interface Regions {
  readonly app: App
  readonly editor: EditorPane
  readonly stage: StagePane
  readonly timeline: Timeline
}

/** The one particle, half way to where it goes, time standing still. */
async function showOne({ app, editor, stage, timeline }: Regions) {
  await editor.ready()
  await editor.setText(ONE_AT_A_TIME)
  await expect(stage.headline).toContainText(/request/)
  await timeline.pause.click()
  await expect.poll(async () => (await app.sceneAt(500)).particles.length).toBe(1)
  await stage.stillFingerprint()
  const picture = app.page.getByTestId('graph-pane')
  const place = await onlyParticle(picture)
  if (!place) throw new Error('The pointer finds no particle.')
  return { picture, place }
}

/** It is seen where the pointer finds it, in its colour, painted so. */
async function expectSeen(regions: Regions, by: 'stamps' | 'page'): Promise<void> {
  await expect(regions.stage.particles).toHaveAttribute('data-painter', by)
  const { picture, place } = await showOne(regions)
  expect(pixelAt(await seen(picture), place.x, place.y)).toEqual(await colourOf(regions.app.page, '--ok'))
}

/** The first example at one moment, zoomed, one request followed: shapes, those that sink, a ring and words. */
async function showMany({ app, editor, stage, timeline }: Regions, by: string): Promise<Pixels> {
  await expect(stage.particles).toHaveAttribute('data-painter', by)
  await editor.ready()
  await timeline.pause.click()
  await app.sceneAt(4600)
  await app.page.getByRole('button', { name: 'Trace the latest loss' }).click()
  await app.page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(stage.root.locator('g[transform$="scale(1.25)"]')).toHaveCount(2)
  await stage.stillFingerprint()
  return painted(stage.canvas)
}

test('particles are painted by a worker: the page cannot even paint there', async ({
  app,
  editor,
  stage,
  timeline,
}) => {
  await expectSeen({ app, editor, stage, timeline }, 'stamps')
  await painterOf(app.page)
  const own = await stage.canvas.evaluate((canvas: HTMLCanvasElement) => {
    try {
      return canvas.getContext('2d') ? 'a context' : 'none'
    } catch (error) {
      return (error as Error).name
    }
  })
  expect(own).toBe('InvalidStateError')
})

test('what a worker paints follows the theme and the window', async ({ app, editor, stage, timeline }) => {
  const { page } = app
  await expectSeen({ app, editor, stage, timeline }, 'stamps')
  const light = await colourOf(page, '--ok')
  await page.getByRole('button', { name: 'Dark theme' }).click()
  const dark = await colourOf(page, '--ok')
  expect(dark).not.toEqual(light)
  const picture = page.getByTestId('graph-pane')
  const colourThere = async () => {
    const place = await onlyParticle(picture)
    return place && pixelAt(await seen(picture), place.x, place.y)
  }
  await expect.poll(colourThere).toEqual(dark)
  await page.setViewportSize({ width: 1240, height: 700 })
  await expect.poll(colourThere).toEqual(dark)
  // Not stretched: as large as what it is seen in.
  const { width, height } = (await picture.boundingBox()) ?? {}
  await expect.poll(() => stage.canvas.boundingBox()).toMatchObject({ width, height })
  expect(await stage.canvas.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(width)
})

test('GL and stamps give the same picture, also zoomed and with words; what GL loses stamps go on with', async ({
  app,
  editor,
  stage,
  timeline,
}) => {
  const { page } = app
  const stamps = await showMany({ app, editor, stage, timeline }, 'stamps')

  await inPainter(page, ANY_GL)
  await app.reload()
  const gl = await showMany({ app, editor, stage, timeline }, 'gl')
  // Halos are mixed by other roundings, and a place between two quarters of a pixel may count as either.
  expect(differing(gl, stamps, 8)).toBeLessThan(FEW)
  const { lit } = await stage.particleFingerprint()
  expect(lit).toBeGreaterThan(1000)

  const painter = await painterOf(page)
  await painter.evaluate(() => {
    const { contexts } = self as unknown as { readonly contexts: readonly WebGL2RenderingContext[] }
    for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(stage.particles).toHaveAttribute('data-painter', 'stamps')
  await expect(stage.particles.locator('canvas')).toHaveCount(2)
  await expect.poll(async () => differing(await painted(stage.canvas), stamps, 8)).toBeLessThan(FEW)
  await app.sceneAt(5200)
  await expect.poll(async () => differing(await painted(stage.canvas), stamps, 8)).toBeGreaterThan(1000)
})

test('where the worker is behind, what it has painted goes with the lanes', async ({
  app,
  editor,
  stage,
  timeline,
}) => {
  const { page } = app
  await inPainter(page, HELD)
  await app.reload()
  const { picture, place } = await showOne({ app, editor, stage, timeline })
  const ok = await colourOf(page, '--ok')
  const before = await seen(picture)
  expect(pixelAt(before, place.x, place.y)).toEqual(ok)

  const painter = await painterOf(page)
  await painter.evaluate(() => Object.assign(self, { isHeld: true }))
  const { x = 0, y = 0, height = 0 } = (await picture.boundingBox()) ?? {}
  const [fromX, fromY] = [x + 30, y + height - 120]
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move(fromX + 40, fromY - 25, { steps: 5 })
  const behind = await seen(picture)
  expect(pixelAt(behind, place.x + 40, place.y - 25)).toEqual(ok)
  expect(pixelAt(behind, place.x, place.y)).not.toEqual(ok)

  // And once it has caught up all stands there too, painted anew.
  await painter.evaluate(() => (self as unknown as { goOn(): void }).goOn())
  await expect(stage.canvas).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 0, 0)')
  await page.mouse.up()
  expect(differing(await seen(picture), behind, 8)).toBeLessThan(20)
})

test('without canvases for workers the page paints, and nobody sees a difference', async ({
  page,
  app,
  editor,
  stage,
  timeline,
}) => {
  const elsewhere = await showMany({ app, editor, stage, timeline }, 'stamps')
  await page.addInitScript(() => Reflect.deleteProperty(window, 'OffscreenCanvas'))
  await app.reload()
  expect(differing(await showMany({ app, editor, stage, timeline }, 'page'), elsewhere, 8)).toBeLessThan(FEW)
  expect((await stage.particleFingerprint()).lit).toBeGreaterThan(1000)
  expect(page.workers().some(worker => PAINTER.test(worker.url()))).toBe(false)
})

test('a worker that fails is no loss: the page paints', async ({ page, app, editor, stage, timeline }) => {
  await inPainter(
    page,
    'self.addEventListener("message", ({ data }) => { if (data.kind === "frame") throw new Error("broken") });',
  )
  await app.reload()
  await expectSeen({ app, editor, stage, timeline }, 'page')
  await expect(stage.particles.locator('canvas')).toHaveCount(1)
})

import { centred, revealed, within } from './camera.ts'
import { expect, test } from 'vitest'
import {
  clampZoom,
  contentBounds,
  fit,
  HOME,
  isInView,
  opening,
  scrolled,
  toScreen,
  toStage,
  windowAround,
  windowOn,
  zoomAbout,
} from './camera.ts'
import { LANE_AND_HOLE } from './testing/draw.ts'

const NONE = { top: 0, right: 0, bottom: 0, left: 0 }
const VIEWPORT = { width: 800, height: 600 }

test('screen and stage are each other’s inverse', () => {
  const camera = { x: 30, y: -20, k: 1.5 }
  expect(toScreen(camera, { x: 10, y: 10 })).toEqual({ x: 45, y: -5 })
  expect(toStage(camera, { x: 45, y: -5 })).toEqual({ x: 10, y: 10 })
})

test('what is under the pointer stays there while zooming', () => {
  const camera = { x: 30, y: -20, k: 1.5 }
  const pointer = { x: 200, y: 100 }
  const zoomed = zoomAbout(camera, pointer, 1.6)
  expect(zoomed.k).toBeCloseTo(2.4)
  const under = toScreen(zoomed, toStage(camera, pointer))
  expect([under.x, under.y]).toEqual([expect.closeTo(200), expect.closeTo(100)])
})

test.each([
  [0.1, 0.4],
  [0.4, 0.4],
  [1, 1],
  [9, 3],
])('a zoom of %d becomes %d', (asked, got) => {
  expect(clampZoom(asked)).toBe(got)
})

test('what fits as it stands is left as it stands', () => {
  expect(fit({ x: 20, y: 120, width: 700, height: 400 }, VIEWPORT, { ...NONE, top: 100 })).toBe(HOME)
})

test('where there is much room all is larger, in its middle, up to a limit; for little nothing moves', () => {
  // 800 × 600, 100 of it kept free at the top: 800 / 500 = 1.6 and 500 / 250 = 2.
  const insets = { ...NONE, top: 100 }
  const box = { x: 100, y: 120, width: 500, height: 250 }
  const larger = fit(box, VIEWPORT, insets, { most: 1.75 })
  expect(larger.k).toBe(1.6)
  expect(toScreen(larger, { x: 100, y: 120 })).toEqual({ x: 0, y: 100 + (500 - 400) / 2 })
  expect(fit({ ...box, width: 300 }, VIEWPORT, insets, { most: 1.75 }).k).toBe(1.75)
  expect(fit({ ...box, width: 700 }, VIEWPORT, insets, { most: 1.75 })).toBe(HOME)
  expect(fit(box, VIEWPORT, insets)).toBe(HOME)
})

test('what is too wide is made smaller and centred in the free room', () => {
  const box = { x: 0, y: 0, width: 1600, height: 400 }
  const insets = { ...NONE, top: 100 }
  const camera = fit(box, VIEWPORT, insets)
  expect(camera).toEqual({ k: 0.5, x: 0, y: 100 + (500 - 200) / 2 })
  expect(isInView(camera, box, VIEWPORT, insets)).toBe(true)
})

test('under the least zoom the start of the picture stays in view', () => {
  const camera = fit({ x: 50, y: 40, width: 4000, height: 300 }, VIEWPORT, NONE, { least: 0.7 })
  expect(camera.k).toBe(0.7)
  expect(toScreen(camera, { x: 50, y: 40 }).x).toBeCloseTo(0)
})

test('a box half outside is not in view', () => {
  expect(isInView(HOME, { x: 750, y: 0, width: 100, height: 10 }, VIEWPORT, NONE)).toBe(false)
})

test('bounds are those of all boxes, or of the window where there are none', () => {
  expect(contentBounds(LANE_AND_HOLE)).toEqual({ x: 100, y: -44, width: 88, height: 88 })
  expect(contentBounds({ ...LANE_AND_HOLE, boxes: new Map() })).toEqual({ x: 0, y: 0, width: 400, height: 300 })
})

test('what would be too small to read opens at its full width, from the top', () => {
  const long = { x: 0, y: 50, width: 700, height: 3000 }
  expect(opening(long, VIEWPORT, { ...NONE, top: 100 }, { least: 0.7 })).toEqual({ k: 1, x: 0, y: 50 })
  expect(opening({ ...long, height: 600 }, VIEWPORT, NONE, { least: 0.7 }).k).toBe(1)
  expect(opening({ ...long, height: 750 }, VIEWPORT, NONE, { least: 0.7 }).k).toBeCloseTo(0.8)
})

test('scrolling ends at the picture’s edges and does not move what fits', () => {
  const long = { x: 0, y: 0, width: 700, height: 1000 }
  const by = (y: number) => scrolled(HOME, { x: 50, y }, long, VIEWPORT, NONE)
  expect(by(-100)).toEqual({ k: 1, x: 0, y: -100 })
  expect(by(-900).y).toBe(-400)
  expect(by(80).y).toBe(0)
})

test('a large picture is never moved away from its edges', () => {
  const long = { x: 0, y: 0, width: 700, height: 1000 }
  expect(within({ k: 1, x: 30, y: -900 }, long, VIEWPORT, NONE)).toEqual({ k: 1, x: 30, y: -400 })
  expect(within({ k: 1, x: 0, y: -200 }, long, VIEWPORT, NONE).y).toBe(-200)
  expect(within({ k: 1, x: 0, y: 50 }, long, VIEWPORT, NONE).y).toBe(0)
})

test('what is out of view comes to the middle without a zoom; along an axis where it is in view nothing moves', () => {
  const insets = { top: 100, right: 0, bottom: 0, left: 0 }
  const viewport = { width: 800, height: 500 }
  const camera = { x: 0, y: 0, k: 0.5 }
  // On screen it spans 100 to 150 across and 1,000 to 1,050 down; the middle of the free room is 300.
  expect(centred(camera, { x: 200, y: 2000, width: 100, height: 100 }, viewport, insets)).toEqual({
    x: 0,
    y: -725,
    k: 0.5,
  })
})

test('what is out of view is brought just in, with a little room around it; of what is too large the start', () => {
  const insets = { top: 100, right: 0, bottom: 0, left: 0 }
  const viewport = { width: 800, height: 500 }
  const below = { x: 200, y: 600, width: 100, height: 100 }
  // It ends at 700, and 12 above the window's end is 488.
  expect(revealed({ x: 0, y: 0, k: 1 }, below, viewport, insets)).toEqual({ x: 0, y: -212, k: 1 })
  // It starts at 50, and 12 below the headline is 112.
  expect(revealed({ x: 0, y: -550, k: 1 }, below, viewport, insets)).toEqual({ x: 0, y: -488, k: 1 })
  expect(revealed({ x: 0, y: 0, k: 1 }, { ...below, height: 900 }, viewport, insets).y).toBe(-488)
})

test('for a room it is drawn so many times its size, however little that is', () => {
  const box = { x: 20, y: 90, width: 600, height: 300 }
  expect(fit(box, VIEWPORT, NONE, { most: 1.1 }).k).toBe(1)
  const camera = fit(box, VIEWPORT, NONE, { most: 1.1, worth: 0 })
  expect(camera.k).toBe(1.1)
  expect(isInView(camera, box, VIEWPORT, NONE)).toBe(true)
  expect(fit(box, { width: 300, height: 600 }, NONE, { most: 1.1, worth: 0 }).k).toBe(0.5)
})

test('the window on the content is what shows of it, with a little room around it', () => {
  const insets = { top: 100, right: 10, bottom: 50, left: 10 }
  const content = { x: 50, y: 120, width: 400, height: 200 }
  expect(windowOn({ x: 0, y: 0, k: 1 }, content, { width: 1000, height: 800 }, insets)).toEqual({
    x: 38,
    y: 108,
    width: 424,
    height: 224,
  })
  // Twice as large and moved left: from (110 + 10) / 2 on, as wide as 980 / 2 lets it.
  expect(windowOn({ x: -110, y: 0, k: 2 }, content, { width: 600, height: 400 }, insets)).toEqual({
    x: 60,
    y: 108,
    width: 290,
    height: 67,
  })
  // All of it: the same room on every side, wherever the camera stands.
  expect(windowAround(content)).toEqual({ x: 38, y: 108, width: 424, height: 224 })
})

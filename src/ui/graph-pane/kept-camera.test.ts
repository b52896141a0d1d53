import { expect, test } from 'vitest'
import type { Box, Positions } from '../../layout/index.ts'
import type { Stage } from '../../scene/index.ts'
import { holdAfter, keptCamera } from './kept-camera.ts'
import type { Placed } from './kept-camera.ts'

/** Each 100 wide and 40 high, at these heights. */
function at(heights: Readonly<Record<string, number>>, more: Partial<Positions> = {}): Positions {
  const boxes = new Map<string, Box>(
    Object.entries(heights).map(([id, y]) => [id, { x: 0, y, width: 100, height: 40 }]),
  )
  const nothing = { lanes: new Map(), pills: new Map(), ports: [] }
  return { ...nothing, boxes, size: { width: 100, height: 2000 }, podView: false, orientation: 'across', ...more }
}
const stageOf = (proxy: string) => ({ proxy }) as unknown as Stage
const BEFORE: Placed = { stage: stageOf('web.default'), target: at({}), opened: 1, scale: undefined }

test('a camera that was led to a hole stays over an edit, one that stands as it opened goes on doing so', () => {
  const edited = { ...BEFORE, stage: stageOf('web.default') }
  expect(holdAfter('led', BEFORE, edited)).toBe('kept')
  expect(holdAfter('kept', BEFORE, edited)).toBe('kept')
  expect(holdAfter('by hand', BEFORE, edited)).toBe('by hand')
  expect(holdAfter('opened', BEFORE, edited)).toBe('opened')
  expect(holdAfter('fitted', BEFORE, edited)).toBe('fitted')
})

test('the window gets its size in steps: a camera on its way to a hole looks for it again', () => {
  expect(holdAfter('led', BEFORE, { ...BEFORE, target: at({}) })).toBe('led')
})

test.each<[string, Partial<Placed>]>([
  ['another text', { opened: 2 }],
  ['another caller', { stage: stageOf('cart.default') }],
  ['pods', { target: at({}, { podView: true }) }],
  ['a phone’s picture', { target: at({}, { orientation: 'down' }) }],
  ['a room’s', { scale: 1.5 }],
])('%s opens anew, wherever the camera was', (_, change) => {
  expect(holdAfter('by hand', BEFORE, { ...BEFORE, ...change })).toBe('opened')
  expect(holdAfter('kept', BEFORE, { ...BEFORE, ...change })).toBe('opened')
})

/** Of the stage 900 to 1300 at its own size. */
const WINDOW = {
  camera: { x: 0, y: -900, k: 1 },
  size: { width: 400, height: 400 },
  insets: { top: 0, right: 0, bottom: 0, left: 0 },
}

test('what is wanted and in view has its place on the screen after the edit', () => {
  const before = at({ top: 0, row: 1000, other: 1100, end: 1960 })
  const after = at({ top: 0, row: 1030, other: 1170, end: 2030 })
  expect(keptCamera(WINDOW, before, after, ['end', 'row'])).toEqual({ x: 0, y: -930, k: 1 })
  expect(keptCamera(WINDOW, before, after, ['other'])).toEqual({ x: 0, y: -970, k: 1 })
})

test('a hole that is closed: what stood nearest to it stays; without any, what is nearest to the middle', () => {
  const before = at({ top: 0, row: 1000, hole: 1200, near: 1150, end: 1960 })
  const after = at({ top: 0, row: 990, near: 1120, end: 1960 })
  expect(keptCamera(WINDOW, before, after, ['hole'])).toEqual({ x: 0, y: -870, k: 1 })
  expect(keptCamera(WINDOW, before, after, [])).toEqual({ x: 0, y: -870, k: 1 })
})

test('zoomed, the way on the screen is as much longer', () => {
  const zoomed = { ...WINDOW, camera: { x: 0, y: -2000, k: 2 } }
  const moved = keptCamera(zoomed, at({ top: 0, row: 1050, end: 1960 }), at({ top: 0, row: 1060, end: 1970 }), [])
  expect(moved).toEqual({ x: 0, y: -2020, k: 2 })
})

test('no empty room under a picture that has become shorter; the hand may leave it', () => {
  const before = at({ top: 0, row: 1000, end: 1960 })
  const after = at({ top: 0, row: 1000, end: 1100 })
  expect(keptCamera(WINDOW, before, after, [])).toEqual({ x: 0, y: -740, k: 1 })
  const beyond = { ...WINDOW, camera: { x: 0, y: -1800, k: 1 } }
  expect(keptCamera(beyond, before, at({ top: 0, row: 1000, end: 1900 }), [])).toEqual({ x: 0, y: -1740, k: 1 })
})

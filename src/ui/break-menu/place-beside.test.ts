import { expect, test } from 'vitest'
import { placeBeside } from './place-beside.ts'

const MENU = { width: 240, height: 200 }
const SCREEN = { width: 1000, height: 800 }
const dot = (x: number, y: number) => ({ x, y, width: 20, height: 20 })

test.each([
  ['to the right', dot(100, 100), SCREEN, { left: 128, top: 92 }],
  ['to the left, where the right has no room', dot(900, 100), SCREEN, { left: 652, top: 92 }],
  ['not over the lower edge', dot(100, 780), SCREEN, { left: 128, top: 588 }],
  ['not over the upper edge', dot(100, 0), SCREEN, { left: 128, top: 12 }],
  ['below on a phone', dot(180, 100), { width: 390, height: 844 }, { left: 138, top: 128 }],
  ['above at a phone’s end', dot(180, 800), { width: 390, height: 844 }, { left: 138, top: 592 }],
])('%s', (_, at, screen, place) => {
  expect(placeBeside(at, MENU, screen)).toEqual(place)
})

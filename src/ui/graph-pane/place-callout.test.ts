import { expect, test } from 'vitest'
import { placeCallout } from './place-callout.ts'

const picture = { width: 700, height: 600 }
const room = { picture, window: picture }
const callout = { width: 200, height: 52 }
const bare = { holes: [], pills: [] }

test('stands beneath the middle of the card', () => {
  expect(placeCallout({ x: 100, y: 50, width: 180, height: 200 }, callout, room, bare)).toEqual({
    x: 90,
    y: 272,
    stem: [
      { x: 190, y: 250 },
      { x: 190, y: 272 },
    ],
  })
})

test('never leaves the picture at a side', () => {
  expect(placeCallout({ x: 4, y: 50, width: 100, height: 80 }, callout, room, bare).x).toBe(8)
  expect(placeCallout({ x: 590, y: 50, width: 100, height: 80 }, callout, room, bare).x).toBe(492)
})

test('stands above where there is no room beneath, beneath the picture where there is none at all', () => {
  expect(placeCallout({ x: 100, y: 300, width: 180, height: 250 }, callout, room, bare)).toEqual({
    x: 90,
    y: 226,
    stem: [
      { x: 190, y: 300 },
      { x: 190, y: 278 },
    ],
  })
  expect(placeCallout({ x: 20, y: 20, width: 660, height: 560 }, callout, room, bare).y).toBe(602)
})

test('covers no hole: beneath, above, right, left', () => {
  const card = { x: 260, y: 250, width: 180, height: 100 }
  const beneath = { x: 200, y: 380, width: 300, height: 90 }
  const above = { x: 200, y: 100, width: 300, height: 90 }
  const right = { x: 450, y: 280, width: 90, height: 90 }
  const at = (...holes: (typeof card)[]) => placeCallout(card, callout, room, { ...bare, holes })
  expect(at()).toMatchObject({ x: 250, y: 372 })
  expect(at(beneath)).toMatchObject({ x: 250, y: 176 })
  expect(at(beneath, above)).toEqual({
    x: 462,
    y: 274,
    stem: [
      { x: 440, y: 300 },
      { x: 462, y: 300 },
    ],
  })
  expect(at(beneath, above, right)).toEqual({
    x: 38,
    y: 274,
    stem: [
      { x: 260, y: 300 },
      { x: 238, y: 300 },
    ],
  })
})

test('moves along the edge for a hole that is in the way of one end, or for a pill', () => {
  const card = { x: 260, y: 250, width: 180, height: 100 }
  const inTheWay = { x: 430, y: 380, width: 90, height: 90 }
  // From 332, 18 before the middle, to 350 + 18.
  expect(placeCallout(card, callout, room, { ...bare, holes: [inTheWay] })).toMatchObject({ x: 168, y: 372 })
  expect(placeCallout(card, callout, room, { ...bare, pills: [inTheWay] })).toMatchObject({ x: 168, y: 372 })
})

test('rather covers a pill than a hole', () => {
  const card = { x: 8, y: 150, width: 684, height: 200 }
  const above = { x: 0, y: 0, width: 700, height: 140 }
  const beneath = { x: 0, y: 360, width: 700, height: 240 }
  const at = (hole: typeof card, pill: typeof card) =>
    placeCallout(card, callout, room, { holes: [hole], pills: [pill] }).y
  expect(at(beneath, above)).toBe(76)
  expect(at(above, beneath)).toBe(372)
})

test('stands beside the card where a low window cannot show it beneath', () => {
  const card = { x: 100, y: 50, width: 180, height: 200 }
  const at = (width: number, height: number) =>
    placeCallout(card, callout, { picture, window: { width, height } }, bare)
  // Beneath both take 200 + 22 + 52, beside 180 + 22 + 200.
  expect(at(300, 274)).toMatchObject({ x: 90, y: 272 })
  expect(at(402, 273)).toMatchObject({ x: 302, y: 124 })
  expect(at(401, 273)).toMatchObject({ x: 90, y: 272 })
})

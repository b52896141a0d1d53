import { expect, test } from 'vitest'
import { placeCallout } from './place-callout.ts'

const picture = { width: 700, height: 600 }
const callout = { width: 200, height: 52 }

test('stands beneath the middle of the card', () => {
  expect(placeCallout({ x: 100, y: 50, width: 180, height: 200 }, callout, picture)).toEqual({
    x: 90,
    y: 272,
    stemX: 190,
    stemFrom: 250,
    stemTo: 272,
  })
})

test('never leaves the picture at a side', () => {
  expect(placeCallout({ x: 4, y: 50, width: 100, height: 80 }, callout, picture).x).toBe(8)
  expect(placeCallout({ x: 590, y: 50, width: 100, height: 80 }, callout, picture).x).toBe(492)
})

test('stands above where there is no room beneath, but not out of the picture', () => {
  expect(placeCallout({ x: 100, y: 300, width: 180, height: 250 }, callout, picture)).toMatchObject({
    y: 226,
    stemFrom: 278,
    stemTo: 300,
  })
  expect(placeCallout({ x: 100, y: 20, width: 180, height: 560 }, callout, picture).y).toBe(602)
})

import { expect, test } from 'vitest'
import { placeNote } from './place-note.ts'

const NOTE = { width: 200, height: 60 }
const size = { width: 1000, height: 600 }
const upper = { x: 700, y: 100, width: 250, height: 70 }
const lower = { x: 700, y: 183, width: 250, height: 70 }

test('a note stands beneath what it is about, its right edges in line', () => {
  expect(placeNote(lower, NOTE, { solid: [upper, lower], size })).toEqual({ x: 750, y: 261 })
})

test('where a card is beneath it, it stands under the column; with room beside it', () => {
  expect(placeNote(upper, NOTE, { solid: [upper, lower], size })).toEqual({ x: 750, y: 261 })
  expect(placeNote(upper, NOTE, { solid: [upper, lower], size: { ...size, width: 1200 } })).toEqual({ x: 958, y: 100 })
})

test('where the picture ends under the column, it stands above, or to the left', () => {
  const low = { ...size, height: 280 }
  expect(placeNote(upper, NOTE, { solid: [upper, lower], size: low })).toEqual({ x: 750, y: 32 })
  const head = { ...upper, y: 0, height: 90 }
  expect(placeNote(upper, NOTE, { solid: [head, upper, lower], size: low })).toEqual({ x: 492, y: 100 })
})

test('it never begins left of the picture, and covers something where nothing is free', () => {
  const narrow = { x: 16, y: 10, width: 100, height: 62 }
  expect(placeNote(narrow, NOTE, { solid: [narrow], size: { width: 300, height: 400 } })).toEqual({ x: 0, y: 80 })
  const wall = { x: 0, y: 0, ...size }
  expect(placeNote(upper, NOTE, { solid: [wall], size })).toEqual({ x: 750, y: 178 })
})

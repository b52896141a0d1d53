import { expect, test } from 'vitest'
import { drawn } from '../testing/draw.ts'
import { isPlain, stampParticles } from './stamp-particles.ts'
import type { Stamp } from './stamp-particles.ts'

const RED = 0xff0000ff
const HALF_BLUE = 0x80ff0000
const dot = (colour: number): Stamp => ({ size: 1, pixels: Uint32Array.of(colour) })
const sheetOf = (width: number, height: number) => ({ width, height, pixels: new Uint32Array(width * height).fill(7) })
const AS_IS = { k: 1, x: 0, y: 0 }

test('a sheet without particles is clear', () => {
  const sheet = sheetOf(2, 2)
  stampParticles(sheet, [], AS_IS, () => dot(RED))
  expect([...sheet.pixels]).toEqual([0, 0, 0, 0])
})

test('a particle is stamped where the camera shows it', () => {
  const sheet = sheetOf(8, 8)
  stampParticles(sheet, [drawn({ x: 2, y: 1 })], { k: 2, x: 1, y: 3 }, () => dot(RED))
  // 2 × 2 + 1 across, 2 × 1 + 3 down.
  expect(sheet.pixels.indexOf(RED)).toBe(5 * 8 + 5)
  expect(sheet.pixels.filter(pixel => pixel !== 0)).toHaveLength(1)
})

test('between two pixels it has the stamp of that quarter', () => {
  const asked: number[][] = []
  stampParticles(sheetOf(4, 4), [drawn({ x: 1.3, y: 2.74 })], AS_IS, (_, x, y) => {
    asked.push([x, y])
    return dot(RED)
  })
  expect(asked).toEqual([[1, 3]])
})

test('what reaches over an edge is cut there', () => {
  const sheet = sheetOf(3, 3)
  stampParticles(sheet, [drawn({ x: 0, y: 2 }), drawn({ x: 90, y: -50 })], AS_IS, () => ({
    size: 3,
    pixels: new Uint32Array(9).fill(RED),
  }))
  expect([...sheet.pixels]).toEqual([0, 0, 0, RED, RED, 0, RED, RED, 0])
})

test('a later one lies over an earlier one, and lets it through where it is half there', () => {
  const sheet = sheetOf(1, 1)
  const at = { x: 0, y: 0 }
  stampParticles(sheet, [drawn({ ...at, look: 'alive' }), drawn({ ...at, look: 'nowhere' })], AS_IS, look =>
    dot(look === 'alive' ? RED : HALF_BLUE),
  )
  // 255 × 127/255 of red, 255 × 128/255 of blue, nothing seen through.
  expect(sheet.pixels[0]?.toString(16)).toBe('ff80007f')
})

test('one that is dimmed is as clear as it is dimmed', () => {
  const sheet = sheetOf(1, 1)
  stampParticles(sheet, [drawn({ x: 0, y: 0, opacity: 0.35 })], AS_IS, () => dot(RED))
  // 255 × 0.35 = 89.25
  expect(sheet.pixels[0]?.toString(16)).toBe('590000ff')
})

test('rings, numbers, those that sink and the followed one are no stamps', () => {
  const wait = { closed: 0.5, secondsLeft: 1, crowd: 1, beside: false }
  const all = [drawn(), drawn({ wait }), drawn({ attempt: 2 }), drawn({ scale: 0.5 }), drawn({ focused: true })]
  expect(all.map(isPlain)).toEqual([true, false, false, false, false])
})

import { expect, test } from 'vitest'
import type { Mark } from '../drawn.ts'
import { drawn } from '../testing/draw.ts'
import { packFrame, unpackFrame } from './frame.ts'
import { stampParticles } from './stamp-particles.ts'
import { PHASES } from './stamp-picture.ts'
import { dimmed, hardened, stampAt } from './stamp.ts'
import type { Stamp } from './stamp.ts'

const RED = 0xff_00_00_ff
const HALF_BLUE = 0x80_ff_00_00
const AS_IS = { k: 1, x: 0, y: 0 }

/** As frames have them. */
const plain = (...marks: readonly Mark[]) => unpackFrame(packFrame(marks, new ArrayBuffer(0))).plain

/** A square of one colour around its middle. */
function square(colour: number, reach: number, sheet: { readonly width: number }): Stamp {
  const size = 2 * reach + 1
  return stampAt(new Int32Array(size * size).fill(colour), size, { x: 0, y: 0, reach }, sheet.width)
}

/** That many visible pixels, around them the margin for stamps that reach so far; dirty from the frame before. */
function sheetOf(width: number, height: number, reach = 0) {
  const margin = 2 * reach
  const [all, high] = [width + 2 * margin, height + 2 * margin]
  return { width: all, height: high, margin, pixels: new Int32Array(all * high).fill(7) }
}

const visible = ({ width, height, margin, pixels }: ReturnType<typeof sheetOf>): readonly number[] =>
  [...pixels].flatMap((pixel, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    return x >= margin && x < width - margin && y >= margin && y < height - margin ? [pixel >>> 0] : []
  })

/** Whichever quarter of a pixel. */
const everywhere = (stamp: Stamp) => () => new Array<Stamp>(PHASES * PHASES).fill(stamp)

test('a sheet without particles is clear', () => {
  const sheet = sheetOf(2, 2)
  stampParticles(sheet, plain(), AS_IS, () => [])
  expect([...sheet.pixels]).toEqual([0, 0, 0, 0])
})

test('only dirty rows are cleared, and it is told which rows are dirty then', () => {
  const sheet = sheetOf(3, 9, 1)
  const two = [drawn({ x: 1, y: 2 }), drawn({ x: 1, y: 5 })]
  const rows = stampParticles(sheet, plain(...two), AS_IS, everywhere(square(RED, 1, sheet)), { from: 0, until: 4 })
  // Two of margin; a stamp reaches one row up and down.
  expect(rows).toEqual({ from: 2 + 2 - 1, until: 2 + 5 + 1 + 1 })
  const rowsOfSevens = [...sheet.pixels].flatMap((pixel, i) => (pixel === 7 ? Math.floor(i / sheet.width) : []))
  expect(new Set(rowsOfSevens)).toEqual(new Set([4, 5, 6, 7, 8, 9, 10, 11, 12]))
  expect(stampParticles(sheet, plain(), AS_IS, () => [])).toEqual({ from: 0, until: 0 })
})

test('a particle is stamped where the camera shows it', () => {
  const sheet = sheetOf(8, 8)
  stampParticles(sheet, plain(drawn({ x: 2, y: 1 })), { k: 2, x: 1, y: 3 }, everywhere(square(RED, 0, sheet)))
  // 2 × 2 + 1 across, 2 × 1 + 3 down.
  expect(visible(sheet).indexOf(RED)).toBe(5 * 8 + 5)
  expect(sheet.pixels.filter(pixel => pixel !== 0)).toHaveLength(1)
})

test('between two pixels it has the stamp of that quarter', () => {
  const sheet = sheetOf(4, 4)
  const quarters = Array.from({ length: PHASES * PHASES }, (_, i) => square(0xff_00_00_00 | i, 0, sheet))
  stampParticles(sheet, plain(drawn({ x: 1.3, y: 2.74 })), AS_IS, () => quarters)
  // A quarter right of 1, three quarters below 2.
  expect(sheet.pixels[2 * 4 + 1]).toBe(0xff_00_00_00 | (3 * PHASES + 1))
})

test('what reaches over an edge is cut there', () => {
  const sheet = sheetOf(3, 3, 1)
  const far = [drawn({ x: 90, y: -50 }), drawn({ x: Number.NaN }), drawn({ x: 2 ** 33 })]
  stampParticles(
    sheet,
    plain(drawn({ x: 0, y: 2 }), drawn({ x: 3, y: 0 }), ...far),
    AS_IS,
    everywhere(square(RED, 1, sheet)),
  )
  expect(visible(sheet)).toEqual([0, 0, RED, RED, RED, RED, RED, RED, 0])
})

test('a later one lies over an earlier one, and lets it through where it is half there', () => {
  const sheet = sheetOf(1, 1)
  const at = { x: 0, y: 0 }
  stampParticles(sheet, plain(drawn({ ...at, look: 'alive' }), drawn({ ...at, look: 'nowhere' })), AS_IS, look =>
    everywhere(square(look === 'alive' ? RED : HALF_BLUE, 0, sheet))(),
  )
  // 255 × 127/255 of red, 255 × 128/255 of blue, nothing seen through.
  expect(visible(sheet)[0]?.toString(16)).toBe('ff80007f')
})

test('of two that are half there a quarter is seen through', () => {
  const sheet = sheetOf(1, 1)
  const at = { x: 0, y: 0 }
  stampParticles(sheet, plain(drawn({ ...at, look: 'alive' }), drawn({ ...at, look: 'nowhere' })), AS_IS, look =>
    everywhere(square(look === 'alive' ? 0x80_00_00_ff : HALF_BLUE, 0, sheet))(),
  )
  // Alpha: 128 + 128 × 127/255 = 191.7. Of the colours 128/192 are blue: 170, and 85 red, give or take one of 255.
  const [pixel = 0] = visible(sheet)
  expect(pixel >>> 24).toBe(192)
  expect(Math.abs(((pixel >>> 16) & 255) - 170)).toBeLessThanOrEqual(1)
  expect(Math.abs((pixel & 255) - 85)).toBeLessThanOrEqual(1)
})

test('one that is dimmed is as clear as it is dimmed', () => {
  // 255 × 0.35 = 89.25
  expect([...dimmed(Int32Array.of(RED, 0), 0.35)].map(pixel => (pixel >>> 0).toString(16))).toEqual(['590000ff', '0'])
})

test('in a crowd a pixel is there or not', () => {
  expect([...hardened(Int32Array.of(HALF_BLUE, 0x7f_ff_00_00))].map(pixel => pixel >>> 0)).toEqual([0xff_ff_00_00, 0])
})

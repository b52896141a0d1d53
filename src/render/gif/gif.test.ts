import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colourTable } from './colour-table.ts'
import { createGif } from './create-gif.ts'
import { lzw } from './lzw.ts'

/** As any reader of the format does it. */
function unpack(bytes: Uint8Array): readonly number[] {
  const bits = bytes[0] ?? 0
  const data: number[] = []
  let at = 1
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
    data.push(...bytes.subarray(at + 1, at + 1 + length))
    at += length + 1
  }
  const clear = 1 << bits
  let table: number[][] = []
  let width = bits + 1
  let before: readonly number[] | undefined
  const out: number[] = []
  let place = 0
  const next = (): number => {
    let code = 0
    for (let i = 0; i < width; i++, place++) code |= (((data[place >> 3] ?? 0) >> (place & 7)) & 1) << i
    return code
  }
  for (;;) {
    const code = next()
    if (code === clear) {
      table = []
      width = bits + 1
      before = undefined
      continue
    }
    if (code === clear + 1) return out
    const known = code < clear ? [code] : table[code - clear - 2]
    const run = known ?? [...(before ?? []), before?.[0] ?? 0]
    if (before && table.length + clear + 2 < 4096) table.push([...before, run[0] ?? 0])
    if (table.length + clear + 2 === 1 << width && width < 12) width++
    out.push(...run)
    before = run
  }
}

test('what is packed comes out again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 3000 }), indexes => {
      expect(unpack(lzw(Uint8Array.from(indexes), 8))).toEqual(indexes)
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('more than the table holds comes out again too, and runs take little room', () => {
  const many = Uint8Array.from({ length: 60_000 }, (_, i) => (i * i * 31) % 251)
  expect(unpack(lzw(many, 8))).toEqual([...many])
  const flat = new Uint8Array(60_000).fill(3)
  expect(unpack(lzw(flat, 8))).toEqual([...flat])
  expect(lzw(flat, 8).length).toBeLessThan(600)
})

const rgba = (...colours: readonly (readonly [number, number, number])[]): Uint8ClampedArray =>
  Uint8ClampedArray.from(colours.flatMap(colour => [...colour, 255]))

const RED = [200, 20, 60] as const
const WHITE = [255, 255, 255] as const
const TEAL = [0, 138, 105] as const

test('colours that must be there are, then the most frequent; a pixel takes the nearest', () => {
  const table = colourTable([rgba(WHITE, WHITE, TEAL)], [RED])
  expect(table.colours).toEqual([RED, WHITE, TEAL])
  expect(table.indexOf(...RED)).toBe(0)
  expect(table.indexOf(250, 252, 251)).toBe(1)
  expect(table.indexOf(10, 130, 100)).toBe(2)
})

test('a table has at most 255 colours: one index is for what stays', () => {
  const many = Array.from({ length: 600 }, (_, i) => [(i * 8) % 256, (i * 56) % 256, (i * 104) % 256] as const)
  expect(colourTable([rgba(...many)], []).colours.length).toBeLessThanOrEqual(255)
})

test('of a second picture only the part that changed is kept', () => {
  const gif = createGif(3, 2, colourTable([rgba(WHITE, RED, TEAL)], []))
  gif.add(rgba(WHITE, WHITE, WHITE, WHITE, WHITE, WHITE), 6)
  gif.add(rgba(WHITE, WHITE, WHITE, WHITE, RED, TEAL), 6)
  gif.add(rgba(WHITE, WHITE, WHITE, WHITE, RED, TEAL), 6)
  const file = gif.finish()
  expect(new TextDecoder('latin1').decode(file.subarray(0, 6))).toBe('GIF89a')
  expect([...file.subarray(6, 10)]).toEqual([3, 0, 2, 0])
  const boxes: number[][] = []
  // After the head (6 + 7), 256 colours and the endless loop (19): control 8, image 10, data; then the next.
  let at = 13 + 768 + 19
  while (file[at] === 0x21) {
    expect([...file.subarray(at, at + 6)]).toEqual([0x21, 0xf9, 4, 5, 6, 0])
    at += 8
    boxes.push([1, 3, 5, 7].map(i => file[at + i] ?? -1))
    at += 11
    while (file[at] !== 0) at += (file[at] ?? 0) + 1
    at++
  }
  expect(boxes).toEqual([
    [0, 0, 3, 2],
    [1, 1, 2, 1],
    [0, 0, 1, 1],
  ])
  expect(file[at]).toBe(0x3b)
})

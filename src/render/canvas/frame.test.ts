import { expect, test } from 'vitest'
import type { Mark } from '../drawn.ts'
import { drawn } from '../testing/draw.ts'
import { countOf, packFrame, unpackFrame } from './frame.ts'
import { LOOKS } from './looks.ts'

const NOTHING = new ArrayBuffer(0)
const roundTrip = (...marks: readonly Mark[]) => unpackFrame(packFrame(marks, NOTHING))

/** What is painted of a particle; who it is stays with the page. */
const markOf = ({ number, x, y, look, attempt, scale, opacity, wait, focused }: Mark): Mark => ({
  number,
  x,
  y,
  look,
  attempt,
  scale,
  opacity,
  wait,
  focused,
})

test('a plain shape is its place, the place of its look in the list, and its opacity', () => {
  const { plain, others } = roundTrip(
    drawn({ x: 12.5, y: -3, look: 'alive' }),
    drawn({ x: 7, look: 'ghost', opacity: 0.5 }),
  )
  expect([...plain]).toEqual([12.5, -3, 0, 1, 7, 50, 1, 0.5])
  expect(others).toEqual([])
})

test('rings, numbers, those that sink and the followed one are no plain shapes, and come out as they went in', () => {
  const special = [
    drawn({ wait: { closed: 0.25, secondsLeft: 1.23, crowd: 12, beside: true } }),
    drawn({ wait: { closed: 0, secondsLeft: undefined, crowd: 1, beside: false }, look: 'late' }),
    drawn({ attempt: 2 }),
    drawn({ scale: 0.5, opacity: 0.7, look: 'nowhere' }),
    // No 32 bits are enough for its number.
    drawn({ focused: true, number: 20_000_001, x: 0.1 }),
  ]
  const frame = roundTrip(drawn(), ...special, drawn({ x: 101 }))
  expect(frame.others).toEqual(special.map(markOf))
  expect([frame.plain[0], frame.plain[4]]).toEqual([100, 101])
  expect(countOf(frame)).toBe(7)
})

test('every look comes out as it went in', () => {
  expect(roundTrip(...LOOKS.map(look => drawn({ look, attempt: 2 }))).others.map(({ look }) => look)).toEqual(LOOKS)
})

test('the buffer is used again, also by fewer, and is another one only where it is too small', () => {
  const { buffer } = packFrame([drawn(), drawn({ attempt: 2 })], NOTHING)
  // 4 floats and 11 doubles: 104 bytes.
  expect(buffer.byteLength).toBe(128)
  expect(packFrame([drawn({ x: 3 })], buffer).buffer).toBe(buffer)
  expect([...unpackFrame(packFrame([drawn({ x: 3 })], buffer)).plain]).toEqual([3, 50, 0, 1])
  expect(packFrame(new Array<Mark>(9).fill(drawn()), buffer).buffer.byteLength).toBe(256)
})

test('an empty frame is nothing', () => {
  expect(countOf(roundTrip())).toBe(0)
})

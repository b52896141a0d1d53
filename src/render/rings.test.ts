import { expect, test } from 'vitest'
import { paintRings } from './canvas/paint-rings.ts'
import type { Drawn } from './drawn.ts'
import { partRinged } from './ringed.ts'

const drawn = (requestClass: string | undefined, more: Partial<Drawn> = {}): Drawn => ({
  particle: {
    number: 1,
    step: { kind: 'travel', laneId: 'in', startMs: 0, endMs: 1 },
    fraction: 0,
    look: 'alive',
    secondsLeft: undefined,
    ...(requestClass !== undefined && { requestClass }),
  },
  number: 1,
  x: 10,
  y: 20,
  look: 'alive',
  attempt: undefined,
  scale: 1,
  opacity: 1,
  wait: undefined,
  focused: false,
  ...more,
})

test('a class that is followed has rings, others and what waits, sinks or is a copy have none', () => {
  const wait = { closed: 0, secondsLeft: undefined, crowd: 1, beside: false }
  const jason = drawn('jason')
  const all = [
    jason,
    drawn('other'),
    drawn(undefined),
    drawn('jason', { wait }),
    drawn('jason', { scale: 0.5 }),
    drawn('jason', { look: 'ghost' }),
    drawn('jason', { focused: true }),
    drawn('jason', { attempt: 2 }),
  ]
  expect(partRinged(all, new Set(['jason']))).toEqual({ ringed: [jason], plain: all.slice(1) })
  expect(partRinged(all, undefined)).toEqual({ ringed: [], plain: all })
})

test('rings go with the camera', () => {
  const calls: unknown[][] = []
  const pen = new Proxy({} as CanvasRenderingContext2D, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        calls.push([name, ...given]),
    set: () => true,
  })
  paintRings(pen, [drawn('jason')], 'blue', { camera: { x: 5, y: 6, k: 2 }, pixelRatio: 1.5, width: 10, height: 10 })
  expect(calls).toEqual([
    ['setTransform', 3, 0, 0, 3, 7.5, 9],
    ['beginPath'],
    ['arc', 10, 20, 7, 0, 2 * Math.PI],
    ['stroke'],
  ])
})

import { expect, test } from 'vitest'
import type { Outcome } from '../../scene/index.ts'
import { ticks } from './clock-text.ts'
import { scaleOf, stackBar } from './stack-bars.ts'

const bar = (...counts: readonly (readonly [Outcome, number])[]) => new Map(counts)

test('success is at the foot and losses are on top', () => {
  const parts = stackBar(bar(['nowhere', 10], ['succeeded', 15]), 2)
  expect(parts).toEqual([
    { outcome: 'succeeded', tone: 'ok', from: 0, height: 30 },
    { outcome: 'nowhere', tone: 'lost', from: 30, height: 20 },
  ])
})

test('one loss among many is still seen', () => {
  const [, loss] = stackBar(bar(['succeeded', 1000], ['late', 1]), 0.02)
  expect(loss?.height).toBe(2.5)
})

test('the highest bar fits, and a usual one leaves some room', () => {
  expect(scaleOf([bar(['succeeded', 25]), bar(['succeeded', 25])], 50)).toBeCloseTo((50 * 0.72) / 25)
  expect(scaleOf([bar(['succeeded', 1]), bar(['succeeded', 99])], 50)).toBeCloseTo(50 / 99)
  expect(scaleOf([bar()], 50)).toBe(0)
})

test('ticks are round, and end where a label has room', () => {
  expect(ticks(60_000, 800)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000])
  expect(ticks(60_000, 220)).toEqual([0, 30_000, 60_000])
  expect(ticks(63_000, 700)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000])
  expect(ticks(61_000, 700)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000])
  expect(ticks(300, 700)).toEqual([0])
})

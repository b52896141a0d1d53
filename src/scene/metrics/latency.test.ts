import { expect, test } from 'vitest'
import { latencyOf } from './latency.ts'

test('percentiles are values that were measured: the nearest rank', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i)
  expect(latencyOf(upTo(100)).percentiles).toEqual({ p50: 50, p90: 90, p99: 99 })
  expect(latencyOf(upTo(5)).percentiles).toEqual({ p50: 3, p90: 5, p99: 5 })
  expect(latencyOf([7.5]).percentiles).toEqual({ p50: 7.5, p90: 7.5, p99: 7.5 })
  expect(latencyOf([]).percentiles).toBeUndefined()
})

test('bins hold what is in them, from the first that holds something to the last', () => {
  const bins = latencyOf([1.5, 1.6, 5, 15, 14.9]).bins.map(({ fromMs, toMs, count }) => [fromMs, toMs, count])
  expect(bins).toEqual([
    [1.5, 2, 2],
    [2, 3, 0],
    [3, 5, 0],
    [5, 7, 1],
    [7, 10, 0],
    [10, 15, 1],
    [15, 20, 1],
  ])
})

test('answers at once have a bin too, and long ones', () => {
  expect(latencyOf([0, 0.6]).bins).toEqual([{ fromMs: 0, toMs: 1, count: 2 }])
  expect(latencyOf([15_000]).bins).toEqual([{ fromMs: 15_000, toMs: 20_000, count: 1 }])
  expect(latencyOf([]).bins).toEqual([])
})

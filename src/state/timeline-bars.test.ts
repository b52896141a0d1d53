import { expect, test } from 'vitest'
import type { Course, Outcome } from '../scene/index.ts'
import type { Picture } from '../worker/protocol.ts'
import { barMsFor, createBars } from './timeline-bars.ts'

const leaving = (outcome: Outcome, landsAtMs: number, times: readonly number[]) => ({
  chapter: 0,
  course: { outcome, landsAtMs, touches: [], served: [] } as unknown as Course,
  atMs: Float64Array.from(times),
  numbers: Uint32Array.from(times.keys()),
})

/** Lost ones land at 700 and 900, good ones at 1,100, 1,300 and 1,500. */
const departures = [leaving('succeeded', 1000, [100, 300, 500]), leaving('nowhere', 500, [200, 400])]
const pictureFrom = (fromMs: number) =>
  ({
    log: {
      fromMs,
      untilMs: fromMs + 60_000,
      departures: departures.map(one => ({ ...one, atMs: one.atMs.map(atMs => fromMs + atMs) })),
    },
  }) as unknown as Picture
const because = 'config applied'

const countsAt = (fromMs: number, nowMs: number, pastMs = 0) => {
  const past = pastMs > 0 ? [{ toMs: pastMs, picture: pictureFrom(0), because }] : []
  const bars = createBars({ picture: pictureFrom(fromMs), because }, past, 500)(nowMs)
  return bars.map(bar => [bar.get('succeeded') ?? 0, bar.get('nowhere') ?? 0])
}

test.each([
  [0, [[0, 0]]],
  [
    700,
    [
      [0, 0],
      [0, 1],
    ],
  ],
  [
    899,
    [
      [0, 0],
      [0, 1],
    ],
  ],
  [
    900,
    [
      [0, 0],
      [0, 2],
    ],
  ],
  [
    1099,
    [
      [0, 0],
      [0, 2],
      [0, 0],
    ],
  ],
  [
    1250,
    [
      [0, 0],
      [0, 2],
      [1, 0],
    ],
  ],
  // What lands at the very end of the last bar is in it.
  [
    1500,
    [
      [0, 0],
      [0, 2],
      [3, 0],
    ],
  ],
  [
    1501,
    [
      [0, 0],
      [0, 2],
      [2, 0],
      [1, 0],
    ],
  ],
])('by %i ms', (nowMs, counts) => {
  expect(countsAt(0, nowMs)).toEqual(counts)
})

test('bars count each landing where it belongs, over a change of configuration', () => {
  // 700 and 900 of the run before; 1,700 and 1,900, then 2,100, 2,300 and 2,500 of the one in force.
  expect(countsAt(1000, 3000, 1000)).toEqual([
    [0, 0],
    [0, 2],
    [0, 0],
    [0, 2],
    [2, 0],
    [1, 0],
  ])
})

test.each([
  [60_000, 500],
  [120_000, 500],
  [120_001, 1000],
  [600_000, 5000],
  [3_600_000, 15_000],
  [7_200_000, 30_000],
  [9_000_000, 30_000],
])('bars of a timeline of %i ms are %i ms long', (totalMs, barMs) => {
  expect(barMsFor(totalMs)).toBe(barMs)
})

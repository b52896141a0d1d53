import { describe, expect, test } from 'vitest'
import type { Course, CourseStep } from './scene.ts'
import { isDot, mostAtOnce, requestsPerDot } from './per-dot.ts'
import { particlesAt } from './particles.ts'
import type { Departures } from './timetable.ts'

test.each([
  [0, 1],
  [2000, 1],
  [2001, 2],
  [4000, 2],
  [4001, 5],
  [10_000, 5],
  [10_001, 10],
  [20_001, 20],
  [200_000, 100],
])('of %i at once a dot stands for %i', (atOnce, perDot) => {
  expect(requestsPerDot(atOnce)).toBe(perDot)
})

const numbers = (n: number) => Uint32Array.from({ length: n }, (_, i) => i + 1)

test.each([1, 2, 5, 10, 50])('of each %i requests in a row exactly one is a dot', perDot => {
  const dots = [...numbers(100 * perDot)].filter(number => isDot(number, perDot))
  expect(dots.map(number => Math.floor((number - 1) / perDot))).toEqual(Array.from({ length: 100 }, (_, i) => i))
})

test('which of two it is keeps no rhythm: callers that take turns both show', () => {
  const odd = [...numbers(2000)].filter(number => isDot(number, 2) && number % 2 === 1).length
  // 1,000 even draws: five standard deviations are 79.
  expect(Math.abs(odd - 500)).toBeLessThan(79)
})

/** A second on the way, three in a queue, half a second on the way. */
const STEPS: readonly CourseStep[] = [
  { kind: 'travel', laneId: 'a', startMs: 0, endMs: 1000 },
  { kind: 'wait', why: 'queue', laneId: 'a', startMs: 1000, endMs: 4000 },
  { kind: 'travel', laneId: 'b', startMs: 4000, endMs: 4500 },
]
const course: Course = {
  steps: STEPS,
  turnsAtMs: 4500,
  landsAtMs: 4500,
  outcome: 'succeeded',
  touches: [],
  end: 'pod',
  ghosts: [],
  failed: [],
  served: [],
}
const leaving = (times: readonly number[]): readonly Departures[] => [
  { chapter: 0, course, atMs: Float64Array.from(times), numbers: numbers(times.length) },
]
/** Ten at once at 500 ms, each 10 ms apart. */
const TEN = leaving(Array.from({ length: 10 }, (_, i) => 500 + i * 10))

describe('how many are seen at once', () => {
  test('those that wait are told by their ring', () => {
    expect(mostAtOnce(TEN, 0)).toBe(10)
    // They go on for 500 ms from 4,500, 4,510, … 4,590 ms: at 5,000 the first one has come.
    expect(mostAtOnce(TEN, 5000)).toBe(9)
    expect(mostAtOnce(TEN, 10_000)).toBe(0)
    // At 0 and 3 s: never on the way at the same time. At 0 and 0.9 s they are.
    expect(mostAtOnce(leaving([0, 3000]), 0)).toBe(1)
    expect(mostAtOnce(leaving([0, 900]), 0)).toBe(2)
  })

  test('what never ends waits for ever', () => {
    const stuck: Course = {
      ...course,
      landsAtMs: Infinity,
      steps: [
        ...STEPS.slice(0, 1),
        { kind: 'wait', why: 'queue', laneId: 'a', startMs: 1000, endMs: Infinity },
        { kind: 'travel', laneId: 'b', startMs: Infinity, endMs: Infinity },
      ],
    }
    const [one] = TEN
    const departures = one ? [{ ...one, course: stuck }] : []
    expect([0, 5000, 60_000].map(nowMs => mostAtOnce(departures, nowMs))).toEqual([10, 0, 0])
  })
})

describe('drawn one for five', () => {
  const many = leaving(Array.from({ length: 5000 }, () => 0))
  const at = (nowMs: number, focus?: number) => particlesAt(many, nowMs, { perDot: 5, focus }).map(one => one.number)

  test('a fifth of them is on the way, the same ones later and before', () => {
    const first = at(100)
    expect(first).toHaveLength(1000)
    expect(at(4400)).toEqual(first)
    expect(at(100)).toEqual(first)
  })

  test('all of them wait, for the ring says how many', () => {
    expect(at(2000)).toHaveLength(5000)
  })

  test('the request that is followed is there too', () => {
    const left = [...numbers(5000)].find(number => !isDot(number, 5)) ?? 0
    expect(at(100)).not.toContain(left)
    expect(at(100, left)).toContain(left)
    expect(at(100, left)).toHaveLength(1001)
  })
})

test('without a need every request is a particle, also above 2,000', () => {
  expect(particlesAt(leaving(Array.from({ length: 2500 }, () => 0)), 10)).toHaveLength(2500)
})

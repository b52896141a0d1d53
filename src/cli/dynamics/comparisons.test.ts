import { describe, expect, test } from 'vitest'
import { compareBuckets, compareSeconds } from './compare-buckets.ts'
import { compareEjections } from './compare-ejections.ts'
import { compareSequence } from './compare-sequence.ts'
import { compareCounts, compareSample, compareShares } from './compare-tally.ts'
import { compareDurations, compareGaps, compareOrdered } from './compare-times.ts'
import { readTimedCases } from './read-cases.ts'
import type { Ejection } from './recording.ts'
import { spreadOf } from './tally.ts'
import { toleranceOf } from './tolerances.ts'

/** A case of one flow. */
function caseOf(traffic: string, compare = '') {
  const [one] = readTimedCases(
    `name: x\ntraffic: [{ id: main, from: sleep, url: 'http://web/', ${traffic} }]\ncompare: '${compare}'\n`,
  )
  const [flow] = one?.flows ?? []
  if (!one || !flow) throw new Error('no case')
  return { flow, tolerance: toleranceOf(one) }
}
const LOOP = caseOf('concurrency: 1, count: 10').flow
const BURST = caseOf('burst: 3').flow
const FOR_A_WHILE = caseOf('concurrency: 1, duration: 2s').flow

describe('tallies', () => {
  test('counts may differ by the slack alone', () => {
    expect(compareCounts('status', { 200: 10 }, { 200: 8, 503: 2 }, 2)).toEqual([])
    expect(compareCounts('status', { 200: 10 }, { 200: 9, 503: 1 }, 0)).toHaveLength(1)
    expect(compareCounts('status', { 200: 10 }, { 200: 7, 503: 3 }, 2)).toHaveLength(1)
  })

  test('a tolerance of the case is for shares as they are', () => {
    const { tolerance } = caseOf('burst: 3', '+-3 points')
    expect(compareShares('pods', { a: 529, b: 471 }, { a: 100, b: 100 }, tolerance)).toEqual([])
    expect(compareShares('pods', { a: 531, b: 469 }, { a: 100, b: 100 }, tolerance)).toHaveLength(1)
  })

  test('a small sample may stray four standard deviations and half a request', () => {
    // 30 of an even draw: 15 ± (4 · 2.74 + 0.5) = 15 ± 11.5.
    expect(compareSample('pods', { a: 26, b: 4 }, { a: 1, b: 1 }, 12)).toEqual([])
    expect(compareSample('pods', { a: 27, b: 3 }, { a: 1, b: 1 }, 12)).toHaveLength(1)
  })
})

describe('ejections', () => {
  const { tolerance } = caseOf('burst: 3')
  const out: Ejection = { t: 1, pod: 'a', action: 'EJECT', type: 'CONSECUTIVE_5XX' }
  const back: Ejection = { ...out, t: 3, action: 'UNEJECT' }
  const differs = (got: readonly Ejection[]) => compareEjections([out, back], got, tolerance, 5, 1000).length > 0

  test.each([
    ['the same', [out, back], false],
    ['0.09 s later', [{ ...out, t: 1.09 }, back], false],
    ['0.11 s later', [{ ...out, t: 1.11 }, back], true],
    ['another pod', [{ ...out, pod: 'b' }, back], true],
    ['only noted', [{ ...out, enforced: false as const }, back], true],
    ['never back', [out], true],
    ['once more at the very end', [out, back, { ...out, t: 4.8 }], false],
    ['once more', [out, back, { ...out, t: 4 }], true],
  ])('%s', (_, got, expected) => {
    expect(differs(got)).toBe(expected)
  })

  test('a stay may be one base time longer where the case says so', () => {
    const late = [out, { ...back, t: 4 }]
    expect(compareEjections([out, back], late, { ...tolerance, staysVary: true }, 6, 1000)).toEqual([])
    expect(compareEjections([out, back], late, tolerance, 6, 1000)).toHaveLength(1)
  })
})

describe('sequences', () => {
  test('entry by entry', () => {
    expect(compareSequence(LOOP, ['200 a', '200 b'], ['200 a', '200 b'])).toEqual([])
    expect(compareSequence(LOOP, ['200 a', '200 b'], ['200 b', '200 a'])).toHaveLength(1)
    expect(compareSequence(LOOP, ['200 a', '200 b'], ['200 a'])).toHaveLength(1)
  })

  test('pod by pod where the caller is as fast as it can', () => {
    expect(compareSequence(FOR_A_WHILE, ['503 a', '200 b', '200 a'], ['200 b', '503 a', '200 b', '200 a'])).toEqual([])
    expect(compareSequence(FOR_A_WHILE, ['503 a', '200 a'], ['200 a', '503 a'])).toHaveLength(1)
  })
})

describe('times', () => {
  const spread = (...values: readonly number[]) => spreadOf(values)

  test('a duration may be 10 ms off, that of a burst 30', () => {
    expect(compareDurations(LOOP, spread(100, 110), spread(100, 100), 10, false)).toEqual([])
    expect(compareDurations(LOOP, spread(111, 111), spread(100, 100), 10, false)).toHaveLength(1)
    expect(compareDurations(BURST, spread(130, 130, 130), spread(100, 100, 100), 10, false)).toEqual([])
  })

  test('what waited for back-offs lies within what can be', () => {
    expect(compareDurations(LOOP, spread(20, 60), spread(0, 70), 10, true)).toEqual([])
    expect(compareDurations(LOOP, spread(20, 90), spread(0, 70), 10, true)).toHaveLength(1)
  })

  test('the order of a burst is timed from when it was taken up', () => {
    const got = [
      [1, '200 a'],
      [101, '200 a'],
    ] as const
    expect(
      compareOrdered(
        BURST,
        [
          [21, '200 a'],
          [121, '200 a'],
        ],
        got,
        entry => entry,
      ),
    ).toEqual([])
    expect(
      compareOrdered(
        BURST,
        [
          [21, '200 a'],
          [140, '200 a'],
        ],
        got,
        entry => entry,
      ),
    ).toHaveLength(1)
    expect(
      compareOrdered(
        BURST,
        [
          [1, '200 a'],
          [101, '503 UO'],
        ],
        got,
        entry => entry,
      ),
    ).toHaveLength(1)
  })

  test('a gap has its mean and its bound', () => {
    const gaps = { 1: spread(0, 12, 24) }
    expect(compareGaps(gaps, { 1: spread(2, 12, 25) }, 25)).toEqual([])
    expect(compareGaps(gaps, { 1: spread(8, 16, 24) }, 25)).toHaveLength(1)
    expect(compareGaps(gaps, { 1: spread(0, 0, 36) }, 25)).toHaveLength(1)
  })
})

describe('hundreds of milliseconds', () => {
  test('one request more or less, three near a change', () => {
    expect(
      compareBuckets(
        [[0, 0.2, { a: 5 }]],
        [
          [0, 0, { a: 5 }],
          [0.1, 0.1, { a: 6 }],
          [0.2, 0.2, { a: 5 }],
        ],
        [],
        0,
      ),
    ).toEqual([])
    expect(compareBuckets([[0, 0, { a: 5 }]], [[0, 0, { a: 8 }]], [], 0)).toHaveLength(1)
    expect(compareBuckets([[0, 0, { a: 5 }]], [[0, 0, { a: 8 }]], [50], 0)).toEqual([])
  })

  test('what was held up is in the next', () => {
    expect(
      compareBuckets(
        [
          [0, 0, { a: 1 }],
          [0.1, 0.1, { a: 9 }],
        ],
        [[0, 0.1, { a: 5 }]],
        [],
        0,
      ),
    ).toEqual([])
    expect(
      compareBuckets(
        [
          [0, 0, { a: 1 }],
          [0.1, 0.1, { a: 5 }],
        ],
        [[0, 0.1, { a: 5 }]],
        [],
        0,
      ),
    ).not.toEqual([])
  })

  test('by dice, shares of whole seconds', () => {
    expect(compareSeconds([[0, 0.9, { a: 6, b: 4 }]], [[0, 0.9, { a: 5, b: 5 }]], [], 10)).toEqual([])
    expect(compareSeconds([[0, 0.9, { a: 90, b: 10 }]], [[0, 0.9, { a: 5, b: 5 }]], [], 10)).toHaveLength(1)
  })
})

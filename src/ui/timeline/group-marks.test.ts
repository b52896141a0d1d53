import { describe, expect, test } from 'vitest'
import { bandsFor } from './geometry.ts'
import { groupMarks, labelsOf, stopBetween } from './group-marks.ts'
import type { TimelineMark } from './timeline-mark.ts'

const mark = (kind: TimelineMark['kind'], atMs: number, words: string): TimelineMark => ({
  kind,
  atMs,
  label: words,
  words: `${words} at length`,
})
const MARKS = [
  mark('out', 1000, 'a'),
  mark('back', 1050, 'b'),
  mark('out', 1059, 'a'),
  mark('gate', 1060, 'c'),
  mark('retries', 1119, 'd'),
]

test('marks nearer than 6 px are one with a count, which says all once; so are those that would lie on the count', () => {
  // A pixel is 5 ms: at 200, 210, 211.8, 212 and 223.8. `×2` needs 10 + 12 + 8 px beside the mark.
  const groups = groupMarks(MARKS, ms => ms / 5, 6)
  expect(groups.map(({ x, mark: { kind }, count, words }) => [x, kind, count, words])).toEqual([
    [200, 'out', 1, ['a at length']],
    [210, 'back', 4, ['b at length', 'a at length', 'c at length', 'd at length']],
  ])
})

test('whatever the scale, each count has room before the next mark', () => {
  const many = Array.from({ length: 60 }, (_, i) => mark('out', i * i * 7, 'x'))
  for (const perPx of [5, 10, 20, 50, 100, 200]) {
    const groups = groupMarks(many, ms => ms / perPx, 12)
    const labels = labelsOf(groups, { width: 1e9, playheadX: 1e9, named: false })
    expect(groups.flatMap(({ count }, i) => (count > 1 && labels[i] === undefined ? i : []))).toEqual([])
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  }
})

test('with room each stands alone, by time', () => {
  const groups = groupMarks(MARKS.toReversed(), ms => ms, 6)
  expect(groups.map(({ x, count }) => [x, count])).toEqual([
    [1000, 1],
    [1050, 1],
    [1059, 2],
    [1119, 1],
  ])
})

describe('a label', () => {
  const groups = groupMarks([mark('out', 100, 'v1-1 out'), mark('back', 200, 'v1-1 back')], ms => ms, 12)
  // They begin 10 px right of the mark: at 110 and 210, of 8 and 9 letters of 6 px to 158 and 264.
  const labels = (playheadX: number, width = 400, named = true) => labelsOf(groups, { width, playheadX, named })

  test('stands where it fits', () => {
    expect(labels(300)).toEqual(['v1-1 out', 'v1-1 back'])
    expect(labels(300, 272)).toEqual(['v1-1 out', undefined])
    expect(labels(300, 273)).toEqual(['v1-1 out', 'v1-1 back'])
  })

  test('is not there while the playhead would cross it', () => {
    expect([100, 101, 161, 162].map(x => labels(x)[0])).toEqual(['v1-1 out', undefined, undefined, 'v1-1 out'])
  })

  test('is not there on a low timeline, but for how many marks are one', () => {
    expect(labels(300, 400, false)).toEqual([undefined, undefined])
    const [three] = labelsOf(
      groupMarks(MARKS.slice(0, 3), ms => ms / 10, 10),
      {
        width: 400,
        playheadX: 0,
        named: false,
      },
    )
    expect(three).toBe('×3')
  })
})

test('marks do not lie on each other, high or low', () => {
  // A gate's triangle is the widest mark: 11.2 px, and 8.4 px where marks are small.
  expect([72, 48].map(height => bandsFor(height).leastGap - 11.2 * bandsFor(height).markScale > 0)).toEqual([
    true,
    true,
  ])
  // The row of marks ends above the bars, the labels of the axis end within the height.
  for (const height of [72, 52, 48]) {
    const { markY, markScale, barsTop, base, tickY } = bandsFor(height)
    expect(markY - 6 * markScale).toBeGreaterThanOrEqual(0)
    expect(markY + 6 * markScale).toBeLessThan(barsTop)
    expect(base - barsTop).toBeGreaterThanOrEqual(16)
    expect(base + tickY + 3).toBeLessThanOrEqual(height)
  }
})

test.each([
  [900, 1000, 1000],
  [950, 1100, 1000],
  [1000, 1100, 1050],
  [1100, 1000, 1060],
  [1060, 1050, 1059],
  [1200, 1300, 1300],
])('a key from %i towards %i stops at %i', (from, to, stop) => {
  expect(stopBetween(MARKS, from, to)).toBe(stop)
})

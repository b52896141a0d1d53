import { expect, test } from 'vitest'
import { groupMarks, stopBetween } from './group-marks.ts'
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

test('marks nearer than 6 px to the first of a group are one with a count, and say all once', () => {
  // A pixel is 10 ms: at 100, 105, 105.9, 106 and 111.9.
  const groups = groupMarks(MARKS, ms => ms / 10)
  expect(groups.map(({ x, mark: { kind }, count, words }) => [x, kind, count, words])).toEqual([
    [100, 'out', 3, ['a at length', 'b at length']],
    [106, 'gate', 2, ['c at length', 'd at length']],
  ])
})

test('with room each stands alone, by time', () => {
  const groups = groupMarks(MARKS.toReversed(), ms => ms)
  expect(groups.map(({ x, count }) => [x, count])).toEqual([
    [1000, 1],
    [1050, 1],
    [1059, 2],
    [1119, 1],
  ])
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

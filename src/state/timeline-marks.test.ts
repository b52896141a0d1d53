import { expect, test } from 'vitest'
import type { HappeningMark } from '../scene/index.ts'
import type { Picture } from '../worker/protocol.ts'
import { marksOf, neighbourMark } from './timeline-marks.ts'

const mark = (kind: HappeningMark['kind'], atMs: number): HappeningMark => ({ kind, atMs, label: kind, words: kind })
const pictureFrom = (fromMs: number, marks: readonly HappeningMark[]) =>
  ({ log: { fromMs, happenings: { pods: [], closures: [], opened: [], marks } } }) as unknown as Picture
const before = {
  toMs: 5000,
  picture: pictureFrom(0, [mark('out', 2000), mark('back', 7000)]),
  because: 'started',
}
const run = { picture: pictureFrom(5000, [mark('out', 7000), mark('back', 12_000)]), because: 'applied' }

test('a past run keeps the marks of its time, each run begins with a flag', () => {
  expect(marksOf(run, [before]).map(({ kind, atMs }) => [kind, atMs])).toEqual([
    ['applied', 0],
    ['out', 2000],
    ['applied', 5000],
    ['out', 7000],
    ['back', 12_000],
  ])
})

test.each([
  [5000, 1, 7000],
  [7000, 1, 12_000],
  [12_000, 1, undefined],
  [12_000, -1, 7000],
  [7000, -1, 5000],
  [5000, -1, undefined],
] as const)('from %i on, direction %i, the next mark is at %j', (nowMs, by, atMs) => {
  expect(neighbourMark(run, nowMs, by)).toBe(atMs)
})

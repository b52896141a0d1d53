import { expect, test } from 'vitest'
import { verdictOf } from './splits.ts'

/** `left` as measured, where it is not said. */
const judge = (count: number, of: number, share: number, left = { count, of }) => verdictOf({ count, of }, left, share)

test('nothing counted: nothing to say', () => {
  expect(judge(0, 0, 0.5)).toEqual({ kind: 'none' })
})

// 1,000 draws at one tenth: 95 of 100 runs give 82 to 119.
test.each([
  [82, 'expected'],
  [119, 'expected'],
  [81, 'chance'],
  [120, 'chance'],
  [150, 'unlikely'],
])('%d of 1,000 at one tenth: %s', (count, kind) => {
  expect(judge(count, 1000, 0.1).kind).toBe(kind)
})

test('a few can be far off by chance, and how often is said', () => {
  // The tail from 5 on is 0.0016349374.
  expect(judge(5, 10, 0.1)).toEqual({ kind: 'chance', oneIn: expect.closeTo(611.644, 3) as number })
})

test('a share that is off only because quick answers are counted first is not called unlikely', () => {
  expect(judge(300, 1000, 0.5, { count: 610, of: 1200 })).toEqual({ kind: 'early' })
})

test('what should be all and is not has no odds', () => {
  expect(judge(150, 200, 1)).toEqual({ kind: 'unlikely', oneIn: Infinity })
})

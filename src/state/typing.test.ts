import { expect, test } from 'vitest'
import { typingAfter } from './typing.ts'
import type { Typing } from './typing.ts'

const TEXT = 'a: 1\nsubset: v3\nb: 2\nc: 3\nd: 4\n'
const first: Typing = { id: 7, sinceMs: 5000, lastWallMs: 100_000, line: 1 }
const change = { before: TEXT, after: TEXT.replace('v3', 'v'), wallMs: 101_000, nowMs: 6000 }

test('a change soon after another one, in its line or the next, goes on with it', () => {
  expect(typingAfter(first, change)).toEqual({ ...first, lastWallMs: 101_000 })
  const below = typingAfter(first, { ...change, after: TEXT.replace('b: 2', 'b: 22') })
  expect(below).toEqual({ ...first, lastWallMs: 101_000, line: 2 })
  expect(typingAfter(first, { ...change, after: TEXT.replace('v3\n', 'v3\n  \n') }).id).toBe(7)
})

test('the first change begins one at the shown moment', () => {
  expect(typingAfter(undefined, change)).toEqual({ id: 1, sinceMs: 6000, lastWallMs: 101_000, line: 1 })
})

test.each<[string, { wallMs?: number; nowMs?: number; after?: string }]>([
  ['after a pause', { wallMs: 102_001 }],
  ['elsewhere', { after: TEXT.replace('d: 4', 'd: 5') }],
  ['over several lines', { after: TEXT.replace('v3', 'v2\n- x\n- y') }],
  ['where time went back', { nowMs: 4000 }],
  ['when much has been shown since', { nowMs: 15_001 }],
])('a change %s begins another one', (_, other) => {
  expect(typingAfter(first, { ...change, ...other })).toMatchObject({ id: 8, sinceMs: other.nowMs ?? 6000 })
})

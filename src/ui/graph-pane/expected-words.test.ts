import { expect, test } from 'vitest'
import { expectedShare } from './expected-words.ts'

test.each([
  [1, 100],
  [0.1 + 0.2 + 0.7 - 2e-16, 100],
  [0, 100],
  [0.5, 0],
])('a share of %d of %i needs no range', (share, total) => {
  expect(expectedShare(share, total)).toBeUndefined()
})

test.each([
  // Half of 4: none or all of them come 1 time in 16 each, which is within 95 of 100.
  [0.5, 4, 'expected 0 to 100 %'],
  // One in a thousand of 10: none comes 99 times in 100.
  [0.001, 10, 'expected 0 %'],
])('%d of %i: %s', (share, total, words) => {
  expect(expectedShare(share, total)?.words).toBe(words)
})

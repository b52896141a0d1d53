import { expect, test } from 'vitest'
import { tailOf, timesWords } from './chance.ts'

test.each([
  // Sums of binomial coefficients: 2^-10 · (1 + 10 + 45), 2^-10, and 3/4 of nothing but heads twice.
  ['at most 2 of 10 at one half', 2, 0.5, 10, 56 / 1024],
  ['at least 8 of 10 at one half', 8, 0.5, 10, 56 / 1024],
  ['all of 10 at one half', 10, 0.5, 10, 1 / 1024],
  ['both of 2 at three quarters', 2, 0.75, 2, 9 / 16],
  // 1 − (0.9^10 + 10·0.1·0.9^9 + 45·0.1²·0.9^8 + 120·0.1³·0.9^7 + 210·0.1⁴·0.9^6) = 0.0016349374
  ['5 of 10 at one tenth', 5, 0.1, 10, 0.0016349374],
  ['none of 30 at one tenth', 0, 0.1, 30, 0.9 ** 30],
  ['something where nothing should be', 1, 0, 10, 0],
  ['all where all should be', 10, 1, 10, 1],
  ['nothing counted', 0, 0.3, 0, 1],
])('the tail of %s', (_, count, share, n, expected) => {
  expect(tailOf(count, share, n)).toBeCloseTo(expected, 9)
})

test('a tail of many is the one of few summed the long way', () => {
  // 1,000 at 0.3, at least 350: the terms one by one, with factorials as products of ratios.
  let term = 0.7 ** 1000
  let sum = 0
  for (let k = 0; k <= 1000; k++) {
    if (k >= 350) sum += term
    term *= ((1000 - k) / (k + 1)) * (0.3 / 0.7)
  }
  expect(tailOf(350, 0.3, 1000) / sum).toBeCloseTo(1, 9)
})

test.each([
  [611.6, '1 time in 600'],
  [18.3, '1 time in 20'],
  [4.4, '1 time in 4'],
  [96, '1 time in 100'],
  [44_000, '1 time in 40,000'],
  [3e7, 'less than 1 time in a million'],
  [Infinity, 'less than 1 time in a million'],
])('odds of %d: %s', (oneIn, words) => {
  expect(timesWords(oneIn)).toBe(words)
})

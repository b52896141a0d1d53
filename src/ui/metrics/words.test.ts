import { expect, test } from 'vitest'
import type { Split, Verdict } from '../../scene/index.ts'
import { duration, podNowWords, rangeWords, verdictSentence } from './words.ts'

test.each([
  [0, '0 ms'],
  [0.6, '0.6 ms'],
  [9.94, '9.9 ms'],
  [9.96, '10 ms'],
  [24.4, '24 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [1250, '1.25 s'],
  [15_000, '15 s'],
])('%d milliseconds are %s', (ms, words) => {
  expect(duration(ms)).toBe(words)
})

const split = (count: number, of: number, set: number, verdict: Verdict): Split => ({
  id: 'leg',
  ruleId: 'rule',
  rule: 'rule 1',
  label: 'v2',
  set,
  count,
  of,
  range: { low: 0.082, high: 0.119 },
  verdict,
})

test.each<[Verdict, string | undefined]>([
  [{ kind: 'expected' }, undefined],
  [{ kind: 'chance', oneIn: 611.6 }, '5 of 10 went to v2. Set to 10 %, yet 1 time in 600 that happens.'],
  [
    { kind: 'unlikely', oneIn: 3e7 },
    '5 of 10 went to v2. Set to 10 %: chance does that less than 1 time in a million, so it is not chance.',
  ],
])('a share that is off is explained: %o', (verdict, sentence) => {
  expect(verdictSentence(split(5, 10, 0.1, verdict))).toBe(sentence)
})

test('the range has the digits of the measured share', () => {
  expect(rangeWords(split(100, 1000, 0.1, { kind: 'expected' }))).toBe('8.2 to 11.9 %')
})

test.each([
  [{ low: 1, high: 1 }, 'all'],
  [{ low: 0, high: 0 }, 'none'],
  [{ low: 0.9996, high: 1 }, '100.0 %'],
  [{ low: 0.9994, high: 1 }, '99.9 to 100.0 %'],
])('a range of one value is said as one: %o is %s', (range, words) => {
  expect(rangeWords({ ...split(10, 10, 1, { kind: 'expected' }), range })).toBe(words)
})

test.each([
  [3, 0, '3 in flight'],
  [0, 1, '0 in flight, ejected once'],
  [1200, 2, '1,200 in flight, ejected twice'],
  [undefined, 3, 'ejected 3 times'],
  [undefined, 0, ''],
])('%j in flight and %i ejections: %s', (inFlight, ejections, words) => {
  expect(podNowWords({ inFlight, ejections })).toBe(words)
})

import { expect, test } from 'vitest'
import type { Split, Verdict } from '../../scene/index.ts'
import { duration, rangeWords, verdictSentence } from './words.ts'

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

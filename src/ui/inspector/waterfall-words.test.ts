import { expect, test } from 'vitest'
import type { TryBar } from '../../scene/index.ts'
import { keyOf, titleOf, tryWords } from './waterfall-words.ts'

const first: TryBar = {
  number: 1,
  pod: 'reviews-v1-0',
  pausedFromMs: undefined,
  fromMs: 0,
  sentMs: 0.2,
  toMs: 30.6,
  outcome: 'app-error',
  words: 'answered 503',
  lagMs: 0,
}

test.each<[Partial<TryBar>, string]>([
  [{}, 'Try 1 at reviews-v1-0: answered 503, 0.2 ms for a connection, 30 ms at the pod'],
  [
    { number: 2, pausedFromMs: 100, fromMs: 124, sentMs: 124, toMs: 624, words: 'time-out of the try' },
    'Try 2 at reviews-v1-0: time-out of the try, after 24 ms back-off, 500 ms at the pod',
  ],
  [
    { pod: undefined, sentMs: undefined, toMs: 2, words: 'connection refused' },
    'Try 1: connection refused, 2 ms without a connection',
  ],
  [
    { sentMs: undefined, toMs: undefined, words: 'on its way' },
    'Try 1 at reviews-v1-0: on its way, waits for a connection',
  ],
])('%o is said', (change, words) => {
  expect(tryWords({ ...first, ...change })).toBe(words)
})

test('the key holds only what is drawn', () => {
  const waterfall = { endMs: 31, delayMs: 0, idle: undefined, endShownMs: 31, tries: [{ ...first, sentMs: 0 }] }
  expect(keyOf(waterfall).map(([kind]) => kind)).toEqual(['served'])
  const second = { ...first, number: 2, pausedFromMs: 31, fromMs: 40, sentMs: 41, toMs: 60 }
  expect(keyOf({ ...waterfall, delayMs: 5, tries: [first, second] }).map(([kind]) => kind)).toEqual([
    'delay',
    'pause',
    'wait',
    'served',
  ])
})

test.each<[number, number | undefined, number | undefined, string]>([
  [3, 124, undefined, '3 tries, 124 ms'],
  [1, 30, undefined, '1 try, 30 ms'],
  [0, 500, undefined, 'No try, 500 ms'],
  [2, undefined, 80, '2 tries so far, 80 ms'],
  [0, undefined, 0, 'No try yet'],
])('%i tries, ended at %j or told until %j: %s', (n, endMs, soFarMs, title) => {
  const tries = Array.from({ length: n }, () => first)
  const told = { delayMs: 0, idle: undefined, endShownMs: 0, tries, endMs }
  expect(titleOf(soFarMs === undefined ? told : { ...told, soFarMs })).toBe(title)
})

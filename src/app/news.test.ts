import { describe, expect, test } from 'vitest'
import { newsOf, standingOf } from './news.ts'
import type { Standing } from './news.ts'

const calm: Standing = {
  of: 'a',
  headline: 'Every request succeeds. 50 a second.',
  holes: new Map(),
  out: [],
  fails: false,
}
const broken: Standing = {
  ...calm,
  holes: new Map([['uo', '503 UO, the queue of 1 is full']]),
  out: ['reviews-v1-1'],
  fails: true,
}

describe('what is spoken', () => {
  test.each([
    ['the headline at first', undefined, calm, calm.headline],
    ['the headline of another configuration', calm, { ...broken, of: 'b' }, calm.headline],
    ['nothing where only numbers grow', calm, { ...calm, headline: 'Every request succeeds. 51 a second.' }, ''],
    [
      'a new hole and an ejection, in one',
      calm,
      broken,
      'New hole: 503 UO, the queue of 1 is full. reviews-v1-1 is ejected.',
    ],
    ['a goal that is met', calm, { ...calm, isMet: true }, 'The goal is met.'],
    ['once', { ...calm, isMet: true }, { ...calm, isMet: true }, ''],
    ['nothing of one that is not', { ...calm, isMet: true }, { ...calm, isMet: false }, ''],
    [
      'both, met with another configuration',
      calm,
      { ...calm, of: 'b', isMet: true },
      `${calm.headline} The goal is met.`,
    ],
    ['nothing of what is known', broken, { ...broken, headline: 'other' }, ''],
    [
      'only those that came to it',
      broken,
      { ...broken, out: ['reviews-v1-0', 'reviews-v1-1', 'reviews-v1-2'] },
      'reviews-v1-0, reviews-v1-2 are ejected.',
    ],
    [
      'all well again',
      broken,
      { ...broken, out: [], fails: false },
      'No pod is ejected any more. Every request succeeds again.',
    ],
    ['not well while a pod is out', broken, { ...broken, fails: false }, ''],
  ] as const)('%s', (_, before, now, words) => {
    expect(newsOf(before, now)).toBe(words)
  })
})

test('without a picture there is the headline alone', () => {
  const empty = {
    stage: undefined,
    tally: { total: 0, byOutcome: new Map(), counts: new Map(), inFlight: new Map() },
    moment: { nowMs: 0, pods: new Map(), closed: new Map(), unopened: new Set<string>() },
  }
  expect(standingOf('x', { title: 'No traffic yet.', detail: 'Paste.' }, empty)).toEqual({
    ...calm,
    of: 'x',
    headline: 'No traffic yet. Paste.',
  })
})

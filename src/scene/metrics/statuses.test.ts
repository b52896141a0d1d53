import { expect, test } from 'vitest'
import type { Decision } from '../../core/route/index.ts'
import type { Outcome } from '../outcome.ts'
import type { Landing } from './landings.ts'
import { statusesOf } from './statuses.ts'

const landed = (n: number, outcome: Outcome, decision: Partial<Decision>): readonly Landing[] =>
  Array.from(
    { length: n },
    () => ({ outcome, record: { decision: { outcome: 'http', details: '', ...decision } } }) as Landing,
  )

test('status and flags as the stage says them, the most frequent first; a delay is no flag of the end', () => {
  const rows = statusesOf([
    ...landed(1, 'late', { status: 504, flags: 'UT' }),
    ...landed(2, 'succeeded', { status: 200, flags: 'DI' }),
    ...landed(3, 'succeeded', { status: 200, flags: '-' }),
    ...landed(4, 'not-taken', { status: 503, flags: 'UF,URX' }),
    ...landed(1, 'late', { status: 504, flags: 'DI,UT' }),
  ])
  expect(rows.map(({ label, outcome, count }) => [label, outcome, count])).toEqual([
    ['200', 'succeeded', 5],
    ['503 UF,URX', 'not-taken', 4],
    ['504 UT', 'late', 2],
  ])
})

test('what is no HTTP answer is said in words', () => {
  const rows = statusesOf([
    ...landed(1, 'nowhere', { outcome: 'dns-failure', status: 0, flags: '-' }),
    ...landed(1, 'nowhere', { outcome: 'no-listener', status: 0, flags: '-' }),
    ...landed(1, 'succeeded', { outcome: 'tcp', status: 0, flags: '-' }),
    ...landed(1, 'not-taken', { outcome: 'tcp', status: 0, flags: '-', details: 'closed_by_pod' }),
    ...landed(1, 'late', { status: 0, flags: 'DC' }),
  ])
  expect(rows.map(({ label }) => label)).toEqual(['closed', 'connected', 'no address', 'no answer DC', 'no listener'])
})

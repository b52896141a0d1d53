import { expect, test } from 'vitest'
import type { Split } from '../../scene/index.ts'
import { asCounted } from './as-counted.ts'

const split = (id: string, ruleId: string, set: number): Split => ({
  id,
  ruleId,
  rule: 'rule 1',
  label: id,
  set,
  count: 1,
  of: 2,
  range: { low: 0, high: 1 },
  verdict: { kind: 'expected' },
})
const SPLITS = [split('a', 'x', 0.9), split('b', 'x', 0.1), split('c', 'y', 0.5), split('d', 'y', 0.5)]
const counted = (counts: Readonly<Record<string, number>>) => ({ counts: new Map(Object.entries(counts)) })

test('counts are the stage’s, of the own rule only', () => {
  const tally = counted({ a: 15, b: 5, c: 7 })
  expect(SPLITS.map(one => asCounted(one, SPLITS, tally)).map(({ count, of }) => [count, of])).toEqual([
    [15, 20],
    [5, 20],
    [7, 7],
    [0, 7],
  ])
  // Of 20 at one tenth, 95 of 100 runs give 0 to 5.
  expect(asCounted(split('b', 'x', 0.1), SPLITS, tally).range).toEqual({ low: 0, high: 0.25 })
})

test('a rule that counts nothing stays as it was told', () => {
  const [first = split('a', 'x', 0.9)] = SPLITS
  expect(asCounted(first, SPLITS, counted({}))).toBe(first)
})

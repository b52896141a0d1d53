import { expect, test } from 'vitest'
import { isFair, legShare, measuredShare } from './measured-share.ts'
import type { Tally } from './scene.ts'
import type { LegRow, RuleRow } from './stage.ts'

const tally = (total: number, underWay: number, counts: Readonly<Record<string, number>> = {}): Tally => ({
  total,
  underWay,
  byOutcome: new Map(),
  counts: new Map(Object.entries(counts)),
  inFlight: new Map(),
})

test.each([
  [300, 100, true],
  [299, 100, false],
  [1, 0, true],
])('%i landed and %i on their way: shares can be told: %s', (total, underWay, told) => {
  expect(isFair(tally(total, underWay))).toBe(told)
})

test('a share is of what has landed, of ten at least', () => {
  expect(measuredShare(tally(927, 73, { hole: 331 }), 'hole')).toBe(331 / 927)
  expect(measuredShare(tally(927, 73, { row: 593, leg: 352 }), 'leg', 'row')).toBe(352 / 593)
  expect(measuredShare(tally(927, 310, { hole: 331 }), 'hole')).toBeUndefined()
  expect(measuredShare(tally(9, 0, { hole: 9 }), 'hole')).toBeUndefined()
  expect(measuredShare(tally(10, 0), 'hole')).toBe(0)
})

test('a destination’s share is of what the rule sends on, a fault’s victims left out; a copy’s of what the rule took', () => {
  const legs = [{ id: 'a', setShare: 0.6 }, { id: 'b', setShare: 0.4 }, { id: 'copy' }] as unknown as LegRow[]
  const row = { id: 'row', legs } as unknown as RuleRow
  const counts = tally(100, 0, { row: 100, a: 54, b: 36, copy: 25 })
  expect(legs.map(leg => legShare(counts, row, leg))).toEqual([0.6, 0.4, 0.25])
})

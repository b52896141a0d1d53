import { expect, test } from 'vitest'
import type { Stage, Tally } from '../scene/index.ts'
import { coverageOf } from './coverage.ts'

const stageWith = (share: number): Stage =>
  ({
    rules: [{ resource: {}, title: 'web', rows: [{ id: 'row', title: 'rule 1', condition: '/x', share, origin: {} }] }],
  }) as unknown as Stage

const counted = (total: number, settled: number): Tally => ({
  total,
  byOutcome: new Map(),
  counts: new Map(),
  inFlight: new Map(),
  settled: { total: settled, counts: new Map() },
})

// 0.875 to the 34th is 0.0107, to the 35th 0.0093.
test.each([
  ['one of eight should come: one landed', 0.125, 1, 1, 0],
  ['one of eight should come: 34 tell too little', 0.125, 40, 34, 0],
  ['one of eight should come: 35 tell enough', 0.125, 40, 35, 1],
  ['all should come: one tells enough', 1, 2, 1, 1],
  ['none should come, so none does', 0, 1, 0, 1],
  ['nothing has landed', 0, 0, 0, 0],
])('a rule that took none is said to: %s', (_, share, total, settled, said) => {
  expect(coverageOf(stageWith(share), counted(total, settled)).uncovered).toHaveLength(said)
})

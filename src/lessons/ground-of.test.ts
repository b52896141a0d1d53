import { expect, test } from 'vitest'
import { resultsAt } from '../state/lesson/results-at.ts'
import { createAnswerer } from '../worker/answer.ts'
import { firstMatchWins } from './first-match-wins.ts'
import { groundOf } from './ground-of.ts'
import type { Results } from './results.ts'

const { start, steps } = firstMatchWins
const solutionOf = (step: number): string => steps[step]?.task?.solution ?? ''

function play(text: string, nowMs = 10_000): Results {
  const answer = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 20_000 })
  if (answer.kind !== 'picture') throw new Error(JSON.stringify(answer))
  const results = resultsAt({ picture: answer.picture, because: '' }, nowMs)
  if (!results) throw new Error('nothing plays')
  return results
}
const at = (step: number, results: Results | undefined) => groundOf(steps, step, results)

test('up to the first task there is nothing to repair', () => {
  expect([0, 1, 2].map(step => at(step, play(start)))).toEqual([
    { kind: 'holds' },
    { kind: 'holds' },
    { kind: 'holds' },
  ])
  expect(at(2, undefined)).toEqual({ kind: 'holds' })
})

test.each([
  ['no repair', start],
  ['a wrong one', start.replace('subset: v1', 'subset: v2')],
])('with %s, later steps have not what they speak of', (_, text) => {
  expect([3, 4].map(step => at(step, play(text)))).toEqual([
    { kind: 'lacks', step: 2 },
    { kind: 'lacks', step: 2 },
  ])
})

test('once the goal is met, they have', () => {
  expect([3, 4].map(step => at(step, play(solutionOf(2))))).toEqual([{ kind: 'holds' }, { kind: 'holds' }])
})

test('a step whose own task undoes the one before stands by itself once that is done', () => {
  expect(at(4, play(solutionOf(4)))).toEqual({ kind: 'holds' })
  expect(at(3, play(solutionOf(4)))).toEqual({ kind: 'lacks', step: 2 })
})

test('before enough has landed there is no verdict', () => {
  for (const text of [start, solutionOf(2)]) expect(at(3, play(text, 0))).toEqual({ kind: 'unknown' })
  expect(at(3, undefined)).toEqual({ kind: 'unknown' })
  // By then others have landed by the dozen, but few of jason's.
  expect(at(3, play(solutionOf(2), 800))).toEqual({ kind: 'unknown' })
})

import { expect, test } from 'vitest'
import type { LocatedDiagnostic } from '../worker/protocol.ts'
import { headlineProblem } from './headline-problem.ts'

const problem = (severity: LocatedDiagnostic['severity'], ...touches: readonly string[]) =>
  ({ severity, touches }) as unknown as LocatedDiagnostic

const ELSEWHERE = problem('error')
const LOSING = problem('error', 'hole')

test.each([
  ['of requests that are lost, the problem that loses them', [ELSEWHERE, LOSING], true, LOSING],
  ['none where what is told has another reason', [ELSEWHERE, problem('warning')], true, undefined],
  ['where nothing is lost, the first error', [ELSEWHERE, LOSING], false, ELSEWHERE],
  ['no warning', [problem('warning', 'hole'), ELSEWHERE], true, undefined],
  ['nothing of nothing', [], false, undefined],
])('%s', (_, problems, isLosing, expected) => {
  expect(headlineProblem(problems, isLosing)).toBe(expected)
})

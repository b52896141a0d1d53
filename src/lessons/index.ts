import { firstMatchWins } from './first-match-wins.ts'
import type { Lesson } from './lesson.ts'
import { subsetNobodyDefines } from './subset-nobody-defines.ts'
import { timeoutCoversAllTries } from './timeout-covers-all-tries.ts'
import { weightsShareOneRule } from './weights-share-one-rule.ts'

export { areMet, checkGoals } from './check-goals.ts'
export type { GoalState } from './check-goals.ts'
export { groundOf, taskBefore } from './ground-of.ts'
export type { Ground } from './ground-of.ts'
export type { Hint, Lesson, Step, Task, Which } from './lesson.ts'
export { findPlace, isOf } from './results.ts'
export type { Landed, Results } from './results.ts'
export { tellCallout, tellHeadline } from './tell-callout.ts'

/** In the order of the course. */
export const LESSONS: readonly Lesson[] = [
  firstMatchWins,
  weightsShareOneRule,
  subsetNobodyDefines,
  timeoutCoversAllTries,
]

import type { Goal } from './lesson.ts'
import { countFates } from './results.ts'
import type { Results } from './results.ts'

/** How a goal stands: `n` of `of` requests are as it wants them. */
export interface GoalState {
  readonly goal: Goal
  readonly n: number
  readonly of: number
  readonly isMet: boolean
}

/** Fewer requests of a kind prove nothing. */
export const LEAST = 20
/** Shares are exact; this much is between one written as 33 % and a third. */
const NEAR = 0.005

/** How goals stand by what has landed so far; shares are judged by the exact ones, so that chance decides nothing. */
export const checkGoals = (goals: readonly Goal[], results: Results): readonly GoalState[] =>
  goals.map(goal => ({ goal, ...checkGoal(goal, results) }))

function checkGoal(goal: Goal, results: Results): Omit<GoalState, 'goal'> {
  if (goal.kind === 'each') {
    const { n, of } = countFates(results, goal.of, goal.fate)
    return { n, of, isMet: of >= LEAST && n === of }
  }
  const { n, of } = countFates(results, {}, { workload: goal.workload })
  const share = results.stage.workloads.find(({ name }) => name === goal.workload)?.share ?? 0
  return { n, of, isMet: of >= LEAST && Math.abs(share - goal.share) <= NEAR }
}

export const areMet = (states: readonly GoalState[]): boolean => states.length > 0 && states.every(({ isMet }) => isMet)

import { LEAST, checkGoals } from './check-goals.ts'
import type { Step, Task } from './lesson.ts'
import type { Results } from './results.ts'

/** Whether what a step speaks of is there; where it `lacks` a repair, of which step (from 0). Unknown: too little has landed. */
export type Ground = { readonly kind: 'holds' | 'unknown' } | { readonly kind: 'lacks'; readonly step: number }

/**
 * A step speaks of the text that the last task before it came to. A task of its own may undo that again: once it is done, no
 * other is asked for.
 */
export function groundOf(steps: readonly Step[], index: number, results: Results | undefined): Ground {
  const step = taskBefore(steps, index)
  const task = steps[step]?.task
  if (!task) return { kind: 'holds' }
  if (!results) return { kind: 'unknown' }
  const own = steps[index]?.task
  const verdicts = [own, task].map(one => one && verdictOf(one, results))
  if (verdicts.includes('met')) return { kind: 'holds' }
  return verdicts.includes('open') ? { kind: 'unknown' } : { kind: 'lacks', step }
}

/** The last step before one that has a task; -1: there is none. */
export const taskBefore = (steps: readonly Step[], index: number): number =>
  steps.slice(0, index).findLastIndex(({ task }) => task !== undefined)

function verdictOf({ goals }: Task, results: Results): 'met' | 'missed' | 'open' {
  const states = checkGoals(goals, results)
  if (states.some(({ isMet, of }) => !isMet && of >= LEAST)) return 'missed'
  return states.every(({ isMet }) => isMet) ? 'met' : 'open'
}

import { waterfallAt } from '../scene/index.ts'
import type { Explanation, LocatedStep } from '../worker/protocol.ts'

/** Clock times and ways are sums: what comes to the same is the same. */
const SAME_MS = 0.001

/** What can be told of a request at a moment: of one that is seen on its way, what has come about by then. */
export function explanationAt(whole: Explanation, nowMs: number): Explanation {
  const sinceMs = nowMs - whole.atMs + SAME_MS
  const tries = whole.tries && waterfallAt(whole.tries, sinceMs)
  if (sinceMs >= whole.endShownMs) return { ...whole, ...(tries && { tries }) }
  const made = Math.max(1, tries?.tries.length ?? 1)
  const isYetToCome = ({ step }: LocatedStep): boolean =>
    step.kind === 'answer' || (step.kind === 'retry' && step.attempt > made)
  const until = whole.steps.findIndex(isYetToCome)
  return {
    ...whole,
    ...(tries && { tries }),
    status: undefined,
    flags: '',
    steps: until < 0 ? whole.steps : whole.steps.slice(0, until),
    accessLog: undefined,
    confirm: [],
  }
}

import type { Recording } from './recording.ts'
import type { TimedCase } from './timed-case.ts'

/** After this the balancer knows of a change that had to wait. */
const WINDOW_MS = 1000

/** When something changes in a case: pods that behave otherwise, leave, join, are ejected, return; another configuration. */
export function momentsOfChange(one: TimedCase, { ejections = [] }: Recording): readonly number[] {
  const phases = [...one.pods.values()].flat().flatMap(({ fromMs, toMs }) => [fromMs, toMs])
  const given = [...phases, ...one.membership.map(({ atMs }) => atMs), ...one.later.map(({ atMs }) => atMs)]
  const enforced = ejections.flatMap(({ t, enforced: isEnforced }) => (isEnforced === false ? [] : [t * 1000]))
  return [...given.filter(atMs => atMs > 0 && atMs !== Infinity), ...enforced]
}

/** Whether a span of time is so near to a change that a request or two may fall on either side. */
export function isNearChange(moments: readonly number[], fromMs: number, toMs: number): boolean {
  return moments.some(atMs =>
    [atMs, atMs + WINDOW_MS].some(moment => moment >= fromMs - NEAR_MS && moment <= toMs + NEAR_MS),
  )
}

const NEAR_MS = 100

import type { ScenarioResource } from '../resources/index.ts'
import { podsNow } from './break-target.ts'
import type { BreakTarget, PodNow } from './break-target.ts'
import { longestMs } from './condition-of.ts'
import type { Behaviour } from './phases.ts'

/** What can be done to pods while they serve. */
export type BreakKind = keyof typeof BREAKS

const SLOW_MS = 2000

export const BREAKS = {
  'fail-half': { errorPercent: 50, status: 503 },
  'fail-all': { status: 503 },
  slow: { latency: { kind: 'constant', ms: SLOW_MS } },
  refuse: { fails: 'refused' },
  'not-ready': { ready: false },
} as const satisfies Readonly<Record<string, Behaviour>>

const KINDS = Object.keys(BREAKS) as readonly BreakKind[]

/** Of all that can be done what makes a difference to one of the pods now. */
export function offersFor(
  scenario: ScenarioResource | undefined,
  target: BreakTarget,
  atMs: number,
): readonly (BreakKind | 'heal')[] {
  const pods = podsNow(scenario, target, atMs)
  const offers: (BreakKind | 'heal')[] = KINDS.filter(kind => pods.some(pod => makesDifference(kind, pod)))
  return pods.some(isBroken) ? [...offers, 'heal'] : offers
}

/** Nobody sends anything to a pod that is not ready; nobody waits for one that refuses. */
function makesDifference(kind: BreakKind, { ready, condition }: PodNow): boolean {
  if (!ready) return false
  const { failing, latency } = condition
  const isAll = failing?.percent === 100
  switch (kind) {
    case 'fail-half':
      return !(failing?.percent === 50 && failing.answer === 503)
    case 'fail-all':
      return !(isAll && failing.answer === 503)
    case 'refuse':
      return !(isAll && failing.answer === 'refused')
    case 'slow':
      return !(isAll && typeof failing.answer === 'string') && longestMs(latency?.value) < SLOW_MS
    case 'not-ready':
      return true
  }
}

export const isBroken = (pod: PodNow): boolean => brokenIn(pod).length > 0

export type Aspect = 'failing' | 'latency' | 'readiness'

/** What is wrong with a pod: it fails, has become slow, is not ready. */
export function brokenIn({ condition, ready }: PodNow): readonly Aspect[] {
  return [
    ...(condition.failing ? ['failing' as const] : []),
    ...(condition.isSlower ? ['latency' as const] : []),
    ...(ready ? [] : ['readiness' as const]),
  ]
}

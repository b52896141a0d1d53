import type { RolloutSpec } from '../resources/index.ts'

/** How far a rolling update may stray from the number of pods that are wanted. */
export interface Limits {
  /** So many pods more. */
  readonly maxSurge: number
  /** So many available ones fewer. */
  readonly maxUnavailable: number
}

const USUAL = '25%'

/**
 * A Deployment's limits as numbers of pods: shares of the surge are rounded up, those of the unavailable down; where both
 * come to nothing one may be unavailable. Kubernetes, deployment_util.go, ResolveFenceposts, MaxUnavailable.
 */
export function limitsOf({ maxSurge, maxUnavailable }: RolloutSpec, replicas: number): Limits {
  const surge = countOf(maxSurge, replicas, Math.ceil)
  const unavailable = countOf(maxUnavailable, replicas, Math.floor)
  const atLeastOne = surge === 0 && unavailable === 0 ? 1 : unavailable
  return { maxSurge: surge, maxUnavailable: Math.min(atLeastOne, replicas) }
}

const SHARE = /^(\d+)%$/

function countOf(written: number | string = USUAL, replicas: number, round: (value: number) => number): number {
  if (typeof written === 'number') return Math.max(0, Math.floor(written))
  const percent = SHARE.exec(written)?.[1] ?? '25'
  return round((Number(percent) * replicas) / 100)
}

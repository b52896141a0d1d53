import type { Limits } from './limits.ts'

/** The pods of one version of a Deployment that have not been told to stop. */
export interface VersionSize {
  readonly size: number
  /** Of these, ready for long enough. */
  readonly available: number
}

export interface Versions {
  /** Pods that are wanted. */
  readonly replicas: number
  readonly limits: Limits
  readonly current: VersionSize
  /** The versions before, oldest first. */
  readonly old: readonly VersionSize[]
}

/** How many pods each version is to have. */
export interface Sizes {
  readonly current: number
  readonly old: readonly number[]
}

/**
 * What a rolling update does next; nothing where the sizes are the present ones. First the new version grows as far as the
 * surge allows; else old ones shrink, unavailable pods before the others, as far as enough stay available.
 * Kubernetes, deployment/rolling.go, reconcileNewReplicaSet, reconcileOldReplicaSets; deployment_util.go, NewRSNewReplicas.
 */
export function nextSizes({ replicas, limits, current, old }: Versions): Sizes {
  const sizes = old.map(({ size }) => size)
  const total = current.size + sum(sizes)
  if (current.size > replicas) return { current: replicas, old: sizes }
  const mayGrow = Math.min(replicas + limits.maxSurge - total, replicas - current.size)
  if (mayGrow > 0) return { current: current.size + mayGrow, old: sizes }

  const leastAvailable = replicas - limits.maxUnavailable
  const maySpare = total - leastAvailable - (current.size - current.available)
  if (maySpare <= 0) return { current: current.size, old: sizes }
  const healthy = take(
    sizes,
    old.map(({ size, available }) => size - available),
    maySpare,
  )
  const available = current.available + sum(old.map(one => one.available))
  return { current: current.size, old: take(healthy, healthy, available - leastAvailable) }
}

/** Takes `most` in all, from each in turn not more than it may give. */
function take(sizes: readonly number[], mayGive: readonly number[], most: number): readonly number[] {
  let left = most
  return sizes.map((size, i) => {
    const taken = Math.max(0, Math.min(left, mayGive[i] ?? 0))
    left -= taken
    return size - taken
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

import type { Cluster } from '../envoy/index.ts'

/** What a cluster's limits count, over all of its hosts. Envoy, resource_manager_impl.h. */
export interface Resources {
  connections: number
  /** The number of a connection that is opened now. */
  readonly nextNumber: () => number
  pending: number
  requests: number
  /** Requests between the decision to retry and the end of that try. */
  retries: number
}

export const noResources = (nextNumber = countFromOne()): Resources => ({
  connections: 0,
  nextNumber,
  pending: 0,
  requests: 0,
  retries: 0,
})

/** Connections of one name are told apart for as long as their proxy runs, whatever replaces their cluster. */
export function countFromOne(): () => number {
  let last = 0
  return () => ++last
}

/**
 * Whether one more retry may be under way: by a number, or by a share of what is active at the moment.
 * Envoy, resource_manager_impl.h, RetryBudgetImpl [D41] [D42].
 */
export function mayRetry({ limits, details }: Cluster, { retries, requests, pending }: Resources): boolean {
  const budget = details?.retryBudget
  if (!budget) return retries < limits.maxRetries
  const share = ((requests + pending) * budget.percent) / 100
  return retries < Math.max(budget.minConcurrency, share)
}

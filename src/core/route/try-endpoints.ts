import type { Endpoint, ForwardAction } from '../envoy/index.ts'
import type { Course, ReadyCluster } from './course.ts'
import { pickEndpoint } from './endpoint.ts'
import type { PodAnswers } from './pod-answers.ts'
import { wouldRetry } from './would-retry.ts'
import type { TryResult } from './would-retry.ts'

/** What became of all tries of one request. */
export interface Tried {
  readonly result: TryResult | 'timeout'
  readonly attempts: number
  /** Another try was wanted, and none was left. */
  readonly exhausted: boolean
  readonly endpoint: Endpoint | undefined
  readonly elapsedMs: number
  /** How much of it is back-off. */
  readonly backOffMs: number
}

/**
 * Tries, and tries again as the retry policy says: each within its own time-out, all within the route's. Back-off counts
 * with its mean, and the pods that were tried are avoided while another is left. Envoy, router.cc [C42] [C46]-[C55].
 */
export function tryEndpoints(
  course: Course,
  ready: ReadyCluster,
  first: Endpoint | undefined,
  { retryPolicy, timeoutMs }: ForwardAction,
  pods: PodAnswers,
): Tried {
  const limitMs = timeoutMs > 0 ? timeoutMs : Infinity
  const perTry = retryPolicy?.perTryTimeoutMs ?? Infinity
  const perTryMs = perTry < limitMs ? perTry : Infinity
  const left = retryPolicy?.numRetries ?? 0
  const tried = new Set<Endpoint | undefined>()
  let endpoint = first
  let elapsedMs = 0
  let backOffMs = 0
  for (let attempt = 1; ; attempt++) {
    tried.add(endpoint)
    const { status, latencyMs } = pods(endpoint, course.view.request, attempt)
    const tookMs = Math.min(latencyMs, perTryMs)
    if (elapsedMs + tookMs >= limitMs) {
      return { result: 'timeout', attempts: attempt, exhausted: false, endpoint, elapsedMs: limitMs, backOffMs }
    }
    elapsedMs += tookMs
    const result: TryResult = latencyMs >= perTryMs ? 'per-try-timeout' : status
    const again = retryPolicy !== undefined && wouldRetry(retryPolicy, result)
    if (!again || attempt > left) return { result, attempts: attempt, exhausted: again, endpoint, elapsedMs, backOffMs }
    const pauseMs = meanBackOff(retryPolicy.backOffBaseMs, attempt)
    backOffMs += pauseMs
    elapsedMs += pauseMs
    if (elapsedMs >= limitMs) {
      return { result: 'timeout', attempts: attempt, exhausted: false, endpoint, elapsedMs: limitMs, backOffMs }
    }
    const others = retryPolicy.avoidPreviousHosts ? ready.healthy.filter(other => !tried.has(other)) : []
    const next = pickEndpoint(course, others.length > 0 ? { ...ready, healthy: others } : ready)
    if (next !== 'none') endpoint = next
  }
}

/** Half of a bound that doubles with each retry, up to ten times the base: 25, 50, 100, 200, 250 ms. */
function meanBackOff(baseMs: number, retry: number): number {
  return Math.min(baseMs * 2 ** (retry - 1), baseMs * 10) / 2
}

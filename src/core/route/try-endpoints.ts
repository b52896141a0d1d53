import type { Origin } from '../base/origin.ts'
import type { Endpoint, ForwardAction } from '../envoy/index.ts'
import type { Tried } from './conclude.ts'
import type { Course, ReadyCluster } from './course.ts'
import { endpointStep, pickEndpoint } from './endpoint.ts'
import type { Pick } from './endpoint.ts'
import { totalTimeoutMs } from './grpc-timeout.ts'
import type { PodAnswers } from './pod-answers.ts'
import { meet } from './transport.ts'
import { wouldRetry } from './would-retry.ts'
import type { TryResult } from './would-retry.ts'

/**
 * Tries, and tries again as the retry policy says: each within its own time-out, which begins once the connection stands,
 * all within the route's. Back-off counts with its mean, and the pods that were tried are avoided while another is left.
 * Envoy, router.cc [C42] [C46]-[C55].
 */
export function tryEndpoints(
  course: Course,
  ready: ReadyCluster,
  first: Pick,
  action: ForwardAction,
  pods: PodAnswers,
  ruleOrigin?: Origin,
): Tried {
  const { retryPolicy } = action
  const timeoutMs = totalTimeoutMs(course.view.request, action)
  const limitMs = timeoutMs > 0 ? timeoutMs : Infinity
  const perTry = retryPolicy?.perTryTimeoutMs ?? Infinity
  const perTryMs = perTry < limitMs ? perTry : Infinity
  const left = retryPolicy?.numRetries ?? 0
  const tried = new Set<Endpoint | undefined>()
  let { endpoint } = first
  let elapsedMs = 0
  let backOffMs = 0
  let arrivals = 0
  for (let attempt = 1; ; attempt++) {
    const end = (result: Tried['result'], exhausted: boolean): Tried => ({
      result,
      attempts: attempt,
      arrivals,
      exhausted,
      endpoint,
      elapsedMs: result === 'timeout' ? limitMs : elapsedMs,
      backOffMs,
    })
    tried.add(endpoint)
    const { status, tookMs, arrived } = tryOnce(course, ready, endpoint, attempt, pods, perTryMs)
    if (arrived) arrivals++
    if (elapsedMs + tookMs >= limitMs) return end('timeout', false)
    elapsedMs += tookMs
    const again = retryPolicy !== undefined && wouldRetry(retryPolicy, status)
    if (!again || attempt > left) return end(status, again)
    const pauseMs = meanBackOff(retryPolicy.backOffBaseMs, attempt)
    backOffMs += pauseMs
    elapsedMs += pauseMs
    if (elapsedMs >= limitMs) return end('timeout', false)
    course.steps?.push({
      kind: 'retry',
      attempt: attempt + 1,
      most: left + 1,
      failed: status,
      pod: endpoint?.pod,
      pauseMs,
      origin: ruleOrigin,
    })
    // How many pods can answer was said before the first try.
    const silent = course.steps ? { ...course, steps: undefined } : course
    const next = pickEndpoint(silent, ready, first.hash, retryPolicy.avoidPreviousHosts ? tried : undefined)
    if (next === 'none') continue
    endpoint = next.endpoint
    if (endpoint) course.steps?.push(endpointStep(endpoint))
  }
}

interface OneTry {
  readonly status: TryResult
  readonly tookMs: number
  /** The pod's application got the request. */
  readonly arrived: boolean
}

function tryOnce(
  { view }: Course,
  { cluster }: ReadyCluster,
  endpoint: Endpoint | undefined,
  attempt: number,
  pods: PodAnswers,
  perTryMs: number,
): OneTry {
  const met = meet(cluster, endpoint)
  if (met !== 'accepted') return { status: met, tookMs: 0, arrived: false }
  const { status, latencyMs } = pods(endpoint, view.request, attempt)
  if (status === 'connect-timeout') return { status, tookMs: cluster.connectTimeoutMs, arrived: false }
  if (status === 'refused') return { status, tookMs: latencyMs, arrived: false }
  const isLate = latencyMs >= perTryMs
  return { status: isLate ? 'per-try-timeout' : status, tookMs: Math.min(latencyMs, perTryMs), arrived: true }
}

/** Half of a bound that doubles with each retry, up to ten times the base: 25, 50, 100, 200, 250 ms. */
function meanBackOff(baseMs: number, retry: number): number {
  return Math.min(baseMs * 2 ** (retry - 1), baseMs * 10) / 2
}

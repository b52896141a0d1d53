import type { RetryPolicy } from '../envoy/index.ts'

/** No connection came about: refused, without an answer, or without an agreement on TLS. */
export type ConnectFailure = 'refused' | 'connect-timeout' | 'tls-error'

/** How a try failed, or with which status it was answered. */
export type TryResult = number | 'reset' | 'per-try-timeout' | ConnectFailure

/** Conditions that look at `grpc-status` among the headers, whoever the caller is. */
const GRPC: Readonly<Record<string, string>> = {
  cancelled: '1',
  'deadline-exceeded': '4',
  'resource-exhausted': '8',
  internal: '13',
  unavailable: '14',
}

const ON_RESET = ['reset', '5xx', 'gateway-error']
const ON_NO_CONNECTION = [...ON_RESET, 'connect-failure', 'reset-before-request']

export function isConnectFailure(result: TryResult | 'timeout'): result is ConnectFailure {
  return result === 'refused' || result === 'connect-timeout' || result === 'tls-error'
}

/**
 * Whether the policy wants another try after this result, budget apart. Envoy, retry_state_impl.cc,
 * RetryStateImpl::wouldRetryFromHeaders and wouldRetryFromReset [C50] [C51].
 */
export function wouldRetry(policy: RetryPolicy, result: TryResult, headers?: ReadonlyMap<string, string>): boolean {
  const conditions = conditionsOf(policy)
  if (headers?.has('x-envoy-ratelimited')) return conditions.includes('envoy-ratelimited')
  const grpcStatus = headers?.get('grpc-status')
  if (typeof result === 'string') {
    const wanted = isConnectFailure(result) ? ON_NO_CONNECTION : ON_RESET
    return conditions.some(condition => wanted.includes(condition))
  }
  return conditions.some(condition => {
    if (grpcStatus !== undefined && GRPC[condition] === grpcStatus) return true
    switch (condition) {
      case '5xx':
        return result >= 500 && result < 600
      case 'gateway-error':
        return result >= 502 && result <= 504
      case 'retriable-4xx':
        return result === 409
      case 'retriable-status-codes':
        return policy.retriableStatusCodes.includes(result)
      default:
        return false
    }
  })
}

const CONDITIONS = new WeakMap<RetryPolicy, readonly string[]>()

function conditionsOf(policy: RetryPolicy): readonly string[] {
  const known = CONDITIONS.get(policy)
  if (known) return known
  const conditions = policy.retryOn.split(',')
  CONDITIONS.set(policy, conditions)
  return conditions
}

import type { RetryPolicy } from '../envoy/index.ts'

/** No connection came about: refused, without an answer, or without an agreement on TLS. */
export type ConnectFailure = 'refused' | 'connect-timeout' | 'tls-error'

/** How a try failed, or with which status it was answered. */
export type TryResult = number | 'reset' | 'per-try-timeout' | ConnectFailure

const ON_RESET = ['reset', '5xx', 'gateway-error']
const ON_NO_CONNECTION = [...ON_RESET, 'connect-failure', 'reset-before-request']

export function isConnectFailure(result: TryResult | 'timeout'): result is ConnectFailure {
  return result === 'refused' || result === 'connect-timeout' || result === 'tls-error'
}

/**
 * Whether the policy wants another try after this result, budget apart. Envoy, retry_state_impl.cc,
 * RetryStateImpl::wouldRetryFromHeaders and wouldRetryFromReset [C50] [C51].
 */
export function wouldRetry(policy: RetryPolicy, result: TryResult): boolean {
  const conditions = policy.retryOn.split(',')
  if (typeof result === 'string') {
    const wanted = isConnectFailure(result) ? ON_NO_CONNECTION : ON_RESET
    return conditions.some(condition => wanted.includes(condition))
  }
  return conditions.some(condition => {
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

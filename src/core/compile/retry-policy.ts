import { isHttpStatus } from '../base/http-status.ts'
import type { RetryPolicy } from '../envoy/index.ts'
import type { HttpRetries } from '../resources/index.ts'

const DEFAULT: RetryPolicy = {
  retryOn: 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes',
  numRetries: 2,
  perTryTimeoutMs: undefined,
  retriableStatusCodes: [],
  backOffBaseMs: 25,
  avoidPreviousHosts: true,
}

/** The policy of requests to a Service that no VirtualService has a rule for [A35][C42]. */
export function defaultRetryPolicy(isHashed: boolean): RetryPolicy {
  return { ...DEFAULT, avoidPreviousHosts: !isHashed }
}

/**
 * A rule's retries: Istio's own policy where it says nothing, none where it asks for no attempt. With a hash, retries stay
 * with the host. Istio, retry.ConvertPolicy [C40]-[C49].
 */
export function toRetryPolicy(retries: HttpRetries | undefined, isHashed: boolean): RetryPolicy | undefined {
  if (!retries) return defaultRetryPolicy(isHashed)
  if (retries.attempts <= 0) return undefined
  return {
    ...DEFAULT,
    ...(retries.retryOn ? parseRetryOn(retries.retryOn) : {}),
    numRetries: retries.attempts,
    perTryTimeoutMs: retries.perTryTimeoutMs,
    backOffBaseMs: retries.backoffMs ?? DEFAULT.backOffBaseMs,
    avoidPreviousHosts: retries.retryIgnorePreviousHosts ?? !isHashed,
  }
}

/** Conditions apart from status codes; codes make `retriable-status-codes` a condition. Istio, parseRetryOn [C44]. */
function parseRetryOn(text: string): Pick<RetryPolicy, 'retryOn' | 'retriableStatusCodes'> {
  const parts = text.split(',').flatMap(part => part.trim() || [])
  const codes = parts.filter(isStatusCode)
  const conditions = parts.filter(part => !isStatusCode(part)).join(',')
  const needsCodes = codes.length > 0 && !conditions.includes('retriable-status-codes')
  return {
    retryOn: needsCodes ? `${conditions},retriable-status-codes` : conditions,
    retriableStatusCodes: codes.map(Number),
  }
}

/** A whole number, sign and leading zeros allowed, that is a status with a name. Go, strconv.Atoi. */
const isStatusCode = (part: string) => /^[+-]?\d+$/.test(part) && isHttpStatus(Number(part))

import type { RetryPolicy, Route } from '../envoy/index.ts'
import type { Tried } from './conclude.ts'

/** How many tries a request without an answer had, of how many it may have, and why no other followed: for the trace. */
export function triesWords(tried: Pick<Tried, 'attempts' | 'result' | 'denied'>, route: Route | undefined): string {
  const policy = route?.action.kind === 'forward' ? route.action.retryPolicy : undefined
  const allowed = (policy?.numRetries ?? 0) + 1
  const { attempts } = tried
  if (attempts >= allowed) return allowed === 1 ? 'Its only try failed.' : `All ${String(allowed)} tries failed.`
  const made = `${String(attempts)} of ${String(allowed)} tries ${attempts === 1 ? 'was' : 'were'} made`
  return `${made}: ${whyNoMore(tried, policy)}.`
}

function whyNoMore({ result, denied }: Pick<Tried, 'result' | 'denied'>, policy: RetryPolicy | undefined): string {
  if (denied) return 'the cluster’s limit of retries at once allowed no more'
  if (result === 'timeout') return 'the time-out of the request was over'
  if (result === 'left') return 'the caller did not wait longer'
  if (result === 'overflow') return 'a limit turned the last one away'
  return `retryOn (${policy?.retryOn ?? ''}) does not name how the last one failed`
}

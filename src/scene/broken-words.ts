import type { Decision } from '../core/route/index.ts'

/** What only pods and time bring about; undefined: nothing of that. */
export function timeWords({ details, attempts }: Decision): string | undefined {
  if (details === 'response_timeout') return 'no answer before the timeout of the rule'
  if (details === 'upstream_per_try_timeout') {
    return attempts > 1
      ? `no answer to any of ${String(attempts)} tries in their time`
      : 'no answer to its try in its time'
  }
  if (details === 'downstream_remote_disconnect') return 'the caller did not wait for the answer'
  return details.includes('protocol_error') ? 'the pod’s answer is not HTTP' : undefined
}

export const FAILED = 'the connection failed'

/** Both sides agree, and yet nothing came of it: the pod is down, or gives up. */
export function brokenWords({ details }: Decision): string {
  if (details.includes('connection_termination')) return 'the pod ended the connection before it answered'
  if (details.includes('Connection_refused')) return 'the pod refuses connections'
  return details.includes('connection_timeout') ? 'nobody answered in the time to connect' : FAILED
}

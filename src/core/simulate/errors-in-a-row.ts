import type { TryEnd } from './event-log.ts'

/** What a host is taken out for: so many of them in a row. */
export type ErrorKind = 'consecutive-5xx' | 'consecutive-gateway-failure' | 'consecutive-local-origin-failure'

/** Errors in a row of one host, by kind. */
export type ErrorCounts = Readonly<Record<ErrorKind, number>>

const [ANY, GATEWAY, LOCAL] = [
  'consecutive-5xx',
  'consecutive-gateway-failure',
  'consecutive-local-origin-failure',
] as const

export const NO_ERRORS: ErrorCounts = { [ANY]: 0, [GATEWAY]: 0, [LOCAL]: 0 }

/** Counters that start anew, then those that go up, in their order. */
interface Effect {
  readonly clears: readonly ErrorKind[]
  readonly adds: readonly ErrorKind[]
}

const NOTHING: Effect = { clears: [], adds: [] }
const CONNECTED: Effect = { clears: [LOCAL], adds: [] }
const NO_CONNECTION: Effect = { clears: [], adds: [LOCAL] }
const ANSWERED: Effect = { clears: [ANY, GATEWAY], adds: [] }
const GATEWAY_ERROR: Effect = { clears: [], adds: [GATEWAY, ANY] }
const OTHER_ERROR: Effect = { clears: [GATEWAY], adds: [ANY] }

/**
 * What the end of a try, or a connection to it, does to the counts of its host. `isSplit`: errors of its own are counted
 * apart from answers. Envoy, outlier_detection_impl.cc, putHttpResponseCode, localOriginFailure [D1]-[D4].
 */
export function effectOf(end: TryEnd | 'connected', isSplit: boolean): Effect {
  if (end === 'connected') return CONNECTED
  if (end === 'overflow' || end === 'left') return NOTHING
  if (typeof end !== 'number' && isSplit) return NO_CONNECTION
  const status = typeof end === 'number' ? end : 503
  if (status < 500) return ANSWERED
  return status >= 502 && status <= 504 ? GATEWAY_ERROR : OTHER_ERROR
}

/** Gateway errors without a threshold of their own are noted at every fifth, and nothing happens. */
export const NOTED_AT = 5

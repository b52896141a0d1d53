import type { Endpoint } from '../core/envoy/index.ts'
import type { RequestRecord, TryEnd, TryRecord } from '../core/simulate/index.ts'
import { flagsOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { PACE } from './pace.ts'

/** A try as the stage shows it: times rounded, so that requests which differ in nothing that can be seen share a course. */
export interface ShownTry {
  readonly endpoint: Endpoint | undefined
  /** The back-off before it; 0 before the first. */
  readonly pauseMs: number
  /** It waited at the gate for so long. */
  readonly queueMs: number
  /** The pod had it, or did not take it. Else it ended at the gate. */
  readonly isOut: boolean
  /** The pod had it. */
  readonly isSent: boolean
  /** What is waited for at the pod, and how long. */
  readonly why: 'served' | 'time-out' | 'connect'
  readonly podMs: number
  /** Less than this at the pod cannot be seen. */
  readonly isBrief: boolean
  /** What it failed as, if it did. */
  readonly look: Outcome
  /** A limit turned it away, so it never went upstream. */
  readonly isTurnedAway: boolean
}

export const shownTries = ({ tries }: Pick<RequestRecord, 'tries'>): readonly ShownTry[] => tries.map(shown)

/** Equal where all that is shown of the tries is equal. */
export const keyOfTries = (tries: readonly ShownTry[]): string =>
  tries
    .map(({ endpoint, pauseMs, queueMs, isOut, why, podMs, look }) =>
      [endpoint?.namespace, endpoint?.pod, pauseMs, queueMs, isOut, why, podMs, look].join(' '),
    )
    .join('|')

/** How long nothing was out before the proxy gave up, after the last try had failed: a back-off that led to none. */
export function idleAfter({ tries, endMs, decision }: Pick<RequestRecord, 'tries' | 'endMs' | 'decision'>): number {
  const last = tries.at(-1)
  if (last?.endMs === undefined || endMs === undefined || !decision) return 0
  const gaveUp = flagsOf(decision).some(flag => flag === 'UH' || flag === 'UT' || flag === 'DC')
  const isCause =
    NOT_IN_TIME.has(last.result) || (decision.details === 'response_timeout' && typeof last.result === 'number')
  return gaveUp && !isCause ? toTens(endMs - last.endMs) : 0
}

const NOT_CONNECTED: ReadonlySet<TryEnd | undefined> = new Set(['refused', 'tls-error', 'connect-timeout'])
const NOT_IN_TIME: ReadonlySet<TryEnd | undefined> = new Set(['timeout', 'per-try-timeout', 'left'])

/** One without an end goes on for as long as anybody looks. */
function shown({ atMs, endpoint, sentMs, endMs = Infinity, result, pauseMs }: TryRecord, index: number): ShownTry {
  const isSent = sentMs !== undefined
  const isRefused = !isSent && NOT_CONNECTED.has(result)
  const tookMs = toTens(endMs - (sentMs ?? atMs))
  const why = isRefused ? 'connect' : NOT_IN_TIME.has(result) ? 'time-out' : 'served'
  return {
    endpoint,
    pauseMs: index === 0 ? 0 : Math.max(PACE.pauseLeast, toTens(pauseMs)),
    queueMs: isRefused ? 0 : toTens((sentMs ?? endMs) - atMs),
    isOut: isSent || isRefused,
    isSent,
    why,
    podMs:
      why === 'served' && tookMs < Infinity ? Math.min(PACE.servedMost, Math.max(PACE.servedLeast, tookMs)) : tookMs,
    isBrief: tookMs === 0,
    look: lookOf(result),
    isTurnedAway: result === 'overflow',
  }
}

export const toTens = (ms: number): number => Math.round(ms / 10) * 10

/** An answer that is none, though its status is good, was not finished in time. */
function lookOf(result: TryEnd | undefined): Outcome {
  if (typeof result === 'number') return result < 400 ? 'late' : 'app-error'
  if (result === 'overflow') return 'turned-away'
  return NOT_IN_TIME.has(result) ? 'late' : 'not-taken'
}

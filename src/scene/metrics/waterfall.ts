import type { RequestRecord, TryEnd } from '../../core/simulate/index.ts'
import type { Outcome } from '../outcome.ts'
import type { ShowTimes } from '../show-times.ts'

/** Where the time of one request went, in milliseconds after it left. */
export interface Waterfall {
  /** When the caller had its answer, or left; undefined while the request is on its way. */
  readonly endMs: number | undefined
  /** Injected, before the first try. */
  readonly delayMs: number
  readonly tries: readonly TryBar[]
  /** Back-off after the last try that no other try followed, or not yet. */
  readonly idle: { readonly fromMs: number; readonly toMs: number } | undefined
  /** While it is on its way: until when this tells of it. */
  readonly soFarMs?: number
  /** After it left: from when on the stage shows what it came to. */
  readonly endShownMs: number
}

export interface TryBar {
  /** From 1. */
  readonly number: number
  /** Undefined: an address that the mesh does not know. */
  readonly pod: string | undefined
  /** The back-off before it begins here; undefined for the first. */
  readonly pausedFromMs: number | undefined
  readonly fromMs: number
  /** When the pod got it; undefined where it never did. */
  readonly sentMs: number | undefined
  readonly toMs: number | undefined
  readonly outcome: Outcome | undefined
  readonly words: string
  /** How much later than it ended, or goes on, the stage shows it. */
  readonly lagMs: number
}

/** Shorter is no wait that one would look at: a connection within a cluster and an answer at once. */
const NOTEWORTHY_MS = 1

/** The tries of a request on its own time axis; undefined where there is one try at most and nothing to wait for. */
export function waterfallOf(record: RequestRecord, shown: ShowTimes): Waterfall | undefined {
  const { atMs, endMs, tries, decision } = record
  const after = (ms: number): number => ms - atMs
  const ended = endMs === undefined ? undefined : after(endMs)
  if (tries.length < 2 && (ended ?? Infinity) < NOTEWORTHY_MS) return undefined
  const last = tries.at(-1)?.endMs
  const idleFrom = last === undefined ? 0 : after(last)
  const isIdle = last !== undefined && ended !== undefined && ended - idleFrom >= NOTEWORTHY_MS
  return {
    endMs: ended,
    delayMs: decision?.delayMs ?? 0,
    idle: isIdle ? { fromMs: idleFrom, toMs: ended } : undefined,
    tries: tries.map((one, index) => {
      const pausedFrom = tries[index - 1]?.endMs
      return {
        number: index + 1,
        pod: one.endpoint?.pod,
        pausedFromMs: pausedFrom === undefined ? undefined : after(pausedFrom),
        fromMs: after(one.atMs),
        sentMs: one.sentMs === undefined ? undefined : after(one.sentMs),
        toMs: one.endMs === undefined ? undefined : after(one.endMs),
        ...endOf(one.result),
        lagMs: shown.lagOf(record, index + 1),
      }
    }),
    endShownMs: shown.endShownOf(record),
  }
}

const ENDS: Readonly<Record<Exclude<TryEnd, number>, readonly [Outcome, string]>> = {
  reset: ['not-taken', 'connection broke'],
  'per-try-timeout': ['late', 'time-out of the try'],
  refused: ['not-taken', 'connection refused'],
  'connect-timeout': ['not-taken', 'nobody took the connection'],
  'tls-error': ['not-taken', 'no agreement on TLS'],
  timeout: ['late', 'time-out of the request'],
  overflow: ['turned-away', 'turned away: limit reached'],
  'protocol-error': ['not-taken', 'answer broke off'],
  left: ['late', 'the caller left'],
}

export const ON_ITS_WAY: Pick<TryBar, 'outcome' | 'words'> = { outcome: undefined, words: 'on its way' }

function endOf(result: TryEnd | undefined): Pick<TryBar, 'outcome' | 'words'> {
  if (result === undefined) return ON_ITS_WAY
  if (typeof result === 'number') {
    return { outcome: result < 500 ? 'succeeded' : 'app-error', words: `answered ${String(result)}` }
  }
  const [outcome, words] = ENDS[result]
  return { outcome, words }
}

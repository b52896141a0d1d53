import type { ProxyId } from '../base/ids.ts'
import type { HttpRequest } from '../route/index.ts'

/** Who calls what, and how often. Plain data; made by `assume`, edited by the user. */
export interface Traffic {
  readonly seed: number
  readonly clients: readonly Client[]
}

export interface Client {
  /** Unique. */
  readonly id: string
  readonly proxy: ProxyId
  readonly ratePerSecond: number
  readonly classes: readonly RequestClass[]
  /** When it sends, if not at `ratePerSecond` all the time. */
  readonly load?: Load
  /** It leaves when there is no answer by then. */
  readonly patienceMs?: number
}

interface Span {
  readonly startMs?: number
  readonly endMs?: number
  /** Not more than these in all. */
  readonly count?: number
}

/**
 * `rate`: at all times alike, whatever comes back, at some moment of each slot, or at its beginning where `evenly` says so;
 * `loop`: `concurrency` callers that each send again when they have their answer, after a pause; `burst`: all at once.
 */
export type Load =
  | (Span & { readonly kind: 'rate'; readonly perSecond: number; readonly evenly?: boolean })
  | (Span & { readonly kind: 'loop'; readonly concurrency: number; readonly pauseMs?: number })
  | (Span & { readonly kind: 'burst'; readonly size: number })

export interface RequestClass {
  /** Unique within the client. */
  readonly id: string
  /** A few words that tell it from the client's other ones: `end-user = jason`, `everyone else`. */
  readonly label: string
  /** Relative to the client's other classes. */
  readonly weight: number
  readonly request: HttpRequest
  /** Its n-th request differs in this; absent: all are alike. */
  readonly vary?: Variation
}

/** The n-th request of a client has the n-th value, over and over. */
export interface Variation {
  readonly in: 'header' | 'cookie' | 'query' | 'source'
  readonly name: string
  readonly values: readonly string[]
}

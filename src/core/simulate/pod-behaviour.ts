import type { Endpoint } from '../envoy/index.ts'
import type { HttpRequest } from '../route/index.ts'

/**
 * What a pod does with a request: a status; `refused`: its port is closed; `blackhole`: nobody answers the connect; `reset`
 * and `close`: the connection ends without an answer; `hang`: nothing ever comes; `stall`: headers of a 200, then nothing;
 * `cut`: the same, and the connection ends 50 ms later; `garbage`: something that is not HTTP.
 */
export type PodAnswer = number | 'refused' | 'blackhole' | 'reset' | 'close' | 'hang' | 'stall' | 'cut' | 'garbage'

export interface PodReply {
  readonly answer: PodAnswer
  /** Time before the answer. */
  readonly latencyMs: number
  /** Lower-case names; of those only the ones that a proxy acts on matter. */
  readonly headers?: ReadonlyMap<string, string>
}

export interface PodCall {
  /** Undefined: an address that the mesh does not know. */
  readonly endpoint: Endpoint | undefined
  readonly request: HttpRequest
  /** From 1. */
  readonly attempt: number
  readonly atMs: number
  /** Of the requests that this pod got, copies included, from 1; the one to come for a connection that is asked for. */
  readonly nth: number
  /** Numbers in [0, 1). */
  readonly random: () => number
}

/** How pods behave. Asked once for each connection that is opened (does anybody take it?) and once for each request. */
export type PodBehaviour = (call: PodCall) => PodReply

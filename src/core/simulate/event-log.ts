import type { ClusterName, ProxyId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Endpoint, MirrorPolicy } from '../envoy/index.ts'
import type { Decision, TryResult } from '../route/index.ts'
import type { Client, RequestClass } from './traffic.ts'

/** One simulated request. `number` counts from 1 in the order of `atMs`. */
export interface RequestRecord {
  readonly number: number
  readonly atMs: number
  readonly client: Client
  readonly requestClass: RequestClass
  /** Which of the client's requests this is, from 0. */
  readonly index: number
  /** Which of the client's callers sent it, where they send one request after the other. */
  readonly caller: number | undefined
  /** Seed of its draws: routing it again with this seed gives the same route, leg and faults, and their trace. */
  readonly seed: number
  /** When the caller had its answer, or left; undefined while the request is on its way. */
  readonly endMs: number | undefined
  /** Undefined while the request is on its way. */
  readonly decision: Decision | undefined
  readonly tries: readonly TryRecord[]
  readonly copies: readonly CopyRecord[]
}

/** One try of a request, from the moment its pod was chosen. */
export interface TryRecord {
  readonly atMs: number
  /** Undefined: the address that was dialled. */
  readonly endpoint: Endpoint | undefined
  /** When the pod got it; undefined while it waits for a connection, or where none came about. */
  readonly sentMs: number | undefined
  readonly endMs: number | undefined
  readonly result: TryEnd | undefined
  /** Which of the connections that its proxy opened for the cluster took it, from 1. */
  readonly connection: number | undefined
  /** Back-off that it waited for. */
  readonly pauseMs: number
}

/** How a try ended; `overflow`: a limit of the cluster turned it away; `left`: the caller did not wait. */
export type TryEnd = TryResult | 'timeout' | 'overflow' | 'protocol-error' | 'left'

/** A mirrored copy that was sent, or would have been had somebody taken it. */
export interface CopyRecord {
  readonly policy: MirrorPolicy
  readonly atMs: number
  readonly endpoint: Endpoint | undefined
  readonly sentMs: number | undefined
  readonly endMs: number | undefined
  readonly result: TryEnd | 'no-healthy' | undefined
  readonly connection: number | undefined
}

interface Happening {
  readonly atMs: number
  /** In whose proxy. */
  readonly proxy: ProxyId
}

/** What happened beside the requests. */
export type ClusterEvent =
  /** `count`: how often so far, this one included; `factor`: what its stay is multiplied by. Not enforced: only noted. */
  | (Happening & {
      readonly kind: 'ejected'
      readonly cluster: ClusterName
      readonly endpoint: Endpoint
      readonly because: 'consecutive-5xx' | 'consecutive-gateway-failure' | 'consecutive-local-origin-failure'
      readonly count: number
      readonly factor: number
      /** It returns at the first sweep after this. */
      readonly untilMs: number
      readonly enforced: boolean
      readonly origin: Origin | undefined
    })
  | (Happening & { readonly kind: 'returned'; readonly cluster: ClusterName; readonly endpoint: Endpoint })
  /** The balancer learns of ejections, returns, pods that come and go: now these get requests. */
  | (Happening & {
      readonly kind: 'delivered'
      readonly cluster: ClusterName
      readonly usable: readonly Endpoint[]
    })
  /** The proxy has another configuration from now on. */
  | (Happening & { readonly kind: 'configured'; readonly label: string; readonly ordered: string })

/** How many connections a proxy has to one host of a cluster, idle ones included: `open[i]` from `atMs[i]` on. */
export interface ConnectionTrack {
  readonly proxy: ProxyId
  readonly cluster: ClusterName
  readonly endpoint: Endpoint
  readonly atMs: readonly number[]
  readonly open: readonly number[]
}

/** Requests sorted by `atMs`, events by time. A longer log of the same input starts with the shorter one, but for what was on its way. */
export interface EventLog {
  readonly untilMs: number
  readonly requests: readonly RequestRecord[]
  readonly events: readonly ClusterEvent[]
  /** One a host that any request was sent to; absent: nobody kept count. */
  readonly connections?: readonly ConnectionTrack[]
}

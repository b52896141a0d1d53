import type { PodAnswer } from '../../core/simulate/index.ts'

/** One document of `cases.yaml`: what is configured, how pods behave and what callers send. Times in milliseconds. */
export interface TimedCase {
  readonly name: string
  readonly services: readonly ServiceSketch[]
  /** Istio YAML. */
  readonly config: string
  /** By pod or workload, or by the address of a ServiceEntry's endpoint. */
  readonly pods: ReadonlyMap<string, readonly Phase[]>
  readonly flows: readonly Flow[]
  /** Who is there, from each moment on; empty: all, all the time. */
  readonly membership: readonly Membership[]
  /** What takes the place of `config`, and when. */
  readonly later: readonly { readonly atMs: number; readonly config: string }[]
  /** Worker threads of the proxy. */
  readonly workers: number
  /** The tolerance that belongs to the case, in the words of who recorded it. */
  readonly compare: string
}

/** `{ web: { v1: 2, v2: 1 } }`. */
export interface ServiceSketch {
  readonly name: string
  readonly versions: readonly { readonly name: string; readonly replicas: number }[]
}

/** What a pod does in a span of time. */
export interface Phase {
  readonly fromMs: number
  readonly toMs: number
  /** By the pod's own count of requests, over and over; one for all where it has just one. */
  readonly answers: readonly PodAnswer[]
  readonly latencyMs: number
  readonly headers: ReadonlyMap<string, string>
}

export interface Flow {
  readonly id: string
  readonly from: string
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly startMs: number
  /** Undefined: until `count` requests were sent. */
  readonly durationMs: number | undefined
  readonly count: number | undefined
  readonly load:
    | { readonly kind: 'rate'; readonly perSecond: number }
    | { readonly kind: 'loop'; readonly concurrency: number; readonly pauseMs: number }
    | { readonly kind: 'burst'; readonly size: number }
  readonly patienceMs: number | undefined
  /** How long to go on watching when it is over. */
  readonly watchMs: number
  readonly vary: Vary | undefined
}

export interface Vary {
  readonly in: 'header' | 'cookie' | 'query' | 'source'
  readonly name: string
  /** The n-th request has the n-th of these. */
  readonly valueOf: (n: number) => string
}

export interface Membership {
  readonly atMs: number
  readonly without: ReadonlySet<string>
  readonly unready: ReadonlySet<string>
}

/** A closed loop that ends with the time: how many requests it makes depends on the machine. */
export function endsWithTime({ load, count }: Flow): boolean {
  return load.kind === 'loop' && count === undefined
}

import type { ProxyId } from '../base/ids.ts'
import type { Router } from '../route/index.ts'
import type { PodBehaviour } from './pod-behaviour.ts'
import type { Traffic } from './traffic.ts'

export type RouterFor = (proxy: ProxyId) => Router

/** All that a simulation depends on: the same input gives the same log. */
export interface SimulationInput {
  readonly traffic: Traffic
  /** What each proxy has been told when it starts. */
  readonly routerFor: RouterFor
  /** Absent: every pod answers 200 at once. */
  readonly pods?: PodBehaviour
  /** Sorted by time. */
  readonly changes?: readonly ConfigChange[]
  /** The log ends where as many requests have been sent; absent: as many as a page can show. */
  readonly mostRequests?: number
  /**
   * When proxies got their first configuration, and their outlier sweeps began; absent: 0. Clients that began before are in
   * the midst of it: what they send from then on is what they would have sent.
   */
  readonly startedAtMs?: number
}

/** From this moment a proxy has another configuration. */
export interface ConfigChange {
  readonly atMs: number
  /** Undefined: every proxy. */
  readonly proxy: ProxyId | undefined
  readonly routerFor: RouterFor
  /** In words, for the timeline: `DestinationRule reviews applied`. */
  readonly label: string
  /** Of that, what somebody did, empty where pods alone changed; absent: all of it. */
  readonly ordered?: string
  /** It tells what istiod knew at that time; absent: at `atMs`. */
  readonly asOfMs?: number
}

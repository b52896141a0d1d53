import type { ProxyId } from '../base/ids.ts'
import type { Decision } from '../route/index.ts'
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
}

export interface RequestClass {
  /** Unique within the client. */
  readonly id: string
  /** A few words that tell it from the client's other ones: `end-user = jason`, `everyone else`. */
  readonly label: string
  /** Relative to the client's other classes. */
  readonly weight: number
  readonly request: HttpRequest
}

/** One simulated request. `number` counts from 1 in the order of `atMs`. */
export interface RequestRecord {
  readonly number: number
  readonly atMs: number
  readonly client: Client
  readonly requestClass: RequestClass
  /** Seed of its draws: routing it again with this seed gives the same decision, and its trace. */
  readonly seed: number
  readonly decision: Decision
}

/** Sorted by `atMs`. A longer log of the same input starts with the shorter one. */
export interface EventLog {
  readonly untilMs: number
  readonly requests: readonly RequestRecord[]
}

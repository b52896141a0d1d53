import type { MirrorPolicy } from '../envoy/index.ts'
import { concludeForwarding, copiesOf } from '../route/index.ts'
import type { Chance, Decision, Forwarding } from '../route/index.ts'
import type { RequestRecord } from './event-log.ts'
import type { EventQueue, Timer } from './event-queue.ts'
import type { Mutable } from './mutable.ts'
import type { Pods } from './pods.ts'
import type { ProxyRuntime } from './proxy-runtime.ts'
import type { Client, RequestClass } from './traffic.ts'
import { UpstreamRequest } from './upstream-request.ts'
import type { UpstreamOwner } from './upstream-request.ts'
import { connectionOf, requestOf } from './vary-request.ts'

export interface SendInput {
  readonly runtime: ProxyRuntime
  readonly queue: EventQueue
  readonly pods: Pods
  readonly client: Client
  readonly requestClass: RequestClass
  readonly number: number
  readonly index: number
  readonly seed: number
  /** For what the route draws; valid until the next request. */
  readonly chance: Chance
  /** For everything after. */
  readonly random: () => number
  /** Who sends, where it has a connection of its own. */
  readonly caller: number | undefined
  readonly onDone: () => void
}

/** Sends one request now; the record is filled in as it goes. */
export function sendRequest(input: SendInput): RequestRecord {
  const { runtime, queue, client, requestClass, number, index, seed } = input
  const record: Mutable<RequestRecord> = {
    number,
    atMs: queue.nowMs(),
    client,
    requestClass,
    index,
    seed,
    endMs: undefined,
    caller: input.caller,
    decision: undefined,
    tries: NONE,
    copies: NONE,
  }
  const begun = runtime.router().begin(requestOf(requestClass, index, connectionOf(client, input.caller)), input.chance)
  if (isForwarding(begun)) new Forwarded(input, record, begun).start()
  else if (begun.delayMs === 0) done(input, record, begun, 0)
  else {
    queue.at(queue.nowMs() + begun.delayMs, () => {
      done(input, record, begun, 0)
    })
  }
  return record
}

const NONE: readonly never[] = []

export const isForwarding = (begun: Decision | Forwarding): begun is Forwarding => 'kind' in begun

/** A request that goes to a cluster. */
class Forwarded implements UpstreamOwner {
  private readonly input: SendInput
  private readonly record: Mutable<RequestRecord>
  private readonly forwarding: Forwarding
  private upstream: UpstreamRequest | undefined
  private patience: Timer | undefined

  constructor(input: SendInput, record: Mutable<RequestRecord>, forwarding: Forwarding) {
    this.input = input
    this.record = record
    this.forwarding = forwarding
  }

  /** After the injected delay, which no time-out counts [D81]. */
  start(): void {
    const { queue, client } = this.input
    const { delayMs } = this.forwarding.settled
    // Drawn now, before the dice are thrown for somebody else.
    const mirrors = copiesOf(this.forwarding)
    if (client.patienceMs !== undefined) {
      this.patience = queue.at(queue.nowMs() + client.patienceMs, () => {
        this.leave()
      })
    }
    if (delayMs === 0) this.goUpstream(mirrors)
    else {
      queue.at(queue.nowMs() + delayMs, () => {
        this.goUpstream(mirrors)
      })
    }
  }

  onDone(decision: Decision, lateMs: number): void {
    if (this.patience) this.patience.cancelled = true
    done(this.input, this.record, decision, lateMs)
  }

  private goUpstream(mirrors: readonly MirrorPolicy[]): void {
    const { forwarding, record } = this
    const { runtime, queue, pods, random } = this.input
    const { clusterOf } = runtime
    const cluster = clusterOf(forwarding.cluster.cluster.name)
    if (!cluster || record.decision) return
    this.upstream = new UpstreamRequest({
      forwarding,
      cluster,
      mirrors,
      clusterOf,
      queue,
      pods,
      random,
      record,
      owner: this,
    })
    this.upstream.start()
  }

  private leave(): void {
    if (this.upstream) this.upstream.leave()
    else this.onDone(concludeForwarding(this.forwarding, GONE_BEFORE, []), 0)
  }
}

const GONE_BEFORE = {
  result: 'left',
  attempts: 0,
  arrivals: 0,
  exhausted: false,
  endpoint: undefined,
  elapsedMs: 0,
  backOffMs: 0,
} as const

function done({ queue, onDone }: SendInput, record: Mutable<RequestRecord>, decision: Decision, lateMs: number): void {
  record.decision = decision
  record.endMs = queue.nowMs() + lateMs
  if (lateMs === 0) onDone()
  else queue.at(record.endMs, onDone)
}

import { concludeForwarding, copiesOf } from '../route/index.ts'
import type { Chance, Decision, Forwarding } from '../route/index.ts'
import type { RequestRecord } from './event-log.ts'
import type { EventQueue } from './event-queue.ts'
import type { Mutable } from './mutable.ts'
import type { Pods } from './pods.ts'
import type { ProxyRuntime } from './proxy-runtime.ts'
import type { Client, RequestClass } from './traffic.ts'
import { startUpstream } from './upstream-request.ts'
import type { UpstreamRequest } from './upstream-request.ts'
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
  const record: MutableRecord = {
    number,
    atMs: queue.nowMs(),
    client,
    requestClass,
    index,
    seed,
    endMs: undefined,
    caller: input.caller,
    decision: undefined,
    tries: [],
    copies: [],
  }
  const begun = runtime.router().begin(requestOf(requestClass, index, connectionOf(client, input.caller)), input.chance)
  if (isForwarding(begun)) forward(input, record, begun)
  else if (begun.delayMs === 0) done(input, record, begun, 0)
  else {
    queue.at(queue.nowMs() + begun.delayMs, () => {
      done(input, record, begun, 0)
    })
  }
  return record
}

export const isForwarding = (begun: Decision | Forwarding): begun is Forwarding => 'kind' in begun

type MutableRecord = Mutable<Omit<RequestRecord, 'tries' | 'copies'>> & {
  readonly tries: Mutable<RequestRecord['tries'][number]>[]
  readonly copies: Mutable<RequestRecord['copies'][number]>[]
}

/** After the injected delay, which no time-out counts [D81]. */
function forward(input: SendInput, record: MutableRecord, forwarding: Forwarding): void {
  const { runtime, queue, client, pods, random } = input
  const { delayMs, cluster: ready } = forwarding.settled
  // Drawn now, before the dice are thrown for somebody else.
  const mirrors = copiesOf(forwarding)
  let upstream: UpstreamRequest | undefined
  const finish = (decision: Decision, lateMs: number): void => {
    if (patience) patience.cancelled = true
    done(input, record, decision, lateMs)
  }
  const start = (): void => {
    const cluster = ready && runtime.clusterOf(ready.cluster.name)
    if (!cluster || record.decision) return
    const { tries, copies } = record
    upstream = startUpstream({
      forwarding,
      cluster,
      mirrors,
      clusterOf: runtime.clusterOf,
      queue,
      pods,
      random,
      tries,
      copies,
      onDone: finish,
    })
  }
  const patience =
    client.patienceMs === undefined
      ? undefined
      : queue.at(queue.nowMs() + client.patienceMs, () => {
          if (upstream) upstream.leave()
          else finish(concludeForwarding(forwarding, GONE_BEFORE, []), 0)
        })
  if (delayMs > 0) queue.at(queue.nowMs() + delayMs, start)
  else start()
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

function done({ queue, onDone }: SendInput, record: MutableRecord, decision: Decision, lateMs: number): void {
  record.decision = decision
  record.endMs = queue.nowMs() + lateMs
  if (lateMs === 0) onDone()
  else queue.at(record.endMs, onDone)
}

import { meet } from '../route/index.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { Connection, ConnectOutcome, PoolFailure, Stream } from './connection-pool.ts'
import type { TryEnd } from './event-log.ts'
import type { EventQueue, Timer } from './event-queue.ts'
import type { Host } from './host.ts'
import type { PodReply } from './pod-behaviour.ts'
import type { Call, Pods } from './pods.ts'
import { EXCHANGE_MS } from './timing.ts'

export interface TryInput extends Call {
  readonly queue: EventQueue
  readonly pods: Pods
  readonly cluster: ClusterRuntime
  readonly host: Host
  /** From the moment the pod has the request; Infinity: none. */
  readonly perTryMs: number
  readonly owner: TryOwner
}

/** Who sends a try and waits for it. */
export interface TryOwner {
  /** The pod has it. */
  onSent(connection: number): void
  /** Headers are there, and with `isWhole` all of it: whether the answer is kept. One that is not is cut off. */
  onAnswer(status: number, headers: PodReply['headers'], isWhole: boolean): boolean
  /** It failed, or its answer broke off after the headers. */
  onEnd(end: TryEnd): void
}

/** One request to one host: a connection, the pod, its answer. Envoy, upstream_request.cc. */
export class OneTry implements Stream {
  private readonly input: TryInput
  private connection: Connection | undefined
  /** Its own time-out, and what comes of the pod next. */
  private perTry: Timer | undefined
  private next: Timer | undefined
  private isOver = false
  private hasAnswered = false

  constructor(input: TryInput) {
    this.input = input
  }

  get host(): Host {
    return this.input.host
  }

  start(): void {
    const { host } = this
    host.active++
    host.pool.request(this)
  }

  /** Nobody waits for it any more; it ends as this. */
  abort(result: TryEnd): void {
    const { cluster, host } = this.input
    // Of a host that it only waits for nothing is known yet.
    if (!this.isOver && !this.hasAnswered && this.connection) cluster.report(host, result)
    this.end(false)
  }

  connect(): ConnectOutcome {
    const { cluster, endpoint, pods } = this.input
    const met = meet(cluster.cluster, endpoint)
    if (met === 'refused' || met === 'tls-error') return met
    const { answer } = pods.knock(this.input)
    return answer === 'refused' || answer === 'blackhole' ? answer : 'accepted'
  }

  onConnected(): void {
    this.input.cluster.report(this.input.host, 'connected')
  }

  onFailure(reason: PoolFailure): void {
    this.fail(reason)
  }

  onReady(connection: Connection): void {
    this.connection = connection
    const { cluster, endpoint, pods, perTryMs, owner } = this.input
    owner.onSent(connection.number)
    if (meet(cluster.cluster, endpoint) === 'reset') {
      this.next = this.after(EXCHANGE_MS, () => {
        this.fail('reset')
      })
      return
    }
    this.perTry = this.after(perTryMs, () => {
      if (!this.hasAnswered) this.fail('per-try-timeout')
    })
    const reply = pods.ask(this.input)
    if (reply.answer === 'hang') return
    this.next = this.after(EXCHANGE_MS + reply.latencyMs, () => {
      this.take(reply)
    })
  }

  private take({ answer, headers }: PodReply): void {
    if (typeof answer === 'number') this.answer(answer, headers, true)
    else if (answer === 'garbage') this.fail('protocol-error')
    else if (answer === 'stall') this.answer(200, headers, false)
    else if (answer === 'cut') {
      this.answer(200, headers, false)
      this.next = this.after(CUT_AFTER_MS, () => {
        this.fail('protocol-error')
      })
    } else this.fail('reset')
  }

  private after(ms: number, run: () => void): Timer | undefined {
    const { queue } = this.input
    return ms === Infinity ? undefined : queue.at(queue.nowMs() + ms, run)
  }

  private answer(status: number, headers: PodReply['headers'], isWhole: boolean): void {
    const { cluster, host, owner } = this.input
    this.hasAnswered = true
    cluster.report(host, status)
    const isKept = owner.onAnswer(status, headers, isWhole)
    if (isWhole || !isKept) this.end(isKept)
  }

  private fail(result: TryEnd): void {
    if (this.isOver) return
    const { cluster, host, owner } = this.input
    if (!this.hasAnswered) cluster.report(host, result)
    this.end(false)
    owner.onEnd(result)
  }

  private end(reusable: boolean): void {
    if (this.isOver) return
    this.isOver = true
    const { host } = this
    host.active--
    if (this.perTry) this.perTry.cancelled = true
    if (this.next) this.next.cancelled = true
    if (this.connection) this.connection.release(reusable)
    else host.pool.abandon(this)
  }
}

/** What `cut` means. */
const CUT_AFTER_MS = 50

import { concludeForwarding, timeoutOf, wouldRetry } from '../route/index.ts'
import type { Decision, FinalResult, Forwarding, Tried } from '../route/index.ts'
import type { MirrorPolicy } from '../envoy/index.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { RequestRecord, TryEnd, TryRecord } from './event-log.ts'
import type { EventQueue, Timer } from './event-queue.ts'
import type { Host } from './host.ts'
import { sendCopies, toMirrored } from './mirror-copies.ts'
import type { Mutable } from './mutable.ts'
import { OneTry } from './one-try.ts'
import type { TryOwner } from './one-try.ts'
import type { PodReply } from './pod-behaviour.ts'
import type { Pods } from './pods.ts'
import { mayRetry } from './resources.ts'
import { RETRY_OVERHEAD_MS } from './timing.ts'

export interface UpstreamInput {
  readonly forwarding: Forwarding
  readonly cluster: ClusterRuntime
  /** Those of the rule that get a copy. */
  readonly mirrors: readonly MirrorPolicy[]
  /** Of the proxy's present configuration, for copies. */
  readonly clusterOf: (name: string) => ClusterRuntime | undefined
  readonly queue: EventQueue
  readonly pods: Pods
  readonly random: () => number
  /** Its tries and copies are written down there. */
  readonly record: Mutable<RequestRecord>
  readonly owner: UpstreamOwner
}

export interface UpstreamOwner {
  /** `lateMs`: how much later than now the caller notices. */
  onDone(decision: Decision, lateMs: number): void
}

/** After the headers have gone the proxy can only close the caller's connection, and does so this much later [D84]. */
const DELAYED_CLOSE_MS = 1000

/**
 * All tries of one request, each at a pod chosen anew, as route and cluster allow: time-outs, back-off, limits of retries;
 * and its copies, sent with the first try. Envoy, router.cc, Filter; retry_state_impl.cc [D40]-[D59] [D92].
 */
export class UpstreamRequest implements TryOwner {
  private readonly input: UpstreamInput
  private readonly timeoutMs: number
  private readonly perTryMs: number
  private readonly startedMs: number
  private readonly timeout: Timer | undefined
  private current: OneTry | undefined
  private last: Mutable<TryRecord> | undefined
  /** Hosts of the tries that another one follows. */
  private tried: Set<Host> | undefined
  private pause: Timer | undefined
  private backOffMs = 0
  private isRetrying = false
  private isOver = false
  /** Its headers have gone to the caller. */
  private answering: number | undefined

  constructor(input: UpstreamInput) {
    const { forwarding, queue } = input
    const perTry = forwarding.action.retryPolicy?.perTryTimeoutMs ?? Infinity
    this.input = input
    this.timeoutMs = timeoutOf(forwarding)
    this.perTryMs = this.timeoutMs > 0 && perTry >= this.timeoutMs ? Infinity : perTry
    this.startedMs = queue.nowMs()
    if (this.timeoutMs > 0) {
      this.timeout = queue.at(this.startedMs + this.timeoutMs, () => {
        this.onTimeout()
      })
    }
  }

  start(): void {
    this.sendTry(0)
  }

  /** The caller has gone. */
  leave(): void {
    this.stop('left', {})
  }

  onSent(connection: number): void {
    if (!this.last) return
    this.last.sentMs = this.input.queue.nowMs()
    this.last.connection = connection
  }

  onAnswer(status: number, headers: PodReply['headers'], isWhole: boolean): boolean {
    if (isWhole || this.wouldRetryAfter(status, headers)) return !this.judge(status, headers)
    this.answering = status
    return true
  }

  onEnd(end: TryEnd): void {
    if (this.answering === undefined) this.judge(end, undefined)
    else this.breakOff('protocol-error')
  }

  private sendTry(pauseMs: number): void {
    const { forwarding, cluster, queue, pods, random, record } = this.input
    const { action, course } = forwarding
    const attempt = record.tries.length + 1
    const host = cluster.pick(forwarding, random, action.retryPolicy?.avoidPreviousHosts ? this.tried : undefined)
    if (!host) {
      this.finish('no-healthy', {}, attempt)
      return
    }
    if (attempt === 1) sendCopies(this.input, this.timeoutMs)
    const endpoint = host.endpoint.pod === '' ? undefined : host.endpoint
    const last: Mutable<TryRecord> = {
      atMs: queue.nowMs(),
      endpoint,
      sentMs: undefined,
      endMs: undefined,
      result: undefined,
      connection: undefined,
      pauseMs,
    }
    this.last = last
    // A list of exactly one is the smallest: most requests keep it.
    record.tries = attempt === 1 ? [last] : [...record.tries, last]
    this.current = new OneTry({
      key: host.key,
      endpoint,
      request: course.view.request,
      attempt,
      random,
      queue,
      pods,
      cluster,
      host,
      perTryMs: this.perTryMs,
      owner: this,
    })
    this.current.start()
  }

  /** Whether another try follows; if not, all is over. */
  private judge(end: TryEnd, headers: PodReply['headers']): boolean {
    const { forwarding, cluster, record } = this.input
    const policy = forwarding.action.retryPolicy
    this.markLast(end)
    this.releaseRetry()
    const isWanted = this.wouldRetryAfter(end, headers)
    const isLeft = policy !== undefined && record.tries.length <= policy.numRetries
    if (isWanted && isLeft && mayRetry(cluster.cluster, cluster.resources)) {
      this.pauseAndRetry(policy.backOffBaseMs)
      return true
    }
    this.finish(end, { exhausted: isWanted && !isLeft, denied: isWanted && isLeft })
    return false
  }

  private wouldRetryAfter(end: TryEnd, headers: PodReply['headers']): boolean {
    const policy = this.input.forwarding.action.retryPolicy
    if (!policy || end === 'overflow' || end === 'timeout' || end === 'left') return false
    return wouldRetry(policy, end === 'protocol-error' ? 'reset' : end, headers)
  }

  private pauseAndRetry(baseMs: number): void {
    const { cluster, queue, random, record } = this.input
    if (this.current) (this.tried ??= new Set()).add(this.current.host)
    cluster.resources.retries++
    this.isRetrying = true
    const boundMs = Math.min(baseMs * 2 ** (record.tries.length - 1), baseMs * 10)
    const pauseMs = Math.floor(random() * boundMs) + RETRY_OVERHEAD_MS
    this.backOffMs += pauseMs
    this.pause = queue.at(queue.nowMs() + pauseMs, () => {
      this.sendTry(pauseMs)
    })
  }

  private onTimeout(): void {
    if (this.answering === undefined) this.stop('timeout', {})
    else this.breakOff('timeout')
  }

  private breakOff(brokenOff: NonNullable<Tried['brokenOff']>): void {
    this.stop(this.answering ?? 0, { brokenOff }, DELAYED_CLOSE_MS)
  }

  /** Ends what is under way. */
  private stop(end: FinalResult & TryEnd, noted: Noted, lateMs = 0): void {
    if (this.isOver) return
    this.current?.abort(end)
    this.markLast(end)
    this.finish(end, noted, this.input.record.tries.length, lateMs)
  }

  private finish(result: FinalResult, noted: Noted, attempts = this.input.record.tries.length, lateMs = 0): void {
    const { forwarding, queue, record, owner } = this.input
    const { exhausted = false, denied, brokenOff } = noted
    this.isOver = true
    this.releaseRetry()
    if (this.timeout) this.timeout.cancelled = true
    if (this.pause) this.pause.cancelled = true
    const tried: Tried = {
      result,
      attempts,
      arrivals: arrivalsOf(record.tries),
      exhausted,
      denied,
      brokenOff,
      endpoint: this.last?.endpoint,
      elapsedMs: queue.nowMs() - this.startedMs,
      backOffMs: this.backOffMs,
    }
    owner.onDone(concludeForwarding(forwarding, tried, record.copies.map(toMirrored)), lateMs)
  }

  private releaseRetry(): void {
    if (this.isRetrying) this.input.cluster.resources.retries--
    this.isRetrying = false
  }

  private markLast(end: TryEnd): void {
    if (!this.last || this.last.endMs !== undefined) return
    this.last.endMs = this.input.queue.nowMs()
    this.last.result = end
  }
}

function arrivalsOf(tries: readonly TryRecord[]): number {
  let arrivals = 0
  for (const { sentMs } of tries) if (sentMs !== undefined) arrivals++
  return arrivals
}

type Noted = Partial<Pick<Tried, 'exhausted' | 'denied' | 'brokenOff'>>

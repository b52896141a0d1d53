import { concludeForwarding, timeoutOf, wouldRetry } from '../route/index.ts'
import type { Decision, FinalResult, Forwarding, Tried } from '../route/index.ts'
import type { MirrorPolicy } from '../envoy/index.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { CopyRecord, TryEnd, TryRecord } from './event-log.ts'
import type { EventQueue, Timer } from './event-queue.ts'
import type { Host } from './host.ts'
import { sendCopies, toMirrored } from './mirror-copies.ts'
import type { Mutable } from './mutable.ts'
import { startTry } from './one-try.ts'
import type { OneTry } from './one-try.ts'
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
  readonly tries: Mutable<TryRecord>[]
  readonly copies: Mutable<CopyRecord>[]
  /** `lateMs`: how much later than now the caller notices. */
  readonly onDone: (decision: Decision, lateMs: number) => void
}

export interface UpstreamRequest {
  /** The caller has gone. */
  leave(): void
}

/** After the headers have gone the proxy can only close the caller's connection, and does so this much later [D84]. */
const DELAYED_CLOSE_MS = 1000

/**
 * All tries of one request, each at a pod chosen anew, as route and cluster allow: time-outs, back-off, limits of retries;
 * and its copies, sent with the first try. Envoy, router.cc, Filter; retry_state_impl.cc [D40]-[D59] [D92].
 */
export function startUpstream(input: UpstreamInput): UpstreamRequest {
  const { forwarding, cluster, queue, random, tries } = input
  const { course, action } = forwarding
  const { request } = course.view
  const policy = action.retryPolicy
  const timeoutMs = timeoutOf(forwarding)
  const perTry = policy?.perTryTimeoutMs ?? Infinity
  const perTryMs = timeoutMs > 0 && perTry >= timeoutMs ? Infinity : perTry
  const tried = new Set<Host>()
  const timers: Timer[] = []
  let current: OneTry | undefined
  let backOffMs = 0
  let isRetrying = false
  let isOver = false
  /** Its headers have gone to the caller. */
  let answering: number | undefined
  const startedMs = queue.nowMs()
  if (timeoutMs > 0) timers.push(queue.at(startedMs + timeoutMs, onTimeout))
  sendTry(0)
  return { leave: () => stop('left', {}) }

  function sendTry(pauseMs: number): void {
    const attempt = tries.length + 1
    const host = cluster.pick(forwarding, random, policy?.avoidPreviousHosts && attempt > 1 ? tried : undefined)
    if (!host) {
      finish('no-healthy', {}, attempt)
      return
    }
    tried.add(host)
    if (attempt === 1) sendCopies(input, timeoutMs)
    const isKnown = host.endpoint.pod !== ''
    const record: Mutable<TryRecord> = {
      atMs: queue.nowMs(),
      endpoint: isKnown ? host.endpoint : undefined,
      sentMs: undefined,
      endMs: undefined,
      result: undefined,
      connection: undefined,
      pauseMs,
    }
    tries.push(record)
    current = startTry({
      queue,
      pods: input.pods,
      cluster,
      host,
      isKnown,
      request,
      attempt,
      random,
      perTryMs,
      onSent(connection) {
        record.sentMs = queue.nowMs()
        record.connection = connection
      },
      onAnswer,
      onEnd(end) {
        if (answering === undefined) judge(end, undefined)
        else breakOff('protocol-error')
      },
    })
  }

  function onAnswer(status: number, headers: PodReply['headers'], isWhole: boolean): boolean {
    if (isWhole || wouldRetryAfter(status, headers)) return !judge(status, headers)
    answering = status
    return true
  }

  /** Whether another try follows; if not, all is over. */
  function judge(end: TryEnd, headers: PodReply['headers']): boolean {
    markLast(end)
    releaseRetry()
    const isWanted = wouldRetryAfter(end, headers)
    const isLeft = policy !== undefined && tries.length <= policy.numRetries
    if (isWanted && isLeft && mayRetry(cluster.cluster, cluster.resources)) {
      pauseAndRetry(policy.backOffBaseMs)
      return true
    }
    finish(end, { exhausted: isWanted && !isLeft, denied: isWanted && isLeft })
    return false
  }

  function wouldRetryAfter(end: TryEnd, headers: PodReply['headers']): boolean {
    if (!policy || end === 'overflow' || end === 'timeout' || end === 'left') return false
    return wouldRetry(policy, end === 'protocol-error' ? 'reset' : end, headers)
  }

  function pauseAndRetry(baseMs: number): void {
    cluster.resources.retries++
    isRetrying = true
    const boundMs = Math.min(baseMs * 2 ** (tries.length - 1), baseMs * 10)
    const pauseMs = Math.floor(random() * boundMs) + RETRY_OVERHEAD_MS
    backOffMs += pauseMs
    timers.push(
      queue.at(queue.nowMs() + pauseMs, () => {
        sendTry(pauseMs)
      }),
    )
  }

  function onTimeout(): void {
    if (answering === undefined) stop('timeout', {})
    else breakOff('timeout')
  }

  function breakOff(brokenOff: NonNullable<Tried['brokenOff']>): void {
    stop(answering ?? 0, { brokenOff }, DELAYED_CLOSE_MS)
  }

  /** Ends what is under way. */
  function stop(end: FinalResult & TryEnd, noted: Noted, lateMs = 0): void {
    if (isOver) return
    current?.abort(end)
    markLast(end)
    finish(end, noted, tries.length, lateMs)
  }

  function finish(result: FinalResult, noted: Noted, attempts = tries.length, lateMs = 0): void {
    isOver = true
    releaseRetry()
    for (const timer of timers) timer.cancelled = true
    const tried: Tried = {
      result,
      attempts,
      arrivals: tries.filter(({ sentMs }) => sentMs !== undefined).length,
      exhausted: false,
      endpoint: tries.at(-1)?.endpoint,
      elapsedMs: queue.nowMs() - startedMs,
      backOffMs,
      ...noted,
    }
    input.onDone(
      concludeForwarding(forwarding, tried, input.copies.length === 0 ? NO_COPIES : input.copies.map(toMirrored)),
      lateMs,
    )
  }

  function releaseRetry(): void {
    if (isRetrying) cluster.resources.retries--
    isRetrying = false
  }

  function markLast(end: TryEnd): void {
    const last = tries.at(-1)
    if (!last || last.endMs !== undefined) return
    last.endMs = queue.nowMs()
    last.result = end
  }
}

const NO_COPIES: Decision['mirrors'] = []

type Noted = Pick<Tried, 'denied' | 'brokenOff'> & { readonly exhausted?: boolean }

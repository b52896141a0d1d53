import { meet } from '../route/index.ts'
import type { HttpRequest } from '../route/index.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { Connection, ConnectOutcome, Stream } from './connection-pool.ts'
import type { TryEnd } from './event-log.ts'
import type { EventQueue, Timer } from './event-queue.ts'
import { hostKey } from './host.ts'
import type { Host } from './host.ts'
import type { PodReply } from './pod-behaviour.ts'
import type { Pods } from './pods.ts'
import { EXCHANGE_MS } from './timing.ts'

export interface TryInput {
  readonly queue: EventQueue
  readonly pods: Pods
  readonly cluster: ClusterRuntime
  readonly host: Host
  /** Else it is an address that the mesh does not know. */
  readonly isKnown: boolean
  readonly request: HttpRequest
  readonly attempt: number
  readonly random: () => number
  /** From the moment the pod has the request; Infinity: none. */
  readonly perTryMs: number
  /** The pod has it. */
  readonly onSent: (connection: number) => void
  /** Headers are there, and with `isWhole` all of it: whether the answer is kept. One that is not is cut off. */
  readonly onAnswer: (status: number, headers: PodReply['headers'], isWhole: boolean) => boolean
  /** It failed, or its answer broke off after the headers. */
  readonly onEnd: (end: TryEnd) => void
}

export interface OneTry {
  /** Nobody waits for it any more; it ends as this. */
  abort(end: TryEnd): void
}

/** One request to one host: a connection, the pod, its answer. Envoy, upstream_request.cc. */
export function startTry(input: TryInput): OneTry {
  const { queue, pods, cluster, host, request, attempt, random } = input
  const endpoint = input.isKnown ? host.endpoint : undefined
  const call = { key: hostKey(host.endpoint), endpoint, request, attempt, random }
  const timers: Timer[] = []
  let connection: Connection | undefined
  let isOver = false
  let hasAnswered = false
  const after = (ms: number, run: () => void): void => {
    if (ms !== Infinity) timers.push(queue.at(queue.nowMs() + ms, run))
  }

  function end(reusable: boolean): void {
    if (isOver) return
    isOver = true
    host.active--
    for (const timer of timers) timer.cancelled = true
    if (connection) connection.release(reusable)
    else host.pool.abandon(stream)
  }

  function fail(result: TryEnd): void {
    if (isOver) return
    if (!hasAnswered) cluster.report(host, result)
    end(false)
    input.onEnd(result)
  }

  function answer(status: number, headers: PodReply['headers'], isWhole: boolean): void {
    hasAnswered = true
    cluster.report(host, status)
    const isKept = input.onAnswer(status, headers, isWhole)
    if (isWhole || !isKept) end(isKept)
  }

  function ask(): void {
    input.onSent(connection?.number ?? 0)
    if (meet(cluster.cluster, endpoint) === 'reset') {
      after(EXCHANGE_MS, () => {
        fail('reset')
      })
      return
    }
    after(input.perTryMs, () => {
      if (!hasAnswered) fail('per-try-timeout')
    })
    const { answer: given, latencyMs, headers } = pods.ask(call)
    if (given === 'hang') return
    after(EXCHANGE_MS + latencyMs, () => {
      if (typeof given === 'number') answer(given, headers, true)
      else if (given === 'garbage') fail('protocol-error')
      else if (given === 'stall' || given === 'cut') {
        answer(200, headers, false)
        if (given === 'cut') {
          after(CUT_AFTER_MS, () => {
            fail('protocol-error')
          })
        }
      } else fail('reset')
    })
  }

  const stream: Stream = {
    connect(): ConnectOutcome {
      const met = meet(cluster.cluster, endpoint)
      if (met === 'refused' || met === 'tls-error') return met
      const { answer: given } = pods.knock(call)
      return given === 'refused' || given === 'blackhole' ? given : 'accepted'
    },
    onConnected() {
      cluster.report(host, 'connected')
    },
    onReady(ready) {
      connection = ready
      ask()
    },
    onFailure(reason) {
      fail(reason)
    },
  }

  host.active++
  host.pool.request(stream)
  return {
    abort(result) {
      // Of a host that it only waits for nothing is known yet.
      if (!isOver && !hasAnswered && connection) cluster.report(host, result)
      end(false)
    },
  }
}

/** What `cut` means. */
const CUT_AFTER_MS = 50

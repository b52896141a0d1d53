import type { Decision } from '../route/index.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { CopyRecord, TryEnd } from './event-log.ts'
import type { Timer } from './event-queue.ts'
import type { Mutable } from './mutable.ts'
import { startTry } from './one-try.ts'
import type { OneTry } from './one-try.ts'
import type { UpstreamInput } from './upstream-request.ts'

/**
 * One copy for each mirror that is drawn, within the rule's time-out, never retried, never seen by the caller. A mirror's own
 * limits hold, and how it answers counts for its pods. Envoy, shadow_writer_impl.cc [D90]-[D95].
 */
export function sendCopies(input: UpstreamInput, timeoutMs: number): void {
  const { queue, copies } = input
  for (const policy of input.mirrors) {
    const copy: Mutable<CopyRecord> = {
      policy,
      atMs: queue.nowMs(),
      endpoint: undefined,
      sentMs: undefined,
      endMs: undefined,
      result: undefined,
      connection: undefined,
    }
    copies.push(copy)
    const cluster = input.clusterOf(policy.cluster)
    if (cluster) send(input, cluster, copy, timeoutMs)
    else end(copy, 'no-healthy', queue.nowMs())
  }
}

function send(input: UpstreamInput, cluster: ClusterRuntime, copy: Mutable<CopyRecord>, timeoutMs: number): void {
  const { forwarding, queue, pods, random } = input
  const { course, hash } = forwarding
  const ready = course.clusters.get(copy.policy.cluster)
  const host =
    ready && cluster.pick({ ...forwarding, cluster: ready, hash: { ...hash, hash: undefined } }, random, undefined)
  if (!host) {
    end(copy, 'no-healthy', queue.nowMs())
    return
  }
  const isKnown = host.endpoint.pod !== ''
  copy.endpoint = isKnown ? host.endpoint : undefined
  const timers: Timer[] = []
  const over = (result: TryEnd): void => {
    end(copy, result, queue.nowMs())
    for (const timer of timers) timer.cancelled = true
  }
  const running: OneTry = startTry({
    queue,
    pods,
    cluster,
    host,
    isKnown,
    request: course.view.request,
    attempt: 1,
    random,
    perTryMs: Infinity,
    onSent(connection) {
      copy.sentMs = queue.nowMs()
      copy.connection = connection
    },
    onAnswer(status, _, isWhole) {
      if (isWhole) over(status)
      return true
    },
    onEnd: over,
  })
  if (timeoutMs <= 0 || copy.endMs !== undefined) return
  const onTimeout = (): void => {
    running.abort('timeout')
    over('timeout')
  }
  timers.push(queue.at(queue.nowMs() + timeoutMs, onTimeout))
}

function end(copy: Mutable<CopyRecord>, result: NonNullable<CopyRecord['result']>, atMs: number): void {
  copy.endMs = atMs
  copy.result = result
}

/** The copy as a decision tells of it: dropped where no connection came about. */
export function toMirrored({ policy, endpoint, result }: CopyRecord): Decision['mirrors'][number] {
  const isDropped = result !== undefined && NOT_SENT.has(result)
  return { policy, endpoint: isDropped ? undefined : endpoint }
}

const NOT_SENT: ReadonlySet<CopyRecord['result']> = new Set([
  'refused',
  'connect-timeout',
  'tls-error',
  'overflow',
  'no-healthy',
])

import type { MirrorPolicy } from '../envoy/index.ts'
import type { Decision } from '../route/index.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { CopyRecord, TryEnd } from './event-log.ts'
import type { Timer } from './event-queue.ts'
import type { Host } from './host.ts'
import type { Mutable } from './mutable.ts'
import { OneTry } from './one-try.ts'
import type { TryOwner } from './one-try.ts'
import type { UpstreamInput } from './upstream-request.ts'

/**
 * One copy for each mirror that is drawn, within the rule's time-out, never retried, never seen by the caller. A mirror's own
 * limits hold, and how it answers counts for its pods. Envoy, shadow_writer_impl.cc [D90]-[D95].
 */
export function sendCopies(input: UpstreamInput, timeoutMs: number): void {
  const { queue, record, clusterOf } = input
  for (const policy of input.mirrors) {
    const open = { sentMs: undefined, endMs: undefined, result: undefined, connection: undefined }
    const copy: Mutable<CopyRecord> = { policy, atMs: queue.nowMs(), endpoint: undefined, ...open }
    record.copies = [...record.copies, copy]
    const cluster = clusterOf(policy.cluster)
    const host = cluster && pickFor(policy, cluster, input)
    if (host) new Copy(input, copy).send(cluster, host, timeoutMs)
    else end(copy, 'no-healthy', queue.nowMs())
  }
}

function pickFor({ cluster: name }: MirrorPolicy, cluster: ClusterRuntime, { forwarding, random }: UpstreamInput) {
  const { course, hash } = forwarding
  const ready = course.clusters.get(name)
  return ready && cluster.pick({ ...forwarding, cluster: ready, hash: { ...hash, hash: undefined } }, random, undefined)
}

/** One copy on its way. */
class Copy implements TryOwner {
  private readonly input: UpstreamInput
  private readonly record: Mutable<CopyRecord>
  private timeout: Timer | undefined

  constructor(input: UpstreamInput, record: Mutable<CopyRecord>) {
    this.input = input
    this.record = record
  }

  send(cluster: ClusterRuntime, host: Host, timeoutMs: number): void {
    const { forwarding, queue, pods, random } = this.input
    const endpoint = host.endpoint.pod === '' ? undefined : host.endpoint
    this.record.endpoint = endpoint
    const call = { key: host.key, endpoint, request: forwarding.course.view.request, attempt: 1, random }
    const running = new OneTry({ ...call, queue, pods, cluster, host, perTryMs: Infinity, owner: this })
    running.start()
    if (timeoutMs <= 0 || this.record.endMs !== undefined) return
    this.timeout = queue.at(queue.nowMs() + timeoutMs, () => {
      running.abort('timeout')
      this.onEnd('timeout')
    })
  }

  onSent(connection: number): void {
    this.record.sentMs = this.input.queue.nowMs()
    this.record.connection = connection
  }

  onAnswer(status: number, _: unknown, isWhole: boolean): boolean {
    if (isWhole) this.onEnd(status)
    return true
  }

  onEnd(result: TryEnd): void {
    end(this.record, result, this.input.queue.nowMs())
    if (this.timeout) this.timeout.cancelled = true
  }
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

import {
  concludeForwarding,
  copiesOf,
  createSeededChance,
  endpointStep,
  endpointsStep,
  tellTransport,
} from '../route/index.ts'
import type { Decision, Forwarding, Router, Trace, TraceStep } from '../route/index.ts'
import type { EventLog, RequestRecord, TryEnd, TryRecord } from './event-log.ts'
import { toMirrored } from './mirror-copies.ts'
import { isForwarding } from './send-request.ts'
import { connectionOf, requestOf } from './vary-request.ts'

/**
 * Every step of a recorded request's way: routed again with the same seed, then its tries as they were. Undefined decision:
 * it is still on its way.
 */
export function explainRecord(
  record: RequestRecord,
  router: Router,
  { events }: Pick<EventLog, 'events'>,
): { readonly decision: Decision | undefined; readonly trace: Trace } {
  const trace: TraceStep[] = []
  const chance = createSeededChance(record.seed)
  const begun = router.begin(
    requestOf(record.requestClass, record.index, connectionOf(record.client, record.caller)),
    chance,
    trace,
  )
  if (!isForwarding(begun)) return { decision: begun, trace }
  copiesOf(begun)
  const end = trace.findIndex(({ kind }) => kind === 'route-not-reached')
  const unreached = end < 0 ? [] : trace.splice(end)
  for (const [i, one] of record.tries.entries()) tellTry(begun, record, one, i, events, trace)
  for (const { policy, endpoint } of record.copies.map(toMirrored)) {
    const because = endpoint ? `a copy goes to ${endpoint.pod}, its answer is thrown away` : 'the copy is dropped'
    trace.push({ kind: 'mirror', cluster: policy.cluster, pod: endpoint?.pod, because, origin: policy.origin })
  }
  const { decision } = record
  if (decision) tellEnd(begun, record, decision)
  trace.push(...unreached)
  return { decision, trace }
}

function tellTry(
  forwarding: Forwarding,
  record: RequestRecord,
  one: TryRecord,
  index: number,
  events: EventLog['events'],
  trace: TraceStep[],
): void {
  const { course, cluster: ready, action, route } = forwarding
  const before = record.tries[index - 1]
  if (!before) {
    const healthy = usableAt(record, ready.cluster.name, one.atMs, events) ?? ready.healthy.length
    const ejected = Math.max(0, ready.healthy.length - healthy)
    trace.push(endpointsStep(ready.cluster, healthy, name => course.clusters.get(name)?.cluster, ejected))
  } else {
    const failed = failureOf(before.result)
    const most = (action.retryPolicy?.numRetries ?? 0) + 1
    const { pauseMs } = one
    const pod = before.endpoint?.pod
    trace.push({
      kind: 'retry',
      attempt: index + 1,
      most,
      failed,
      pod,
      pauseMs,
      isMeasured: true,
      origin: route.origin,
    })
  }
  if (!one.endpoint) return
  trace.push(endpointStep(one.endpoint))
  if (!before) tellTransport(course, ready.cluster, one.endpoint)
}

/** How many hosts the balancer used at a moment; undefined where nothing had changed by then. */
function usableAt(
  record: RequestRecord,
  cluster: string,
  atMs: number,
  events: EventLog['events'],
): number | undefined {
  const last = events.findLast(
    event =>
      event.kind === 'delivered' &&
      event.cluster === cluster &&
      event.proxy === record.client.proxy &&
      event.atMs <= atMs,
  )
  return last?.kind === 'delivered' ? last.usable.length : undefined
}

type Failure = Extract<TraceStep, { kind: 'retry' }>['failed']

function failureOf(result: TryEnd | undefined): Failure {
  if (result === undefined || result === 'timeout' || result === 'overflow' || result === 'left') return 'reset'
  return result === 'protocol-error' ? 'reset' : result
}

/** The last step, in the words that the router has for it. */
function tellEnd(forwarding: Forwarding, record: RequestRecord, decision: Decision): void {
  const last = record.tries.at(-1)
  const answered = last && typeof last.result === 'number' && decision.details !== 'no_healthy_upstream'
  concludeForwarding(
    forwarding,
    {
      result: answered ? last.result : endOf(last?.result, decision),
      attempts: decision.attempts,
      arrivals: decision.arrivals ?? 0,
      exhausted: decision.flags.includes('URX'),
      denied: decision.flags.includes('UO') && last?.result !== 'overflow',
      endpoint: decision.endpoint,
      elapsedMs: decision.upstreamMs ?? 0,
      backOffMs: decision.backOffMs ?? 0,
    },
    decision.mirrors,
  )
}

function endOf(result: TryEnd | undefined, { details }: Decision) {
  if (details === 'no_healthy_upstream' || result === undefined) return 'no-healthy'
  if (details === 'response_timeout') return 'timeout'
  return details === 'downstream_remote_disconnect' ? 'left' : result
}

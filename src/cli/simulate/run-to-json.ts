import type { ClusterEvent, CopyRecord, RequestRecord, TryRecord } from '../../core/simulate/index.ts'
import type { Run } from './run-scenario.ts'
import { talliesOf } from './tallies.ts'

/** A run as one object, for programs: times in milliseconds, null for what is not known (yet). */
export function runToJson({ log, applied }: Run, seed: number, placeOf: (origin: Origin) => string): object {
  return {
    seed,
    untilMs: log.untilMs,
    applied: applied.map(({ sinceMs: atMs, label, origin }) => ({ atMs, label, at: origin ? placeOf(origin) : null })),
    events: log.events.map(toEvent),
    requests: log.requests.map(toRequest),
    tallies: talliesOf(log.requests).map(tally => ({
      ...tally,
      successPercent: tally.successPercent ?? null,
      answers: Object.fromEntries(tally.answers),
      triesByPod: Object.fromEntries(tally.triesByPod),
      latency: tally.latency ?? null,
    })),
  }
}

type Origin = NonNullable<Run['applied'][number]['origin']>

function toEvent(event: ClusterEvent): object {
  const { kind, atMs, proxy } = event
  const base = { kind, atMs, proxy }
  switch (event.kind) {
    case 'ejected': {
      const { cluster, endpoint, because, count, untilMs, enforced } = event
      return { ...base, cluster, pod: endpoint.pod, because, count, untilMs, enforced }
    }
    case 'returned':
      return { ...base, cluster: event.cluster, pod: event.endpoint.pod }
    case 'delivered':
      return { ...base, cluster: event.cluster, usable: event.usable.map(({ pod }) => pod) }
    case 'configured':
      return { ...base, label: event.label }
  }
}

function toRequest({ number, atMs, endMs, client, requestClass, decision, tries, copies }: RequestRecord): object {
  return {
    number,
    atMs,
    endMs: endMs ?? null,
    client: client.id,
    request: requestClass.label,
    status: decision?.status ?? null,
    flags: decision?.flags ?? null,
    details: decision?.details ?? null,
    cluster: decision?.cluster ?? null,
    tries: tries.map(one => ({ ...toTry(one), pauseMs: one.pauseMs })),
    ...(copies.length > 0 && { copies: copies.map(copy => ({ ...toTry(copy), cluster: copy.policy.cluster })) }),
  }
}

function toTry({
  atMs,
  sentMs,
  endMs,
  endpoint,
  result,
}: Omit<TryRecord, 'result' | 'pauseMs'> & Pick<CopyRecord, 'result'>): object {
  return { atMs, sentMs: sentMs ?? null, endMs: endMs ?? null, pod: endpoint?.pod ?? null, result: result ?? null }
}

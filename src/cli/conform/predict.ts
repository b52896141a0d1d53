import type { EnvoyConfig } from '../../core/envoy/index.ts'
import { receivedRequest, responseHeaders } from '../../core/route/index.ts'
import type { Decision, HttpRequest, Outcome } from '../../core/route/index.ts'
import type { HeaderLines } from './corpus.ts'

/** One thing that can happen to a request, in the words of an expectation. */
export interface Prediction {
  readonly probability: number
  readonly outcome: string
  readonly status: string
  readonly flags: string
  readonly details: string
  readonly route: string
  readonly cluster: string
  readonly attempts: string
  /** Undefined where no pod's answer reached the caller. */
  readonly workloads: string | undefined
  readonly podHits: string
  /** Copies by workload. */
  readonly mirrored: Readonly<Record<string, number>>
  readonly mirrorHost: string | undefined
  /** What pods may have got: one for each try. */
  readonly received: readonly { readonly path: string; readonly headers: HeaderLines }[]
  readonly responseHeaders: HeaderLines | undefined
  readonly localBody: string | undefined
  readonly localHeaders: HeaderLines | undefined
  readonly durationMs: number
  /** Drawn at random within it: from 0 to twice this. */
  readonly backOffMs: number
}

export function predict({ probability, decision }: Outcome, request: HttpRequest, config: EnvoyConfig): Prediction {
  const { attempts, localReply, mirrors, route } = decision
  const answered = decision.outcome === 'http' && localReply === undefined
  const tries = decision.arrivals ?? (answered || decision.endpoint ? attempts : 0)
  const copies = mirrors.flatMap(({ endpoint }) => (endpoint ? [endpoint.workload] : []))
  const received = Array.from({ length: tries > 0 ? attempts : 0 }, (_, i) =>
    asRecorded(receivedRequest({ ...decision, attempts: i + 1 }, request)),
  )
  return {
    probability,
    outcome: decision.outcome,
    status: String(decision.status),
    flags: decision.flags,
    details: decision.details,
    route: route?.name === undefined || route.name === '' ? '-' : route.name,
    cluster: decision.cluster,
    attempts: String(attempts),
    workloads: answered ? workloadOf(decision, config) : undefined,
    podHits: String(tries + copies.length),
    mirrored: countEach(copies),
    mirrorHost: copies.length > 0 ? received[0]?.headers[0]?.[1] : undefined,
    received,
    responseHeaders: answered ? without(OF_THE_WAY, responseHeaders(decision, request)) : undefined,
    localBody: localReply?.body,
    localHeaders: localReply && without(OF_THE_WAY, localReply.headers),
    durationMs: decision.delayMs + (decision.upstreamMs ?? 0),
    backOffMs: decision.backOffMs ?? 0,
  }
}

/** What the recordings leave out: headers of the hop, of tracing and of the clock, and the time that a pod is told. */
const OF_THE_WAY: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'traceparent',
  'tracestate',
  'x-envoy-decorator-operation',
  'x-envoy-expected-rq-timeout-ms',
  'x-envoy-upstream-service-time',
  'x-forwarded-proto',
  'x-request-id',
])
const OF_TRACING = /^x-(?:b3-|envoy-peer-metadata)/

const without = (names: ReadonlySet<string>, lines: HeaderLines): HeaderLines =>
  lines.filter(([name]) => !names.has(name) && !OF_TRACING.test(name))

function asRecorded({ path, headers }: ReturnType<typeof receivedRequest>): Prediction['received'][number] {
  return { path, headers: without(OF_THE_WAY, headers) }
}

/** Who answered, as recorded: what left for the address that was dialled has no workload there. */
function workloadOf({ cluster, endpoint }: Decision, { clusters }: EnvoyConfig): string {
  if (cluster === '-' || cluster === 'PassthroughCluster') return cluster
  const isDialled = clusters.get(cluster)?.type === 'ORIGINAL_DST'
  return isDialled || !endpoint ? 'original-destination' : endpoint.workload
}

function countEach(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

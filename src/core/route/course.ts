import type { Cluster, Endpoint, Route, VirtualHost, WeightedCluster } from '../envoy/index.ts'
import type { ClusterName } from '../base/ids.ts'
import type { Chance } from './chance.ts'
import type { Decision, MirroredCopy } from './decision.ts'
import type { Forwarding } from './forwarding.ts'
import { makeReply } from './local-reply.ts'
import type { Made } from './local-reply.ts'
import type { OutboundProxy } from './outbound-proxy.ts'
import type { PodAnswers } from './pod-answers.ts'
import type { RequestView } from './request-view.ts'
import type { TraceStep } from './trace.ts'

export interface ReadyCluster {
  readonly cluster: Cluster
  readonly healthy: readonly Endpoint[]
}

export type ReadyClusters = ReadonlyMap<ClusterName, ReadyCluster>

/** A connection that a proxy has taken. `steps` collects the trace, where somebody wants one. */
export interface Connection {
  readonly view: RequestView
  readonly chance: Chance
  readonly steps: TraceStep[] | undefined
  readonly clusters: ReadyClusters
  readonly proxy: OutboundProxy
  /** Where the caller's connection was addressed to. */
  readonly address: string
}

/** One request on its way once its virtual host is known. */
export interface Course extends Connection {
  /** How pods answer; without it every one answers 200 at once. */
  readonly pods: PodAnswers | undefined
  readonly virtualHost: VirtualHost
  /** Takes over once the request is to be forwarded; without it the tries are decided at once. */
  readonly hold?: ((forwarding: Forwarding) => Decision) | undefined
}

/** What the fault filter and the draw have settled before the router acts. */
export interface Settled {
  readonly route: Route | undefined
  readonly leg: WeightedCluster | undefined
  readonly cluster: ReadyCluster | undefined
  readonly delayMs: number
}

export interface LocalAnswer {
  readonly status: number
  /** Without `DI`, which a delay puts before it. */
  readonly flag: string
  readonly details: string
  readonly attempts: number
  readonly made: Made
  /** Whom the last try was for. */
  readonly endpoint?: Endpoint | undefined
  readonly because: string
}

const THE_SIDECAR = 'the sidecar itself'
const THE_GATEWAY = 'the gateway itself'
export const NO_MIRRORS: readonly MirroredCopy[] = []

/** The decision where the proxy answers by itself, and its last trace step. */
export function answerLocally(course: Course, settled: Settled, answer: LocalAnswer): Decision {
  const { route, leg, cluster, delayMs } = settled
  const decision = {
    outcome: 'http' as const,
    status: answer.status,
    flags: withDelayFlag(answer.flag, delayMs),
    details: answer.details,
    virtualHost: course.virtualHost,
    route,
    leg,
    cluster: cluster?.cluster.name ?? ('-' as const),
    endpoint: answer.endpoint,
    attempts: answer.attempts,
    delayMs,
    mirrors: NO_MIRRORS,
  }
  const { status, reply } = makeReply(course.view.request, decision, answer.made)
  course.steps?.push({
    kind: 'answer',
    origin: leg?.origin ?? route?.origin ?? course.virtualHost.origin,
    status,
    flags: decision.flags,
    details: answer.details,
    by: course.view.request.atGateway ? THE_GATEWAY : THE_SIDECAR,
    because: answer.because,
  })
  return { ...decision, status, localReply: reply }
}

/** Flags in the order in which they were raised; an injected delay is the first. */
export function withDelayFlag(flag: string, delayMs: number): string {
  if (delayMs === 0) return flag
  return flag === '-' ? 'DI' : `DI,${flag}`
}

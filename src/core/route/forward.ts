import type { ForwardAction, MirrorPolicy, Route, WeightedCluster } from '../envoy/index.ts'
import { answerLocally, NO_MIRRORS, withDelayFlag } from './course.ts'
import type { Course, ReadyCluster, Settled } from './course.ts'
import type { Decision, MirroredCopy } from './decision.ts'
import { pickEndpoint } from './endpoint.ts'
import { drawPart } from './fault.ts'
import { describeRewrites } from './headers/received-request.ts'
import { makeReply } from './local-reply.ts'

/**
 * Draws the leg, once per request, by its share of the sum. Envoy, weighted_cluster_specifier.cc: a random number modulo
 * the total weight, the legs in their order [C4]-[C6].
 */
export function drawLeg(course: Course, route: Route, action: ForwardAction): WeightedCluster | undefined {
  const { clusters, totalWeight } = action
  if (clusters.length < 2) return clusters[0]
  const { chance, steps } = course
  const weights = weightsOf(action)
  const index = chance.choose(weights, totalWeight)
  steps?.push({
    kind: 'draw',
    what: 'leg',
    value: chance.last,
    options: clusters.map((leg, i) => ({ label: leg.cluster, share: leg.weight / totalWeight, taken: i === index })),
    origin: route.origin,
  })
  return clusters[index]
}

const WEIGHTS = new WeakMap<ForwardAction, readonly number[]>()

function weightsOf(action: ForwardAction): readonly number[] {
  const known = WEIGHTS.get(action)
  if (known) return known
  const weights = action.clusters.map(leg => leg.weight)
  WEIGHTS.set(action, weights)
  return weights
}

/** The router: cluster, edits, endpoint, copies. Envoy, router.cc, Filter::decodeHeaders [P6]. */
export function forward(course: Course, route: Route, action: ForwardAction, settled: Settled): Decision {
  const { leg, cluster } = settled
  if (leg) reportCluster(course, leg, cluster)
  if (!cluster) return clusterNotFound(course, action, settled)
  if (course.steps) {
    for (const what of describeRewrites(course.view, route, leg)) {
      course.steps.push({ kind: 'rewrite', what, origin: route.origin })
    }
  }
  const picked = pickEndpoint(course, cluster)
  if (picked === 'none') return noHealthyUpstream(course, settled)
  const mirrors = action.mirrors.length === 0 ? NO_MIRRORS : sendCopies(course, action.mirrors)
  const flags = withDelayFlag('-', settled.delayMs)
  const by = picked?.pod ?? course.address
  course.steps?.push({
    kind: 'answer',
    status: 200,
    flags,
    details: 'via_upstream',
    by,
    because: `${by} answers`,
    origin: picked?.origin,
  })
  return {
    outcome: 'http',
    status: 200,
    flags,
    details: 'via_upstream',
    virtualHost: course.virtualHost,
    route,
    leg,
    cluster: cluster.cluster.name,
    endpoint: picked,
    attempts: 1,
    delayMs: settled.delayMs,
    mirrors,
    localReply: undefined,
  }
}

function reportCluster({ steps }: Course, leg: WeightedCluster, ready: ReadyCluster | undefined): void {
  if (!steps) return
  const cluster = ready?.cluster
  steps.push({
    kind: 'cluster',
    name: leg.cluster,
    found: cluster !== undefined,
    because: cluster ? 'the sidecar has this cluster' : 'the sidecar has no cluster of this name',
    origin: cluster ? (cluster.subsetOrigin ?? cluster.destinationRuleOrigin ?? cluster.serviceOrigin) : leg.origin,
  })
}

function clusterNotFound(course: Course, action: ForwardAction, settled: Settled): Decision {
  return answerLocally(course, settled, {
    status: action.clusterNotFoundStatus,
    flag: 'NC',
    details: 'cluster_not_found',
    attempts: 0,
    reply: makeReply(course.view.request, '', settled),
    because: `no cluster ${settled.leg?.cluster ?? ''}`,
  })
}

function noHealthyUpstream(course: Course, settled: Settled): Decision {
  const body = 'no healthy upstream'
  return answerLocally(course, settled, {
    status: 503,
    flag: 'UH',
    details: 'no_healthy_upstream',
    attempts: 1,
    reply: makeReply(course.view.request, body, settled),
    because: 'no pod can take it',
  })
}

/** Copies, once the request itself has an endpoint; one that cannot be sent is dropped [C71] [C73]. */
function sendCopies(course: Course, policies: readonly MirrorPolicy[]): readonly MirroredCopy[] {
  const copies: MirroredCopy[] = []
  for (const policy of policies) {
    if (!drawPart(course, 'mirror', policy, policy.numerator, policy.denominator)) continue
    const ready = course.clusters.get(policy.cluster)
    const picked = ready ? pickEndpoint({ ...course, steps: undefined }, ready) : 'none'
    const endpoint = picked === 'none' ? undefined : picked
    copies.push({ policy, endpoint })
    course.steps?.push({
      kind: 'mirror',
      cluster: policy.cluster,
      pod: endpoint?.pod,
      because: mirrorWords(ready, endpoint?.pod),
      origin: policy.origin,
    })
  }
  return copies
}

function mirrorWords(ready: ReadyCluster | undefined, pod: string | undefined): string {
  if (!ready) return 'the copy is dropped: no such cluster'
  return pod === undefined ? 'the copy is dropped: no healthy pod' : `a copy goes to ${pod}, its answer is thrown away`
}

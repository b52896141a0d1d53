import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Endpoint, ForwardAction, MirrorPolicy, Route, WeightedCluster } from '../envoy/index.ts'
import { answered, conclude, noHealthyUpstream } from './conclude.ts'
import { answerLocally, NO_MIRRORS } from './course.ts'
import type { Course, ReadyCluster, Settled } from './course.ts'
import type { Decision, MirroredCopy } from './decision.ts'
import { drawCopies } from './draw-copies.ts'
import { NO_HASH, pickEndpoint } from './endpoint.ts'
import { hashRequest } from './hash/request-hash.ts'
import type { RequestHash } from './hash/request-hash.ts'
import { editedView } from './headers/edited-view.ts'
import { describeRewrites } from './headers/received-request.ts'
import { unsendableName } from './headers/unsendable-name.ts'
import { clusterParts, legLabels, missingWords } from './label.ts'
import type { PodAnswers } from './pod-answers.ts'
import { meet, tellTransport } from './transport.ts'
import { tryEndpoints } from './try-endpoints.ts'
import type { TraceStep } from './trace.ts'

type Step<Kind extends TraceStep['kind']> = Extract<TraceStep, { kind: Kind }>

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
    options: optionsOf(action, index),
    origin: weightOf(clusters[index]) ?? route.origin,
  })
  return clusters[index]
}

function optionsOf({ clusters, totalWeight }: ForwardAction, taken: number): Step<'draw'>['options'] {
  const labels = legLabels(clusters.map(leg => leg.cluster))
  return clusters.map((leg, i) => ({ label: labels[i] ?? '', share: leg.weight / totalWeight, taken: i === taken }))
}

const weightOf = (leg: WeightedCluster | undefined): Origin | undefined => leg?.origin && below(leg.origin, 'weight')

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
  const requestHash = hashFor(course, action, route, leg)
  const odd = unsendableName(course.view, route, leg)
  if (course.hold && odd === undefined)
    return course.hold({ kind: 'forwarding', course, settled, route, action, cluster, hash: requestHash })
  const picked = pickEndpoint(course, cluster, requestHash)
  if (picked === 'none') return noHealthyUpstream(course, settled)
  const { endpoint } = picked
  tellTransport(course, cluster.cluster, endpoint)
  if (odd !== undefined && isConnected(course, cluster, endpoint))
    return cannotBeWritten(course, settled, endpoint, odd)
  const mirrors = action.mirrors.length === 0 ? NO_MIRRORS : sendCopies(course, drawCopies(course, action, leg))
  if (course.pods || meet(cluster.cluster, endpoint) !== 'accepted') {
    const tried = tryEndpoints(course, cluster, picked, action, course.pods ?? ALL_ANSWER, route.origin)
    return conclude(course, settled, tried, picked.hash, mirrors)
  }
  return answered(course, settled, { status: 200, flag: '-', attempts: 1, endpoint, mirrors, hash: picked.hash })
}

/** The connection stands, and nothing can be sent over it: nobody tries a second time, and no copies leave. */
function cannotBeWritten(course: Course, settled: Settled, endpoint: Endpoint | undefined, name: string): Decision {
  const decision = answerLocally(course, settled, {
    status: 503,
    flag: 'DPE',
    details: `filter_removed_required_request_headers{invalid_header_name:_${name.replaceAll(' ', '_')}}`,
    attempts: 1,
    made: { body: `invalid header name: ${name}`, wasSent: true },
    endpoint,
    because: 'No request can have a header of that name.',
  })
  return { ...decision, arrivals: 0 }
}

function isConnected({ pods, view }: Course, { cluster }: ReadyCluster, endpoint: Endpoint | undefined): boolean {
  if (meet(cluster, endpoint) !== 'accepted') return false
  const status = pods?.(endpoint, view.request, 1).status
  return status !== 'refused' && status !== 'connect-timeout'
}

const ALL_ANSWER: PodAnswers = () => ({ status: 200, latencyMs: 0 })

/** What requests hash to, where the route has a say. Envoy hashes what it sends: the rule's edits are made by then. */
function hashFor(
  { view, proxy }: Course,
  { hashPolicies }: ForwardAction,
  route: Route,
  leg: WeightedCluster | undefined,
): RequestHash {
  return hashPolicies
    ? hashRequest(hashPolicies, editedView(view, route, leg), view.request.sourceAddress ?? proxy.sourceAddress)
    : NO_HASH
}

function clusterWords(name: string): string {
  if (name === 'PassthroughCluster') return 'to the address that was dialled'
  return (clusterParts(name)?.subset ?? '') === '' ? 'no subset is asked for' : 'a DestinationRule defines this subset'
}

function reportCluster(
  { steps, clusters, proxy }: Course,
  leg: WeightedCluster,
  ready: ReadyCluster | undefined,
): void {
  if (!steps) return
  const isSubset = (clusterParts(leg.cluster)?.subset ?? '') !== ''
  steps.push({
    kind: 'cluster',
    name: leg.cluster,
    found: ready !== undefined,
    because: ready ? clusterWords(leg.cluster) : missingWords(leg.cluster, clusters, proxy.refused),
    origin: leg.origin ? below(leg.origin, 'destination', isSubset ? 'subset' : 'host') : ready?.cluster.serviceOrigin,
  })
}

function clusterNotFound(course: Course, action: ForwardAction, settled: Settled): Decision {
  return answerLocally(course, settled, {
    status: action.clusterNotFoundStatus,
    flag: 'NC',
    details: 'cluster_not_found',
    attempts: 0,
    made: { body: '' },
    because: 'No pod saw it, nothing to retry.',
  })
}

/** Copies, once the request itself has an endpoint; one that cannot be sent is dropped [C71] [C73]. */
function sendCopies(course: Course, policies: readonly MirrorPolicy[]): readonly MirroredCopy[] {
  const copies: MirroredCopy[] = []
  for (const policy of policies) {
    const ready = course.clusters.get(policy.cluster)
    const picked = ready ? pickEndpoint({ ...course, steps: undefined }, ready) : 'none'
    const endpoint =
      picked === 'none' || !ready || !isConnected(course, ready, picked.endpoint) ? undefined : picked.endpoint
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

import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Endpoint, ForwardAction, MirrorPolicy, Route, WeightedCluster } from '../envoy/index.ts'
import { answerLocally, NO_MIRRORS, withDelayFlag } from './course.ts'
import type { Course, ReadyCluster, Settled } from './course.ts'
import type { Decision, MirroredCopy } from './decision.ts'
import { drawCopies } from './draw-copies.ts'
import { NO_HASH, pickEndpoint } from './endpoint.ts'
import { setCookieLines } from './hash/made-up-cookie.ts'
import { hashRequest } from './hash/request-hash.ts'
import type { RequestHash } from './hash/request-hash.ts'
import { editedView } from './headers/edited-view.ts'
import { describeRewrites } from './headers/received-request.ts'
import { unsendableName } from './headers/unsendable-name.ts'
import { clusterParts, legLabels, missingWords } from './label.ts'
import type { PodAnswers } from './pod-answers.ts'
import { clientCertificate, meet, tellTransport } from './transport.ts'
import { tryEndpoints } from './try-endpoints.ts'
import type { TraceStep } from './trace.ts'
import type { Tried } from './try-endpoints.ts'

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
  const picked = pickEndpoint(course, cluster, hashFor(course, action, route, leg))
  if (picked === 'none') return noHealthyUpstream(course, settled)
  const { endpoint } = picked
  tellTransport(course, cluster.cluster, endpoint)
  const odd = unsendableName(course.view, route, leg)
  if (odd !== undefined && isConnected(course, cluster, endpoint))
    return cannotBeWritten(course, settled, endpoint, odd)
  const mirrors = action.mirrors.length === 0 ? NO_MIRRORS : sendCopies(course, drawCopies(course, action, leg))
  if (course.pods || meet(cluster.cluster, endpoint) !== 'accepted') {
    const tried = tryEndpoints(course, cluster, picked, action, course.pods ?? ALL_ANSWER, route.origin)
    return { ...conclude(course, settled, tried, picked.hash), mirrors }
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
  return hashPolicies ? hashRequest(hashPolicies, editedView(view, route, leg), proxy.sourceAddress) : NO_HASH
}

/** The cookies that were made up where the request brought none. */
function madeUpCookies({ proxy }: Course, { cluster, healthy }: ReadyCluster, { endpoint, hash }: PodReply) {
  const { newCookies } = hash
  const table = newCookies.length > 0 && endpoint ? proxy.tables(cluster, healthy) : undefined
  return table && endpoint && setCookieLines(newCookies, table, endpoint)
}

interface PodReply {
  readonly status: number
  readonly flag: string
  readonly attempts: number
  readonly endpoint: Endpoint | undefined
  readonly mirrors: Decision['mirrors']
  readonly hash: RequestHash
}

/** The decision where a pod's answer goes back to the caller. */
function answered(course: Course, settled: Settled, reply: PodReply): Decision {
  const { route, leg, cluster, delayMs } = settled
  const { status, attempts, endpoint, mirrors } = reply
  const flags = withDelayFlag(reply.flag, delayMs)
  if (course.steps) {
    const by = endpoint?.pod ?? course.address
    const because = attempts > 1 ? `, on try ${String(attempts)}` : ''
    course.steps.push({ kind: 'answer', status, flags, details: VIA, by, because, origin: endpoint?.origin })
  }
  return {
    outcome: 'http',
    status,
    flags,
    details: VIA,
    virtualHost: course.virtualHost,
    route,
    leg,
    cluster: cluster?.cluster.name ?? '-',
    endpoint,
    attempts,
    delayMs,
    mirrors,
    localReply: undefined,
    clientCertificate: cluster && clientCertificate(course, cluster.cluster, endpoint),
    setCookies: cluster && madeUpCookies(course, cluster, reply),
  }
}

const VIA = 'via_upstream'

/** The decision after the last try: the pod's answer, or the proxy's own where none came in time [C33] [C55] [C56]. */
function conclude(course: Course, settled: Settled, tried: Tried, hash: RequestHash): Decision {
  const { result, attempts, arrivals, exhausted, endpoint, elapsedMs, backOffMs } = tried
  const time = { arrivals, upstreamMs: elapsedMs, backOffMs }
  const flagged = (flag: string) => (exhausted ? (flag === '-' ? 'URX' : `URX,${flag}`) : flag)
  if (typeof result === 'number') {
    const reply = { status: result, flag: flagged('-'), attempts, endpoint, mirrors: NO_MIRRORS, hash }
    return { ...answered(course, settled, reply), ...time }
  }
  const { status, flag, details, body } = FAILURES[result]
  const latest = attempts > 1 ? 'retried and the latest reset reason' : 'reset reason'
  const decision = answerLocally(course, settled, {
    status,
    flag: flagged(flag),
    details,
    attempts,
    made: { body: body.replace('reset reason', latest), wasSent: true },
    endpoint,
    because: attempts > 1 ? `All ${String(attempts)} tries failed.` : 'Its only try failed.',
  })
  return { ...decision, ...time }
}

const NOT_CONNECTED = 'upstream_reset_before_response_started{remote_connection_failure'
const NO_CONNECTION = {
  status: 503,
  flag: 'UF',
  body: 'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure',
}

const TIMED_OUT = { status: 504, flag: 'UT', body: 'upstream request timeout' }

const FAILURES = {
  timeout: { ...TIMED_OUT, details: 'response_timeout' },
  'per-try-timeout': { ...TIMED_OUT, details: 'upstream_per_try_timeout' },
  refused: { ...NO_CONNECTION, details: `${NOT_CONNECTED}|delayed_connect_error:_Connection_refused}` },
  // As the recordings write it, without BoringSSL's own words.
  'tls-error': { ...NO_CONNECTION, details: `${NOT_CONNECTED}{TLS_error}` },
  'connect-timeout': {
    ...NO_CONNECTION,
    details: 'upstream_reset_before_response_started{connection_timeout}',
    body: 'upstream connect error or disconnect/reset before headers. reset reason: connection timeout',
  },
  reset: {
    status: 503,
    flag: 'UC',
    details: 'upstream_reset_before_response_started{connection_termination}',
    body: 'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
  },
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

function noHealthyUpstream(course: Course, settled: Settled): Decision {
  const body = 'no healthy upstream'
  return answerLocally(course, settled, {
    status: 503,
    flag: 'UH',
    details: 'no_healthy_upstream',
    attempts: 1,
    made: { body, wasSent: true },
    because: 'No pod could take it.',
  })
}

/** Copies, once the request itself has an endpoint; one that gets no connection is dropped [C71] [C73]. */
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

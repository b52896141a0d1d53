import type { Decision, HttpRequest } from '../core/route/index.ts'
import * as ids from './ids.ts'
import type { Outcome } from './outcome.ts'
import {
  flagsOf,
  isAnswered,
  isBlackhole,
  isClosedByPod,
  isNotTaken,
  isRefusedPassthrough,
  outcomeOf,
} from './outcome.ts'
import type { Lane, LegRow } from './stage.ts'
import type { StageIndex } from './stage-index.ts'

/** A lane that a way runs over, with all that follows from the decision. */
export type LaneStub = Pick<Lane, 'id' | 'kind' | 'from' | 'to'>

/** Where one decision takes its request over the stage: which lanes in turn, and where it ends. */
export interface Way {
  readonly lanes: readonly LaneStub[]
  readonly outcome: Outcome
  readonly end: End
  /** Cards, rows and legs passed; lanes and end not repeated. */
  readonly passes: readonly string[]
  readonly ghosts: readonly { readonly lanes: readonly LaneStub[]; readonly end: string | undefined }[]
}

type End =
  | { readonly kind: 'pod'; readonly id: string; readonly workload: string }
  | { readonly kind: 'outside'; readonly id: string; readonly host: string }
  | { readonly kind: 'reply'; readonly id: string; readonly at: string }
  | { readonly kind: 'hole'; readonly id: string; readonly at: string; readonly cause: Cause }

/** Why a request died, as far as it decides which hole takes it. */
export type Cause =
  | 'dns'
  | 'no-listener'
  | 'refused-passthrough'
  | 'no-virtual-host'
  | 'no-rule'
  | 'injected'
  | 'no-cluster'
  | 'no-endpoint'
  /** The pod does not take what the caller's proxy speaks, or nothing there listens. */
  | 'not-taken'
  /** A limit of the cluster is reached: it is turned away before the cluster. */
  | 'full'
  | 'other'

export function wayOf(index: StageIndex, decision: Decision, request: HttpRequest): Way {
  const outcome = outcomeOf(decision)
  const start = startOf(index, decision)
  const finish = finishOf(index, decision, request, start.from)
  return {
    lanes: [...start.lanes, ...finish.lanes],
    outcome,
    end: finish.end,
    passes: [...start.passes, ...finish.passes],
    ghosts: ghostsOf(index, decision),
  }
}

interface Stretch {
  readonly lanes: readonly LaneStub[]
  readonly passes: readonly string[]
}

const lane = (kind: Lane['kind'], from: string, to: string): LaneStub => ({
  id: ids.laneId(kind, from, to),
  kind,
  from,
  to,
})

export const spineTo = (rules: string, to: string): LaneStub => lane('spine', rules, to)
export const inTo = (rules: string): LaneStub => lane('in', ids.CLIENT, rules)
/** A rail runs through the card on its leg's line, so it starts and ends at the leg. */
export const railOf = (leg: string): LaneStub => ({ id: ids.laneId('rail', leg), kind: 'rail', from: leg, to: leg })
export const splitTo = (from: string, cluster: string): LaneStub => lane('split', from, cluster)
export const throughSubset = (cluster: string): LaneStub => ({
  id: ids.laneId('subset', cluster),
  kind: 'subset',
  from: cluster,
  to: cluster,
})
export const deliverTo = (from: string, workload: string): LaneStub => lane('deliver', from, workload)
export const mirrorTo = (leg: string, cluster: string): LaneStub => lane('mirror', leg, cluster)

/** From the client to the end of the leg's rail, or as far as the request came in the rules card. */
function startOf(index: StageIndex, decision: Decision): Stretch & { readonly from: string } {
  const rules = index.rulesOf(decision)
  if (!rules || isRefusedPassthrough(decision) || isBlackhole(decision)) {
    return { lanes: [], passes: [], from: ids.CLIENT }
  }
  const row = index.rowOf(decision)
  if (!row) return { lanes: [inTo(rules.id), spineTo(rules.id, rules.id)], passes: [rules.id], from: rules.id }
  const leg = flagsOf(decision).includes('FI') ? undefined : index.legOf(decision)
  const lanes = [inTo(rules.id), spineTo(rules.id, leg ? leg.id : row.id)]
  if (!leg) return { lanes, passes: [rules.id, row.id], from: row.id }
  return { lanes: [...lanes, railOf(leg.id)], passes: [rules.id, row.id, leg.id], from: leg.id }
}

/** From there to a pod, a reply or a hole. */
function finishOf(
  index: StageIndex,
  decision: Decision,
  request: HttpRequest,
  from: string,
): Stretch & { readonly end: End } {
  const death = (cause: Cause, at: string, key: string, before: Stretch = { lanes: [], passes: [] }) => {
    const id = ids.holeId(key, cause)
    const start = before.lanes.at(-1)?.to ?? from
    return {
      lanes: [...before.lanes, lane('fall', start, id)],
      passes: before.passes,
      end: { kind: 'hole', id, at, cause } as const,
    }
  }
  if (decision.outcome === 'dns-failure') return death('dns', ids.CLIENT, ids.CLIENT)
  if (decision.outcome === 'no-listener') {
    if (!decision.endpoint) return death('no-listener', ids.SIDECAR, ids.SIDECAR)
    const at = ids.workloadId(decision.endpoint.namespace, decision.endpoint.workload)
    return death('not-taken', at, at)
  }
  if (isRefusedPassthrough(decision)) return death('refused-passthrough', ids.SIDECAR, ids.SIDECAR)

  const through = throughCluster(index, decision.cluster === '-' ? decision.leg?.cluster : decision.cluster, from)
  const flags = flagsOf(decision)
  if (decision.endpoint && (flags.length === 0 || isAnswered(decision)) && !isClosedByPod(decision)) {
    const { namespace, workload, pod } = decision.endpoint
    const workloadId = ids.workloadId(namespace, workload)
    return {
      lanes: [...through.lanes, deliverTo(through.lanes.at(-1)?.to ?? from, workloadId)],
      passes: [...through.passes, workloadId],
      end: { kind: 'pod', id: ids.podId(namespace, pod), workload: workloadId },
    }
  }
  if (flags.includes('FI')) return death('injected', from, from)
  if (flags.includes('NC')) {
    const cluster = decision.leg?.cluster ?? (decision.cluster === '-' ? from : decision.cluster)
    const card = index.subsetsOf(cluster)
    // Without a DestinationRule every subset is missing for one and the same reason.
    const key = card !== undefined && index.lacksDestinationRule(cluster) ? card : cluster
    const at = card ?? index.rulesOf(decision)?.id ?? (from === ids.CLIENT ? ids.SIDECAR : from)
    return death('no-cluster', at, key)
  }
  if (flags.includes('NR')) {
    const rules = isBlackhole(decision) ? undefined : index.rulesOf(decision)
    return rules ? death('no-rule', rules.id, rules.id) : death('no-virtual-host', ids.SIDECAR, ids.SIDECAR)
  }
  const [split] = through.lanes
  // A limit of retries alone turns nobody away: then something else ended the last try.
  if (split && decision.details.includes('overflow'))
    return death('full', split.to, split.to, { ...through, lanes: [split] })
  if (flags.length > 0 || isClosedByPod(decision)) {
    const at = decision.endpoint
      ? ids.workloadId(decision.endpoint.namespace, decision.endpoint.workload)
      : (through.lanes.at(-1)?.to ?? from)
    const cause = flags.includes('UH') ? 'no-endpoint' : isNotTaken(decision) ? 'not-taken' : 'other'
    return death(cause, at, `${at} ${flags.join(',')}`, through)
  }
  if (decision.cluster !== '-' || isDirect(decision)) {
    const id = ids.outsideId(request.dialHost)
    const start = through.lanes.at(-1)?.to ?? from
    return {
      lanes: [...through.lanes, deliverTo(start, id)],
      passes: through.passes,
      end: { kind: 'outside', id, host: request.dialHost },
    }
  }
  if (decision.status >= 500 && decision.route?.action.kind !== 'directResponse') {
    return death('other', from, `${from} ${String(decision.status)}`)
  }
  const id = ids.replyId(from)
  return { lanes: [lane('reply', from, id)], passes: [], end: { kind: 'reply', id, at: from } }
}

/** Without a sidecar the answer comes from where the caller itself connected to. */
const isDirect = (decision: Decision): boolean => decision.virtualHost === undefined && !decision.localReply

function throughCluster(index: StageIndex, cluster: string | undefined, from: string): Stretch {
  if (cluster === undefined || !index.hasCluster(cluster)) return { lanes: [], passes: [] }
  const card = index.subsetsOf(cluster)
  return { lanes: [splitTo(from, cluster), throughSubset(cluster)], passes: card ? [card, cluster] : [cluster] }
}

function ghostsOf(index: StageIndex, decision: Decision): Way['ghosts'] {
  const row = index.rowOf(decision)
  if (!row) return []
  return decision.mirrors.flatMap(copy => {
    const leg: LegRow | undefined = index.mirrorOf(row, copy.policy.origin)
    const { cluster } = copy.policy
    if (!leg || !copy.endpoint || !index.hasCluster(cluster)) return []
    const workload = ids.workloadId(copy.endpoint.namespace, copy.endpoint.workload)
    const lanes = [mirrorTo(leg.id, cluster), throughSubset(cluster), deliverTo(cluster, workload)]
    return [{ lanes, end: ids.podId(copy.endpoint.namespace, copy.endpoint.pod) }]
  })
}

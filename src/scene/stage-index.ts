import type { Origin } from '../core/base/origin.ts'
import type { Decision } from '../core/route/index.ts'
import { rulesId, subsetsId } from './ids.ts'
import { clusterParts, hostOfVirtualHost, originKey, ruleKey } from './names.ts'
import type { LegRow, RuleRow, RulesNode, Stage, SubsetsNode } from './stage.ts'

/** Finds the things of a stage that a decision speaks of. */
export interface StageIndex {
  rulesOf(decision: Decision): RulesNode | undefined
  rowOf(decision: Decision): RuleRow | undefined
  legOf(decision: Decision): LegRow | undefined
  mirrorOf(row: RuleRow, origin: Origin | undefined): LegRow | undefined
  /** Rules that a request passes before it leaves the spine, its own included. */
  rulesTried(decision: Decision): number
  hasCluster(name: string): boolean
  /** The card of a cluster's host, if there is one. */
  subsetsOf(cluster: string): string | undefined
  /** True where the cluster's host has a card but no DestinationRule stands behind it. */
  lacksDestinationRule(cluster: string): boolean
}

type Cards = Pick<Stage, 'rules' | 'subsets'>

export function indexCards(cards: Cards): StageIndex {
  const rulesById = new Map(cards.rules.map(node => [node.id, node]))
  const rows = new Map<string, RuleRow>()
  for (const node of cards.rules) for (const row of node.rows) rows.set(`${node.id} ${originKey(row.origin)}`, row)
  const clusters = new Set<string>(cards.subsets.flatMap(node => node.rows.map(row => row.id)))
  const subsets = new Map<string, SubsetsNode>(cards.subsets.map(node => [node.id, node]))

  const bytes = bytesRows(cards)
  const bytesOf = (decision: Decision) =>
    bytes.get(ruleKey(decision.chainOrigin)) ?? bytes.get(`cluster ${decision.cluster}`)
  const rulesOf = (decision: Decision): RulesNode | undefined =>
    decision.outcome === 'tcp'
      ? bytesOf(decision)?.node
      : decision.virtualHost && rulesById.get(rulesId(hostOfVirtualHost(decision.virtualHost.name)))
  const rowOf = (decision: Decision): RuleRow | undefined => {
    if (decision.outcome === 'tcp') return bytesOf(decision)?.row
    const node = rulesOf(decision)
    return node && decision.route && rows.get(`${node.id} ${originKey(decision.route.origin)}`)
  }
  return {
    rulesOf,
    rowOf,
    legOf(decision) {
      const legs = rowOf(decision)?.legs.filter(leg => leg.kind !== 'mirror') ?? []
      if (legs.length <= 1) return legs[0]
      if (decision.outcome === 'tcp') return legs.find(leg => leg.cluster === decision.cluster)
      const key = originKey(decision.leg?.origin)
      return decision.leg ? legs.find(leg => originKey(leg.origin) === key) : undefined
    },
    mirrorOf(row, origin) {
      const mirrors = row.legs.filter(leg => leg.kind === 'mirror')
      return mirrors.find(leg => originKey(leg.origin) === originKey(origin)) ?? mirrors[0]
    },
    rulesTried(decision) {
      const live = (rulesOf(decision)?.rows ?? []).filter(row => row.state === 'live')
      const row = rowOf(decision)
      return row ? live.indexOf(row) + 1 : live.length
    },
    hasCluster: name => clusters.has(name),
    subsetsOf(cluster) {
      const parts = clusterParts(cluster)
      const id = parts && subsetsId(parts.host)
      return id !== undefined && subsets.has(id) ? id : undefined
    },
    lacksDestinationRule(cluster) {
      const parts = clusterParts(cluster)
      const card = parts && subsets.get(subsetsId(parts.host))
      return card !== undefined && card.resource === undefined
    },
  }
}

/** Rows of cards for connections: those of a rule by its origin, a port's own by the cluster they lead to. */
function bytesRows({ rules }: Cards): ReadonlyMap<string, { readonly node: RulesNode; readonly row: RuleRow }> {
  const found = new Map<string, { readonly node: RulesNode; readonly row: RuleRow }>()
  for (const node of rules) {
    if (!node.bytes) continue
    for (const row of node.rows) {
      if (node.resource) found.set(originKey(row.origin), { node, row })
      else for (const { cluster } of row.legs) found.set(`cluster ${cluster ?? ''}`, { node, row })
    }
  }
  return found
}

const cache = new WeakMap<Stage, StageIndex>()

/** The index of a stage; made once. */
export function indexOf(stage: Stage): StageIndex {
  let index = cache.get(stage)
  if (!index) cache.set(stage, (index = indexCards(stage)))
  return index
}

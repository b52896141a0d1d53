import type { Ledger } from './ledger.ts'
import { toneOf } from './outcome.ts'
import type { RulesCards } from './rules-cards.ts'
import type { HoleNode, Lane, LegRow, RuleRow, SubsetsNode } from './stage.ts'
import { inTo, mirrorTo, railOf, spineTo, splitTo, throughSubset } from './way.ts'
import type { LaneStub } from './way.ts'

export interface LaneInput {
  readonly rules: RulesCards
  readonly subsets: readonly SubsetsNode[]
  readonly deliveries: readonly LaneStub[]
  readonly holes: readonly HoleNode[]
  readonly ledger: Ledger
}

/** All lanes: those that the cards have whether or not anything travels them, and those of the expected ways. */
export function lanesOf(input: LaneInput): readonly Lane[] {
  const { rules, subsets, ledger } = input
  const rows = new Set<string>(subsets.flatMap(card => card.rows.map(row => row.id)))
  const lanes = new Map<string, LaneStub>()
  const put = (lane: LaneStub): void => {
    if (!lanes.has(lane.id)) lanes.set(lane.id, lane)
  }
  const legs = new Map<string, { readonly row: RuleRow; readonly leg: LegRow }>()
  for (const node of rules.nodes) {
    put(inTo(node.id))
    for (const row of node.rows) {
      for (const leg of row.legs) {
        legs.set(leg.id, { row, leg })
        for (const lane of lanesOfLeg(node.id, row, leg, rules.clustersOf.get(leg.id) ?? [], rows)) put(lane)
      }
    }
  }
  for (const row of rows) put(throughSubset(row))
  for (const lane of input.deliveries) put(lane)
  for (const lane of ledger.lanes.values()) put(lane)

  const holes = new Map(input.holes.map(hole => [hole.id, hole]))
  const origins = originsById(rules, subsets)
  const labelled = new Set<string>()
  return [...lanes.values()].map(lane => {
    const share = ledger.shareOf(lane.id)
    return {
      id: lane.id,
      kind: lane.kind,
      from: lane.from,
      to: lane.to,
      share,
      tone: toneOfLane(lane, share, ledger, holes),
      setShare: labelled.has(lane.from) ? undefined : pillOf(lane, legs, labelled),
      origin: origins.get(lane.from) ?? origins.get(lane.to),
    }
  })
}

function lanesOfLeg(
  card: string,
  row: RuleRow,
  leg: LegRow,
  clusters: readonly string[],
  rows: ReadonlySet<string>,
): readonly LaneStub[] {
  const ends = row.state === 'live' ? clusters.filter(cluster => rows.has(cluster)) : []
  if (leg.kind === 'mirror') return ends.map(cluster => mirrorTo(leg.id, cluster))
  return [spineTo(card, leg.id), railOf(leg.id), ...ends.map(cluster => splitTo(leg.id, cluster))]
}

/** Before the rail nothing is decided yet, so those lanes are never the colour of a failure. */
function toneOfLane(lane: LaneStub, share: number, ledger: Ledger, holes: ReadonlyMap<string, HoleNode>): Lane['tone'] {
  if (lane.kind === 'mirror') return 'ghost'
  const hole = holes.get(lane.to)
  if (hole) return toneOf(hole.outcome)
  if (share <= 0) return 'idle'
  if (lane.kind === 'in' || lane.kind === 'spine') return 'ok'
  return ledger.toneOf(lane.id) ?? 'ok'
}

/** The share set, where a leg leaves its card; a leg that is alone gets everything and needs no word. */
function pillOf(
  lane: LaneStub,
  legs: ReadonlyMap<string, { readonly row: RuleRow; readonly leg: LegRow }>,
  labelled: Set<string>,
): number | undefined {
  const found = legs.get(lane.from)
  if (!found || lane.kind === 'rail' || lane.kind === 'mirror') return undefined
  const others = found.row.legs.filter(leg => leg.kind !== 'mirror')
  if (others.length < 2) return undefined
  labelled.add(lane.from)
  return found.leg.setShare
}

function originsById(rules: RulesCards, subsets: readonly SubsetsNode[]): ReadonlyMap<string, Lane['origin']> {
  const origins = new Map<string, Lane['origin']>()
  for (const node of rules.nodes) {
    origins.set(node.id, node.origin)
    for (const row of node.rows) {
      origins.set(row.id, row.origin)
      for (const leg of row.legs) origins.set(leg.id, leg.origin ?? row.origin)
    }
  }
  for (const row of subsets.flatMap(card => card.rows)) origins.set(row.id, row.origin)
  return origins
}

import type { HoleNode, ReplyNode, RulesNode, Stage, SubsetsNode, WorkloadNode } from '../scene/index.ts'
import { lanesTo } from './lanes-to.ts'

/** Things of one host, which stay together: one below another, bands never overlap. */
export interface Band {
  readonly rules: RulesNode | undefined
  /** Where the spine runs out. */
  readonly foot: readonly HoleNode[]
  readonly subsets: readonly SubsetsNode[]
  /** Ends that legs and rules fall to, beneath the subsets. */
  readonly ends: readonly (HoleNode | ReplyNode)[]
  readonly workloads: readonly WorkloadNode[]
  /** Holes where no pod is, at the workloads' column. */
  readonly empty: readonly HoleNode[]
}

export interface Grouped {
  readonly bands: readonly Band[]
  /** Below the client: what dies before any proxy sees it. */
  readonly before: readonly HoleNode[]
  /** What the sidecar refuses before any rule. */
  readonly refused: readonly HoleNode[]
}

/**
 * Sorts everything on the stage into bands. What several hosts use stands with the host that it is of, else with the first that
 * uses it: so a rule more moves nothing that others use already.
 * `bouncesInside`: what is turned away before a cluster falls beneath it, not beside the workloads.
 */
export function groupBands(stage: Stage, bouncesInside = false): Grouped {
  const owner = ownersOf(stage)
  const sources = new Map<string, string[]>()
  const link = (to: string, from: string): void => {
    sources.set(to, [...(sources.get(to) ?? []), from])
  }
  for (const lane of stage.lanes) {
    const from = owner.get(lane.from)
    const to = owner.get(lane.to)
    if (from === undefined || to === undefined || from === to) continue
    link(to, from)
    const at = stage.holes.find(hole => hole.id === lane.to)?.at
    if (at !== undefined && at !== from) link(at, from)
  }
  const bandOf = new Map<string, number>(stage.rules.map((node, i) => [node.id, i]))
  let bandCount = stage.rules.length
  const place = (id: string): void => {
    const own = sources.get(id)?.find(source => isOfHost(source, id))
    const bands = (own === undefined ? (sources.get(id) ?? []) : [own]).flatMap(source => bandOf.get(source) ?? [])
    bandOf.set(id, bands.length === 0 ? bandCount++ : Math.min(...bands))
  }
  const before = stage.holes.filter(hole => hole.at === stage.client.id)
  const refused = stage.holes.filter(hole => hole.at === stage.sidecar.id)
  const inside = stage.holes.filter(hole => !before.includes(hole) && !refused.includes(hole))
  for (const node of [...stage.subsets, ...stage.workloads, ...inside, ...stage.replies]) place(node.id)

  const fallsFrom = (hole: HoleNode, sources: ReadonlySet<string>): boolean =>
    lanesTo(stage, hole.id).some(lane => sources.has(lane.from))
  const cards = new Set<string>(stage.rules.map(node => node.id))
  const subsetRows = new Set<string>(stage.subsets.flatMap(node => node.rows.map(row => row.id)))
  const workloads = new Set<string>(stage.workloads.map(node => node.id))
  const order = orderOfSources(stage)
  const byBand = <Node extends { readonly id: string }>(nodes: readonly Node[]): readonly (readonly Node[])[] => {
    const all = Array.from({ length: bandCount }, (): Node[] => [])
    for (const node of nodes) all[bandOf.get(node.id) ?? -1]?.push(node)
    return all
  }
  const subsets = byBand(stage.subsets)
  const nodes = byBand(stage.workloads)
  const replies = byBand(stage.replies)
  const bands = byBand(inside).map((holes, i): Band => {
    const foot = holes.filter(hole => fallsFrom(hole, cards))
    const empty = holes.filter(
      hole => !(bouncesInside && hole.bounced) && (fallsFrom(hole, subsetRows) || workloads.has(hole.at)),
    )
    const ends = [...(replies[i] ?? []), ...holes.filter(hole => !foot.includes(hole) && !empty.includes(hole))]
    return {
      rules: stage.rules[i],
      foot,
      subsets: subsets[i] ?? [],
      ends: ends.sort((a, b) => order(a.id) - order(b.id)),
      workloads: nodes[i] ?? [],
      empty,
    }
  })
  return { bands, before, refused }
}

/** Whether the rules and the subsets are of one host. */
const isOfHost = (rules: string, subsets: string): boolean => rules === subsets.replace(/^subsets:/, 'rules:')

/** On which line of the rules the first of the lanes to a node begins. */
function orderOfSources(stage: Stage): (id: string) => number {
  const lines = new Map<string, number>()
  for (const row of stage.rules.flatMap(node => node.rows)) {
    lines.set(row.id, lines.size)
    for (const leg of row.legs) lines.set(leg.id, lines.size)
  }
  return id => Math.min(...lanesTo(stage, id).map(lane => lines.get(lane.from) ?? Infinity))
}

/** The card that each row, leg and pod stands on; cards stand for themselves. */
function ownersOf(stage: Stage): ReadonlyMap<string, string> {
  const owner = new Map<string, string>()
  for (const node of stage.rules) {
    for (const row of node.rows) {
      owner.set(row.id, node.id)
      for (const leg of row.legs) owner.set(leg.id, node.id)
    }
  }
  for (const node of stage.subsets) for (const row of node.rows) owner.set(row.id, node.id)
  for (const node of [...stage.rules, ...stage.subsets, ...stage.workloads, ...stage.holes, ...stage.replies]) {
    owner.set(node.id, node.id)
  }
  return owner
}

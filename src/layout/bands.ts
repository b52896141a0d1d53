import type { HoleNode, ReplyNode, RulesNode, Stage, SubsetsNode, WorkloadNode } from '../scene/index.ts'

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

/** Sorts everything on the stage into bands; a card that several hosts use stands in the band nearest to its barycentre. */
export function groupBands(stage: Stage): Grouped {
  const owner = ownersOf(stage)
  const sources = new Map<string, string[]>()
  for (const lane of stage.lanes) {
    const from = owner.get(lane.from)
    const to = owner.get(lane.to)
    if (from !== undefined && to !== undefined && from !== to) sources.set(to, [...(sources.get(to) ?? []), from])
  }
  const bandOf = new Map<string, number>(stage.rules.map((node, i) => [node.id, i]))
  let bandCount = stage.rules.length
  const place = (id: string): number => {
    const bands = (sources.get(id) ?? []).map(source => bandOf.get(source)).filter(band => band !== undefined)
    const band =
      bands.length === 0 ? bandCount++ : Math.round(bands.reduce((sum, each) => sum + each, 0) / bands.length)
    bandOf.set(id, band)
    return band
  }
  for (const node of stage.subsets) place(node.id)
  for (const node of stage.workloads) place(node.id)
  const lone = (hole: HoleNode): boolean => hole.at === stage.client.id || hole.at === stage.sidecar.id
  const inside = stage.holes.filter(hole => !lone(hole))
  for (const node of [...inside, ...stage.replies]) place(node.id)

  const isFoot = (hole: HoleNode): boolean =>
    stage.lanes.some(
      lane =>
        lane.to === hole.id &&
        lane.from === hole.at &&
        owner.get(hole.at) === hole.at &&
        stage.rules.some(node => node.id === hole.at),
    )
  const isEmpty = (hole: HoleNode): boolean =>
    stage.lanes.some(
      lane => lane.to === hole.id && stage.subsets.some(card => card.rows.some(row => row.id === lane.from)),
    )
  const bands = Array.from({ length: bandCount }, (_, i): Band => {
    const here = <Node extends { readonly id: string }>(nodes: readonly Node[]): readonly Node[] =>
      nodes.filter(node => bandOf.get(node.id) === i)
    const holes = here(inside)
    return {
      rules: stage.rules[i],
      foot: holes.filter(isFoot),
      subsets: here(stage.subsets),
      ends: [...here(stage.replies), ...holes.filter(hole => !isFoot(hole) && !isEmpty(hole))],
      workloads: here(stage.workloads),
      empty: holes.filter(hole => !isFoot(hole) && isEmpty(hole)),
    }
  })
  return {
    bands,
    before: stage.holes.filter(hole => hole.at === stage.client.id),
    refused: stage.holes.filter(hole => hole.at === stage.sidecar.id),
  }
}

/** The card that each row, leg and pod stands on; cards stand for themselves. */
export function ownersOf(stage: Stage): ReadonlyMap<string, string> {
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

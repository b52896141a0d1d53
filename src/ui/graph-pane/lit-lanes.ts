import type { Lane, Stage } from '../../scene/index.ts'

/** The ids that make up a thing: a card's rows and legs, a workload's pods, and itself. */
function partsOf(stage: Stage, id: string): ReadonlySet<string> {
  const parts = new Set([id])
  for (const card of stage.rules)
    for (const row of card.rows)
      if (card.id === id || row.id === id) {
        parts.add(row.id)
        for (const leg of row.legs) parts.add(leg.id)
      }
  for (const card of stage.subsets) if (card.id === id) for (const row of card.rows) parts.add(row.id)
  for (const workload of stage.workloads) if (workload.pods.some(pod => pod.id === id)) parts.add(workload.id)
  return parts
}

/**
 * Lanes at full strength while something is hovered: those that touch it, and what feeds and follows them, so that a
 * traffic's whole way shows. Undefined where the whole picture is meant.
 */
export function litLanes(stage: Stage, id: string | undefined): ReadonlySet<string> | undefined {
  if (id === undefined || id === stage.sidecar.id || id === stage.client.id) return undefined
  const parts = partsOf(stage, id)
  const lit = new Set<string>(stage.lanes.filter(lane => lane.id === id).map(lane => lane.id))
  const touching = stage.lanes.filter(lane => parts.has(lane.from) || parts.has(lane.to) || lit.has(lane.id))
  if (touching.length === 0) return undefined
  for (const lane of touching) {
    follow(stage, lane, lit, 'from')
    follow(stage, lane, lit, 'to')
  }
  for (const part of parts) lit.add(part)
  return lit
}

/** Lanes in a row: what ends where this one starts, or starts where it ends. Rules cards fan out, so the way stops there. */
function follow(stage: Stage, lane: Lane, lit: Set<string>, side: 'from' | 'to'): void {
  lit.add(lane.id)
  const other = side === 'from' ? 'to' : 'from'
  const isFan = stage.rules.some(card => card.id === lane[side])
  for (const next of stage.lanes) {
    if (lit.has(next.id) || next[other] !== lane[side]) continue
    if (isFan && side === 'to') continue
    follow(stage, next, lit, side)
  }
}

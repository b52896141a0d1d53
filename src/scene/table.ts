import type { Tally } from './scene.ts'
import type { LegRow, Stage } from './stage.ts'

/** One line of the picture as text. */
export interface TableRow {
  readonly id: string
  readonly source: string
  readonly rule: string
  readonly destination: string
  /** Share set among the rule's legs; undefined for a mirror. */
  readonly set: number | undefined
  /** Share measured of what the rule took; undefined while it took nothing. */
  readonly measured: number | undefined
  readonly count: number
  readonly outcome: string
}

/** The table twin of the picture: one row a leg, in the picture's order, then what no rule took. */
export function tableOf(stage: Stage, tally: Tally): readonly TableRow[] {
  const countOf = (id: string): number => tally.counts.get(id) ?? 0
  const rows = stage.rules.flatMap(node =>
    node.rows.flatMap(row =>
      row.legs.map((leg): TableRow => {
        const taken = countOf(row.id)
        return {
          id: leg.id,
          source: stage.client.name,
          rule: `${node.title}: ${row.title}`,
          destination: leg.kind === 'mirror' ? `copy to ${leg.label}` : leg.label,
          set: leg.setShare,
          measured: taken > 0 ? countOf(leg.id) / taken : undefined,
          count: countOf(leg.id),
          outcome: row.state === 'unreachable' ? `never reached: ${row.why ?? ''}` : fateOf(stage, leg),
        }
      }),
    ),
  )
  const legs = new Set(rows.map(row => row.id))
  const direct = stage.lanes.filter(lane => lane.kind === 'fall' && !legs.has(lane.from) && !isSubset(stage, lane.from))
  return [...rows, ...direct.map(lane => directRow(stage, lane.from, lane.to, countOf(lane.id), tally.total))]
}

const isSubset = (stage: Stage, id: string): boolean => stage.subsets.some(card => card.rows.some(row => row.id === id))

function directRow(stage: Stage, from: string, holeId: string, count: number, total: number): TableRow {
  const hole = stage.holes.find(each => each.id === holeId)
  const row = stage.rules.flatMap(node => node.rows).find(each => each.id === from)
  return {
    id: holeId,
    source: stage.client.name,
    rule: row?.title ?? 'no rule',
    destination: 'nowhere',
    set: undefined,
    measured: total > 0 ? count / total : undefined,
    count,
    outcome: hole ? `${hole.label}: ${hole.cause}` : '',
  }
}

/** What becomes of the requests of a leg: answered, or where they fall. */
function fateOf(stage: Stage, leg: LegRow): string {
  if (leg.kind === 'mirror') return 'mirrored, answers are dropped'
  const reachable = new Set([leg.id])
  for (const lane of stage.lanes) if (lane.kind === 'split' && lane.from === leg.id) reachable.add(lane.to)
  const fall = stage.lanes.find(lane => lane.kind === 'fall' && reachable.has(lane.from))
  const hole = fall && stage.holes.find(each => each.id === fall.to)
  if (hole) return `${hole.label}: ${hole.cause}`
  if (leg.share <= 0) return leg.tone === 'ok' ? 'no requests expected' : 'nowhere to go'
  return leg.kind === 'reply' ? 'answered by the sidecar' : 'succeeded'
}

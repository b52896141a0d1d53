import type { LegRow, RuleRow, Stage } from './stage.ts'

export interface FoundLeg {
  readonly row: RuleRow
  readonly leg: LegRow
  /** `rule 2`, as messages and marks count; with the host where there are several. */
  readonly words: string
}

/** Finds rows by the ids of their legs and says how to call them. */
export function indexRows(stage: Stage) {
  const several = stage.rules.length > 1
  const words = new Map<string, string>()
  const legs = new Map<string, FoundLeg>()
  for (const node of stage.rules) {
    for (const [i, row] of node.rows.entries()) {
      const name = row.called ?? (node.resource ? `rule ${String(i + 1)}` : 'the default route')
      const text = several ? `${name} of ${node.title}` : name
      words.set(row.id, text)
      for (const leg of row.legs) legs.set(leg.id, { row, leg, words: text })
    }
  }
  return {
    ofRow: (id: string): string | undefined => words.get(id) ?? legs.get(id)?.words,
    ofLeg: (id: string): FoundLeg | undefined => legs.get(id),
  }
}

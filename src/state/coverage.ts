import type { Stage, Tally } from '../scene/index.ts'

/** A rule that none of the requests so far came by. */
export interface Uncovered {
  readonly id: string
  /** `reviews, rule 3`. */
  readonly title: string
  /** Of its conditions. */
  readonly condition: string
}

/** How many of the requests each rule took, and which rules took none; nothing before some have landed. */
export function coverageOf(stage: Stage | undefined, tally: Tally) {
  const counts = new Map<string, number>()
  const uncovered: Uncovered[] = []
  if (!stage || tally.total === 0) return { counts, uncovered }
  for (const card of stage.rules) {
    for (const row of card.rows) {
      // What delegates is covered by its parts, and a default route is no rule of the text.
      if (!card.resource || row.parts || !row.origin) continue
      const count = tally.counts.get(row.id) ?? 0
      counts.set(row.id, count)
      if (count === 0) uncovered.push({ id: row.id, title: `${card.title}, ${row.title}`, condition: row.condition })
    }
  }
  return { counts, uncovered }
}

import type { Stage, Tally } from '../scene/index.ts'

/** A rule that none of the requests so far came by. */
export interface Uncovered {
  readonly id: string
  /** `reviews, rule 3`. */
  readonly title: string
  /** Of its conditions. */
  readonly condition: string
}

/** So unlikely must it be that of so many none came, if some do. */
const UNLIKELY = 0.01

/**
 * How many of the requests each rule took, and which rules took none; nothing before some have landed. Of a rule that should
 * take some it is said once chance hardly explains it, by those that left before the first one still on its way.
 */
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
      const isSaid = (1 - row.share) ** (tally.settled?.total ?? 0) < UNLIKELY
      if (count === 0 && (row.share <= 0 || isSaid))
        uncovered.push({ id: row.id, title: `${card.title}, ${row.title}`, condition: row.condition })
    }
  }
  return { counts, uncovered }
}

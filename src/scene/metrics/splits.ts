import { expectedRange } from '../expected-range.ts'
import type { LegRow, Stage } from '../stage.ts'
import { isUnlikely } from '../unlikely-share.ts'
import { tailOf } from './chance.ts'
import type { Split, Verdict } from './metrics.ts'

/** How many requests something counted, by id. */
export type Counts = ReadonlyMap<string, number>

/**
 * What each destination got of a rule that has several, against its weight. `landed` is shown; of `left`, all that left in the
 * same time, shares are fair: what is answered soon lands before what takes long.
 */
export function splitsOf(stage: Stage, landed: Counts, left: Counts): readonly Split[] {
  return stage.rules.flatMap(card =>
    card.rows.flatMap(row => {
      const legs = row.legs.filter(isDrawn)
      if (legs.length < 2) return []
      const sum = (counts: Counts): number => legs.reduce((all, { id }) => all + (counts.get(id) ?? 0), 0)
      const [of, ofLeft] = [sum(landed), sum(left)]
      const called = row.called ?? row.title
      const rule = stage.rules.length > 1 ? `${called} for ${card.title}` : called
      return legs.map(({ id, label, setShare: set }): Split => {
        const count = landed.get(id) ?? 0
        const range = of > 0 ? expectedRange(set, of) : undefined
        const verdict = verdictOf({ count, of }, { count: left.get(id) ?? 0, of: ofLeft }, set)
        return { id, ruleId: row.id, rule, label, set, count, of, range, verdict }
      })
    }),
  )
}

const isDrawn = (leg: LegRow): leg is LegRow & { readonly setShare: number } =>
  leg.kind === 'forward' && leg.setShare !== undefined

interface Measured {
  readonly count: number
  readonly of: number
}

/** Whether chance explains what was measured, if `share` is true. */
export function verdictOf(shown: Measured, left: Measured, share: number): Verdict {
  if (shown.of === 0) return { kind: 'none' }
  const { low, high } = expectedRange(share, shown.of)
  const measured = shown.count / shown.of
  if (measured >= low && measured <= high) return { kind: 'expected' }
  const oneIn = 1 / tailOf(shown.count, share, shown.of)
  if (!isUnlikely(shown.count, share, shown.of)) return { kind: 'chance', oneIn }
  return isUnlikely(left.count, share, left.of) ? { kind: 'unlikely', oneIn } : { kind: 'early' }
}

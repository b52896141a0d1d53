import { expectedRange } from '../../scene/index.ts'
import type { Split, Tally } from '../../scene/index.ts'

/** A split with the counts of the stage, so that both say the same at every moment; it is judged by what was last asked. */
export function asCounted(split: Split, splits: readonly Split[], { counts }: Pick<Tally, 'counts'>): Split {
  const of = splits.reduce((sum, { id, ruleId }) => sum + (ruleId === split.ruleId ? (counts.get(id) ?? 0) : 0), 0)
  if (of === 0) return split
  return { ...split, count: counts.get(split.id) ?? 0, of, range: expectedRange(split.set, of) }
}

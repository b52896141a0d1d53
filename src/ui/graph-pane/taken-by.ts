import type { RuleRow, Tally } from '../../scene/index.ts'

/** How many a rule took, itself or by the rules that it delegates to. */
export const takenBy = ({ id, parts = [] }: RuleRow, { counts }: Tally): number =>
  [id, ...parts].reduce((sum, each) => sum + (counts.get(each) ?? 0), 0)

import type { Tally } from './scene.ts'
import type { LegRow, RuleRow } from './stage.ts'

/** Of fewer a share says nothing. */
const FEW = 10
/** While more than one in so many is on its way, those with short ways have landed and those with long ones have not. */
const ON_ITS_WAY = 4

/** Whether what has landed stands for what was sent. */
export const isFair = ({ total, underWay = 0 }: Tally): boolean => underWay * ON_ITS_WAY <= total + underWay

/** What share something got of all that landed, or of those that `ofId` got; undefined: not yet to be told. */
export function measuredShare(tally: Tally, id: string, ofId?: string): number | undefined {
  return toldShare(tally, tally.counts.get(id) ?? 0, ofId === undefined ? tally.total : (tally.counts.get(ofId) ?? 0))
}

/** What share a destination got of what its rule sent on; a copy, of what the rule took. */
export function legShare(tally: Tally, row: RuleRow, leg: LegRow): number | undefined {
  return toldShare(tally, tally.counts.get(leg.id) ?? 0, legTotal(tally, row, leg))
}

/** Of how many requests `legShare` is. */
export function legTotal({ counts }: Tally, row: RuleRow, leg: LegRow): number {
  if (leg.setShare === undefined) return counts.get(row.id) ?? 0
  return row.legs.reduce((sum, { id, setShare }) => sum + (setShare === undefined ? 0 : (counts.get(id) ?? 0)), 0)
}

const toldShare = (tally: Tally, n: number, of: number): number | undefined =>
  of >= FEW && isFair(tally) ? n / of : undefined

import { legShare, measuredShare } from '../../scene/index.ts'
import type { Lane, Stage, Tally } from '../../scene/index.ts'
import { count, oneDigit, setPercent } from './figures.ts'

/** `90 % · 89.7`: set and measured, of that rule; the measured part waits until it can be told. */
export function pillText(stage: Stage, lane: Lane, tally: Tally): string {
  const set = setPercent(lane.setShare ?? 0)
  const row = stage.rules.flatMap(card => card.rows).find(({ legs }) => legs.some(({ id }) => id === lane.from))
  const leg = row?.legs.find(({ id }) => id === lane.from)
  const share = row && leg && legShare(tally, row, leg)
  return share === undefined ? set : `${set} · ${oneDigit(share)}`
}

/** Where nothing travels: `715 · 71.5 %`. */
export function countText(laneId: string, tally: Tally): string {
  const share = measuredShare(tally, laneId)
  const n = count(tally.counts.get(laneId) ?? 0)
  return share === undefined ? n : `${n} · ${oneDigit(share)} %`
}

import { fairShare } from '../../scene/index.ts'
import type { Lane, Stage, Tally } from '../../scene/index.ts'
import { count, oneDigit, setPercent } from './figures.ts'

/** What the rule of a leg took in, by the leg's id. */
const ruleOf = (stage: Stage, legId: string) =>
  stage.rules.flatMap(card => card.rows).find(row => row.id === legId || row.legs.some(leg => leg.id === legId))

/** `90 % · 89.7`: set and measured, of that rule; the measured part waits until all that left with the first one have landed. */
export function pillText(stage: Stage, lane: Lane, tally: Tally): string {
  const set = setPercent(lane.setShare ?? 0)
  const rule = ruleOf(stage, lane.from)
  const id = tally.counts.has(lane.from) ? lane.from : lane.id
  const share = rule && fairShare(tally, id, rule.id)
  return share === undefined ? set : `${set} · ${oneDigit(share)}`
}

/** Where nothing travels: `715 · 71.5 %`. */
export function countText(laneId: string, tally: Tally): string {
  const share = fairShare(tally, laneId)
  const n = count(tally.counts.get(laneId) ?? 0)
  return share === undefined ? n : `${n} · ${oneDigit(share)} %`
}

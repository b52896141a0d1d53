import type { Lane, Stage, Tally } from '../../scene/index.ts'
import { count, oneDigit, portion, setPercent } from './figures.ts'

/** What the rule of a leg took in, by the leg's id. */
const ruleOf = (stage: Stage, legId: string) =>
  stage.rules.flatMap(card => card.rows).find(row => row.id === legId || row.legs.some(leg => leg.id === legId))

/** `90 % · 89.7`: set and measured, of that rule; the measured part waits for the first request. */
export function pillText(stage: Stage, lane: Lane, tally: Tally): string {
  const set = setPercent(lane.setShare ?? 0)
  const rule = ruleOf(stage, lane.from)
  const ofRule = rule ? (tally.counts.get(rule.id) ?? 0) : 0
  if (ofRule === 0) return set
  const taken = tally.counts.get(lane.from) ?? tally.counts.get(lane.id) ?? 0
  return `${set} · ${oneDigit(portion(taken, ofRule))}`
}

/** Where nothing travels: `715 · 71.5 %`. */
export function countText(laneId: string, tally: Tally): string {
  const n = tally.counts.get(laneId) ?? 0
  return `${count(n)} · ${oneDigit(portion(n, tally.total))} %`
}

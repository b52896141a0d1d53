import type { EventLog } from '../core/simulate/index.ts'
import type { Outcome } from './outcome.ts'
import { OUTCOMES, wordsOf } from './outcome.ts'
import { PACE } from './course.ts'
import type { Tally } from './scene.ts'
import type { Stage } from './stage.ts'
import { countBefore, countUntil, departuresOf } from './timetable.ts'

/** Counts of what has landed by `atMs`, of the requests sent at `sinceMs` or later. */
export function tallyAt(log: EventLog, stage: Stage, atMs: number, sinceMs: number): Tally {
  const byOutcome = new Map<Outcome, number>()
  const counts = new Map<string, number>()
  const inFlight = new Map<string, number>()
  let total = 0
  for (const { course, records } of departuresOf(log, stage)) {
    const from = countBefore(records, sinceMs)
    const landed = countUntil(records, atMs - course.landsAtMs) - from
    if (landed <= 0) continue
    total += landed
    byOutcome.set(course.outcome, (byOutcome.get(course.outcome) ?? 0) + landed)
    for (const id of course.touches) counts.set(id, (counts.get(id) ?? 0) + landed)
    const served = countUntil(records, atMs - course.landsAtMs - PACE.served)
    const serving = landed + from - Math.max(from, served)
    if (serving > 0 && course.steps.at(-1)?.kind === 'wait') {
      inFlight.set(course.end, (inFlight.get(course.end) ?? 0) + serving)
    }
  }
  return { total, byOutcome, counts, inFlight }
}

/** The outcomes that are present, with their counts: the key, which is also a filter. */
export function keyOf(
  tally: Tally,
): readonly { readonly outcome: Outcome; readonly words: string; readonly count: number }[] {
  return OUTCOMES.flatMap(outcome => {
    const count = tally.byOutcome.get(outcome) ?? 0
    return count === 0 ? [] : [{ outcome, words: wordsOf(outcome), count }]
  })
}

/** How many landed in each stretch of `stepMs` from 0 on, by outcome. */
export function timelineBars(
  log: EventLog,
  stage: Stage,
  stepMs: number,
  untilMs: number,
): readonly ReadonlyMap<Outcome, number>[] {
  const bars = Array.from({ length: Math.ceil(untilMs / stepMs) }, () => new Map<Outcome, number>())
  for (const { course, records } of departuresOf(log, stage)) {
    for (const record of records) {
      const landsAt = record.atMs + course.landsAtMs
      if (landsAt > untilMs) break
      const bar = bars[Math.min(bars.length - 1, Math.floor(landsAt / stepMs))]
      bar?.set(course.outcome, (bar.get(course.outcome) ?? 0) + 1)
    }
  }
  return bars
}

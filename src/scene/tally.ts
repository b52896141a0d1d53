import type { Outcome } from './outcome.ts'
import { OUTCOMES, fails, wordsOf } from './outcome.ts'
import type { Tally } from './scene.ts'
import { countUntil } from './timetable.ts'
import type { Departures } from './timetable.ts'

/** What is over for longer is not what happens now. */
export const RECENT_MS = 5000

/** Counts of what has landed by `nowMs`. */
export function tallyAt(departures: readonly Departures[], nowMs: number): Tally {
  const byOutcome = new Map<Outcome, number>()
  const touched = new Map<readonly string[], number>()
  const inFlight = new Map<string, number>()
  const failed = new Map<string, number>()
  let [total, underWay, tries, lately, lastFailedMs] = [0, 0, 0, 0, -Infinity]
  const landing: Landing[] = []
  for (const { course, atMs } of departures) {
    for (const { podId, startMs, endMs } of course.served) {
      const serving = countUntil(atMs, nowMs - startMs) - countUntil(atMs, nowMs - endMs)
      if (serving > 0) inFlight.set(podId, (inFlight.get(podId) ?? 0) + serving)
    }
    const landed = countUntil(atMs, nowMs - course.landsAtMs)
    // What never lands is not waited for.
    if (course.landsAtMs < Infinity) {
      underWay += countUntil(atMs, nowMs) - landed
      landing.push({ course, atMs, landed })
    }
    if (landed === 0) continue
    total += landed
    const recent = landed - countUntil(atMs, nowMs - course.landsAtMs - RECENT_MS)
    lately += recent
    if (fails(course.outcome)) {
      lastFailedMs = Math.max(lastFailedMs, atMs[landed - 1] ?? -Infinity)
      const end = course.outcome === 'app-error' ? course.outcome : course.end
      if (recent > 0) failed.set(end, (failed.get(end) ?? 0) + recent)
    }
    tries += landed * (course.tries ?? 0)
    byOutcome.set(course.outcome, (byOutcome.get(course.outcome) ?? 0) + landed)
    touched.set(course.touches, (touched.get(course.touches) ?? 0) + landed)
  }
  return {
    total,
    underWay,
    tries,
    byOutcome,
    counts: sumOf(touched),
    inFlight,
    settled: settledOf(landing),
    recent: { total: lately, failed },
    ...(lastFailedMs > -Infinity && { lastFailedMs }),
  }
}

/** How many have landed by `nowMs`, by outcome. */
export function landedBy(departures: readonly Departures[], nowMs: number): ReadonlyMap<Outcome, number> {
  const landed = new Map<Outcome, number>()
  for (const { course, atMs } of departures) {
    const n = countUntil(atMs, nowMs - course.landsAtMs)
    if (n > 0) landed.set(course.outcome, (landed.get(course.outcome) ?? 0) + n)
  }
  return landed
}

type Landing = Pick<Departures, 'course' | 'atMs'> & { readonly landed: number }

function settledOf(landing: readonly Landing[]): Pick<Tally, 'total' | 'counts'> {
  const firstMs = landing.reduce((first, { atMs, landed }) => Math.min(first, atMs[landed] ?? Infinity), Infinity)
  const touched = new Map<readonly string[], number>()
  let total = 0
  for (const { course, atMs } of landing) {
    const left = countUntil(atMs, firstMs - LEAST_MS)
    total += left
    touched.set(course.touches, (touched.get(course.touches) ?? 0) + left)
  }
  return { total, counts: sumOf(touched) }
}

/** No two requests that differ leave within this. */
const LEAST_MS = 1e-6

/** Courses share their lists of what they touch. */
function sumOf(touched: ReadonlyMap<readonly string[], number>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [ids, n] of touched) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + n)
  return counts
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
  departures: readonly Departures[],
  stepMs: number,
  untilMs: number,
): readonly ReadonlyMap<Outcome, number>[] {
  const bars = Array.from({ length: Math.ceil(untilMs / stepMs) }, () => new Map<Outcome, number>())
  for (const { course, atMs } of departures) {
    const last = countUntil(atMs, untilMs - course.landsAtMs)
    for (let i = 0; i < last; i++) {
      const bar = bars[Math.min(bars.length - 1, Math.floor(((atMs[i] ?? 0) + course.landsAtMs) / stepMs))]
      bar?.set(course.outcome, (bar.get(course.outcome) ?? 0) + 1)
    }
  }
  return bars
}

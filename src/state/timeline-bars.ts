import { landedBy, timelineBars } from '../scene/index.ts'
import type { Outcome } from '../scene/index.ts'
import type { PastRun, Run } from './playback-store.ts'

type Bar = ReadonlyMap<Outcome, number>

/** More bars than this are too thin to tell apart. */
const MOST_BARS = 240
const STEPS_MS = [500, 1000, 2000, 5000, 10_000, 15_000, 30_000]

/** How long a bar is on a timeline of this length. */
export const barMsFor = (totalMs: number): number =>
  STEPS_MS.find(stepMs => totalMs / stepMs <= MOST_BARS) ?? STEPS_MS.at(-1) ?? totalMs

/**
 * Landed requests by stretches of `stepMs` over all runs, up to any moment of the last one. Requests are counted once, here;
 * for a moment the bars before it are there, and the last one is what has landed beside them.
 */
export function createBars(run: Run, past: readonly PastRun[], stepMs: number): (nowMs: number) => readonly Bar[] {
  const { log } = run.picture
  const own = timelineBars(log.departures, stepMs, log.untilMs)
  const before = past.map(({ toMs, picture }) => timelineBars(picture.log.departures, stepMs, toMs))
  return nowMs => {
    const whole = own.slice(0, Math.max(0, Math.ceil(nowMs / stepMs) - 1))
    const rest = new Map(landedBy(log.departures, nowMs))
    for (const bar of whole) add(rest, bar, -1)
    const bars = Array.from({ length: Math.max(1, Math.ceil(nowMs / stepMs)) }, () => new Map<Outcome, number>())
    for (const more of [...before, [...whole, rest]]) {
      for (const [i, bar] of more.entries()) {
        const place = bars[Math.min(bars.length - 1, i)]
        if (place) add(place, bar, 1)
      }
    }
    return bars
  }
}

function add(to: Map<Outcome, number>, bar: Bar, times: 1 | -1): void {
  for (const [outcome, count] of bar) to.set(outcome, (to.get(outcome) ?? 0) + times * count)
}

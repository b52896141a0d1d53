import type { Particle, Tally } from '../scene/index.ts'
import { LAST_STRETCH_MS, countUntil, mostAtOnce, particlesAt, requestsPerDot, tallyAt } from '../scene/index.ts'
import type { Departures } from '../scene/index.ts'
import { chapterAt } from './chapter-at.ts'
import type { PastRun, Run } from './playback-store.ts'

const NOTHING: Tally = { total: 0, byOutcome: new Map(), counts: new Map(), inFlight: new Map() }

/** What has landed by `nowMs` of all that left in one chapter, the one whose numbers are shown then: they start anew with each. */
export function tallyOf(run: Run | undefined, nowMs: number): Tally {
  if (!run) return NOTHING
  const counts = chapterAt(run, nowMs)?.counts
  const own = run.picture.log.departures.filter(({ chapter }) => chapter === counts)
  return tallyAt(own, nowMs)
}

/**
 * What is on its way: of the run in force, whatever chapter it left in, and of the run before it what that had sent when it
 * was replaced. Of many requests only one in `perDotOf` is there, and the one in `focus`.
 */
export function particlesOf(
  run: Run | undefined,
  before: PastRun | undefined,
  nowMs: number,
  focus?: number,
): readonly Particle[] {
  const perDot = perDotOf(run, before, nowMs)
  return sentBy(run, before).flatMap(departures => particlesAt(departures, nowMs, { perDot, focus }))
}

/** How many requests a particle stands for at a moment. */
export function perDotOf(run: Run | undefined, before: PastRun | undefined, nowMs: number): number {
  const most = sentBy(run, before).map(departures => mostAtOnce(departures, nowMs))
  return requestsPerDot(most.reduce((sum, n) => sum + n, 0))
}

/** The earlier first. */
function sentBy(run: Run | undefined, before: PastRun | undefined): readonly (readonly Departures[])[] {
  return [
    ...(before?.picture.stage ? [sentBefore(before)] : []),
    ...(run?.picture.stage ? [run.picture.log.departures] : []),
  ]
}

const knownSent = new WeakMap<PastRun, readonly Departures[]>()

function sentBefore(past: PastRun): readonly Departures[] {
  let sent = knownSent.get(past)
  if (!sent) {
    sent = past.picture.log.departures.map(one => ({
      ...one,
      atMs: one.atMs.subarray(0, countUntil(one.atMs, past.toMs)),
    }))
    knownSent.set(past, sent)
  }
  return sent
}

export interface Request {
  readonly number: number
  readonly departures: Departures
  readonly atMs: number
}

/** A request of the run by its number. */
export function findRequest(run: Run, number: number): Request | undefined {
  for (const departures of run.picture.log.departures) {
    const index = countUntil(departures.numbers, number) - 1
    if (departures.numbers[index] === number) return { number, departures, atMs: departures.atMs[index] ?? 0 }
  }
  return undefined
}

/** Whether a request of one run is there in the other one too. */
export function isInBoth(before: Run, after: Run, number: number): boolean {
  const [was, is] = [before, after].map(run => findRequest(run, number))
  return was !== undefined && was.atMs === is?.atMs
}

/** The last request that landed by `nowMs` and fits, or undefined. */
export function latestLanded(run: Run, nowMs: number, fits: (departures: Departures) => boolean): Request | undefined {
  let best: Request | undefined
  for (const departures of run.picture.log.departures.filter(fits)) {
    const index = countUntil(departures.atMs, nowMs - departures.course.landsAtMs) - 1
    const number = departures.numbers[index]
    if (number === undefined || (best && best.number >= number)) continue
    best = { number, departures, atMs: departures.atMs[index] ?? 0 }
  }
  return best
}

/** The first request of a run that fits, landed or not. */
export function firstSent(run: Run, fits: (departures: Departures) => boolean): Request | undefined {
  let best: Request | undefined
  for (const departures of run.picture.log.departures.filter(fits)) {
    const [number] = departures.numbers
    if (number === undefined || (best && best.number <= number)) continue
    best = { number, departures, atMs: departures.atMs[0] ?? 0 }
  }
  return best
}

/** When the next request lands after `nowMs`, or the last one landed before it. */
export function neighbourLanding(run: Run, nowMs: number, by: 1 | -1): number | undefined {
  let best: number | undefined
  for (const { course, atMs } of run.picture.log.departures) {
    const until = countUntil(atMs, nowMs - course.landsAtMs + (by === 1 ? 0.001 : -0.001))
    const sent = atMs[by === 1 ? until : until - 1]
    if (sent === undefined || course.landsAtMs === Infinity) continue
    const lands = sent + course.landsAtMs
    if (best === undefined || (by === 1 ? lands < best : lands > best)) best = lands
  }
  return best
}

/** The number of the next request of the run's own caller, or of the one before. */
export function neighbourRequest(run: Run, number: number, by: 1 | -1): number | undefined {
  let best: number | undefined
  for (const { numbers } of run.picture.log.departures) {
    const each = by === 1 ? numbers[countUntil(numbers, number)] : numbers[countUntil(numbers, number - 1) - 1]
    if (each !== undefined && (best === undefined || (by === 1 ? each < best : each > best))) best = each
  }
  return best
}

/** A moment at which a request can be seen for what it is. */
export function momentOf({ atMs, departures }: Request): number {
  const { steps, landsAtMs } = departures.course
  // What never lands is looked at when it begins to wait.
  const untilMs = landsAtMs < Infinity ? landsAtMs : (steps.findLast(({ endMs }) => endMs < Infinity)?.endMs ?? 0)
  return atMs + Math.max(0, untilMs - LAST_STRETCH_MS)
}

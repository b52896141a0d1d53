import { firstNumber } from '../core/base/prng.ts'
import type { Course, CourseStep } from './scene.ts'
import { endOf } from './timetable.ts'
import type { Departures } from './timetable.ts'

/** More dots than this are no longer dots. */
const MOST_DOTS = 2000
/** For how long at least a dot stands for as many, and how finely it is counted. */
const STRETCH_MS = 5000
const BIN_MS = 50

/** Of each `perDot` requests in a row one is a dot: which one is drawn by their numbers, so that no rhythm of theirs shows. */
export function isDot(number: number, perDot: number): boolean {
  const block = Math.floor((number - 1) / perDot)
  return (number - 1) % perDot === Math.floor(firstNumber(block) * perDot)
}

/** The least of 1, 2, 5, 10, 20, … with which so many requests are no more than 2,000 dots. */
export function requestsPerDot(atOnce: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const step of [1, 2, 5]) if (atOnce <= step * ten * MOST_DOTS) return step * ten
  }
}

const known = new WeakMap<readonly Departures[], Uint32Array>()

/** How many marks are on the stage at once, at the most, in the five seconds around a moment of a run. */
export function mostAtOnce(departures: readonly Departures[], nowMs: number): number {
  let peaks = known.get(departures)
  if (!peaks) known.set(departures, (peaks = peaksOf(departures)))
  return peaks[Math.max(0, Math.floor(nowMs / STRETCH_MS))] ?? 0
}

/** By stretch; each request counts in every bin that it is seen in. */
function peaksOf(departures: readonly Departures[]): Uint32Array {
  const lastMs = departures.reduce((last, { atMs, course }) => {
    const end = endOf(course)
    return Math.max(last, (atMs.at(-1) ?? 0) + (end < Infinity ? end : 0))
  }, 0)
  const bins = new Int32Array(Math.ceil(lastMs / BIN_MS) + 2)
  for (const { course, atMs } of departures) {
    for (const [startMs, endMs] of seenSpans(course)) {
      for (const at of atMs) {
        const from = Math.floor((at + startMs) / BIN_MS)
        const to = Math.min(bins.length - 1, Math.ceil((at + endMs) / BIN_MS))
        bins[from] = (bins[from] ?? 0) + 1
        bins[to] = (bins[to] ?? 0) - 1
      }
    }
  }
  const peaks = new Uint32Array(Math.ceil((bins.length * BIN_MS) / STRETCH_MS))
  let now = 0
  for (const [i, change] of bins.entries()) {
    now += change
    const stretch = Math.floor((i * BIN_MS) / STRETCH_MS)
    peaks[stretch] = Math.max(peaks[stretch] ?? 0, now)
  }
  return peaks
}

type Piece = readonly [startMs: number, endMs: number]

/** Of those that wait in one place one ring stands for all and tells how many they are. */
export const isCounted = (step: CourseStep): boolean =>
  step.kind === 'wait' && !['served', 'answered', 'copied'].includes(step.why)

/** When a course has a mark of its own: what a pod has under way the pod tells, and what it answered well. */
function seenSpans({ steps, ghosts, outcome }: Course): readonly Piece[] {
  return [steps, ...ghosts.map(ghost => ghost.steps)].flatMap(way => {
    const pieces: [number, number][] = []
    for (const step of way) {
      const { startMs, endMs } = step
      const isInside =
        step.kind === 'wait' && step.why !== 'copied' && (step.why === 'served' || outcome === 'succeeded')
      if (isInside || isCounted(step) || startMs === Infinity) continue
      const last = pieces.at(-1)
      if (last?.[1] === startMs) last[1] = endMs
      else pieces.push([startMs, endMs])
    }
    return pieces
  })
}

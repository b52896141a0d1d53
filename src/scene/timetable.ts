import type { EventLog } from '../core/simulate/index.ts'
import { courseOf } from './course.ts'
import type { Course } from './scene.ts'
import type { Stage } from './stage.ts'

/**
 * All requests of a log that go one way, in the order in which they leave; request i of it leaves at `atMs[i]`. Requests on
 * one course differ in nothing else, so whatever holds at a time is found by bisection: forward, backward and after a jump
 * alike. Plain data: this is what the engine hands to the page.
 */
export interface Departures {
  readonly course: Course
  readonly atMs: Float64Array
  /** Numbers in the log, from 1. */
  readonly numbers: Uint32Array
}

/** The log sorted by course, for the stage's own caller. */
export function departuresOf(log: EventLog, stage: Stage): readonly Departures[] {
  const byCourse = new Map<Course, { atMs: number[]; numbers: number[] }>()
  for (const { atMs, number, client, decision, requestClass } of log.requests) {
    if (client.proxy !== stage.proxy || !decision) continue
    const course = courseOf(stage, decision, requestClass.request)
    let known = byCourse.get(course)
    if (!known) byCourse.set(course, (known = { atMs: [], numbers: [] }))
    known.atMs.push(atMs)
    known.numbers.push(number)
  }
  return [...byCourse].map(([course, { atMs, numbers }]) => ({
    course,
    atMs: Float64Array.from(atMs),
    numbers: Uint32Array.from(numbers),
  }))
}

/** When the last of a course's steps and copies is over. */
export const endOf = (course: Course): number =>
  Math.max(
    course.landsAtMs,
    course.steps.at(-1)?.endMs ?? 0,
    ...course.ghosts.map(ghost => ghost.steps.at(-1)?.endMs ?? 0),
  )

/** How many of the sorted times are at `untilMs` or before. */
export function countUntil(atMs: Float64Array, untilMs: number): number {
  let [low, high] = [0, atMs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atMs[middle] ?? Infinity) <= untilMs) low = middle + 1
    else high = middle
  }
  return low
}

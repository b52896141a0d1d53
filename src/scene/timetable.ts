import type { Decision } from '../core/route/index.ts'
import type { EventLog, RequestClass, RequestRecord } from '../core/simulate/index.ts'
import { courseOf } from './course.ts'
import type { Course } from './scene.ts'
import type { Stage } from './stage.ts'

/**
 * All requests of one class in a log that go one way, in the order in which they leave; request i of it leaves at `atMs[i]`. Requests on
 * one course differ in nothing else, so whatever holds at a time is found by bisection: forward, backward and after a jump
 * alike. Plain data: this is what the engine hands to the page.
 */
export interface Departures {
  /** Of the picture, from 0: what they left under. */
  readonly chapter: number
  readonly course: Course
  /** What they ask for; absent: nobody knows. */
  readonly requestClass?: RequestClass
  readonly atMs: Float64Array
  /** Numbers in the log, from 1. */
  readonly numbers: Uint32Array
}

/** Of which requests; absent: all are of the only chapter. */
export interface ChapterSpan {
  readonly chapter: number
  readonly fromMs: number
  /** It ends before this. */
  readonly toMs: number
}

const WHOLE: ChapterSpan = { chapter: 0, fromMs: -Infinity, toMs: Infinity }

/** The log sorted by course, for the stage's own caller; what has not ended is where it is presumed to, and never lands. */
export function departuresOf(
  log: EventLog,
  stage: Stage,
  span: ChapterSpan = WHOLE,
  presume: (record: RequestRecord) => Decision | undefined = () => undefined,
): readonly Departures[] {
  const byCourse = new Map<Course, Map<RequestClass, { atMs: number[]; numbers: number[] }>>()
  for (const record of log.requests) {
    const { atMs, number, client, requestClass } = record
    if (client.proxy !== stage.proxy || atMs < span.fromMs || atMs >= span.toMs) continue
    const decision = record.decision ?? presume(record)
    if (!decision) continue
    const course = courseOf(stage, decision, requestClass.request, record)
    let byClass = byCourse.get(course)
    if (!byClass) byCourse.set(course, (byClass = new Map<RequestClass, { atMs: number[]; numbers: number[] }>()))
    let known = byClass.get(requestClass)
    if (!known) byClass.set(requestClass, (known = { atMs: [], numbers: [] }))
    known.atMs.push(atMs)
    known.numbers.push(number)
  }
  return [...byCourse].flatMap(([course, byClass]) =>
    [...byClass].map(([requestClass, { atMs, numbers }]) => ({
      chapter: span.chapter,
      course,
      requestClass,
      atMs: Float64Array.from(atMs),
      numbers: Uint32Array.from(numbers),
    })),
  )
}

/** When the last of a course's steps and copies is over; what failed is gone with the answer. */
export const endOf = (course: Course): number =>
  Math.max(
    course.landsAtMs,
    course.steps.at(-1)?.endMs ?? 0,
    ...course.ghosts.map(ghost => ghost.steps.at(-1)?.endMs ?? 0),
  )

/** How many of the sorted times, or numbers, are at `until` or before. */
export function countUntil(sorted: Float64Array | Uint32Array, until: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) <= until) low = middle + 1
    else high = middle
  }
  return low
}

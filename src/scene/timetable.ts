import type { EventLog, RequestRecord } from '../core/simulate/index.ts'
import { courseOf } from './course.ts'
import type { Course } from './scene.ts'
import type { Stage } from './stage.ts'

/** All requests of a log that go one way, in the order in which they leave. */
export interface Departures {
  readonly course: Course
  readonly records: readonly RequestRecord[]
  /** When the last of its steps and copies is over. */
  readonly endsAtMs: number
}

interface Timetable {
  readonly byCourse: Map<Course, { course: Course; records: RequestRecord[]; endsAtMs: number }>
  seen: number
  last: RequestRecord | undefined
}

const tables = new WeakMap<Stage, Timetable>()

/**
 * The log sorted by course. Requests on one course differ in nothing but when they leave, so whatever holds at a time is
 * found by bisection: forward, backward and after a jump alike. A log that goes on from the last one is read from there.
 */
export function departuresOf(log: EventLog, stage: Stage): readonly Departures[] {
  let table = tables.get(stage)
  if (!table || (table.last && log.requests[table.seen - 1] !== table.last)) {
    tables.set(stage, (table = { byCourse: new Map(), seen: 0, last: undefined }))
  }
  for (; table.seen < log.requests.length; table.seen++) {
    const record = log.requests[table.seen]
    if (!record) break
    table.last = record
    if (record.client.proxy !== stage.proxy) continue
    const course = courseOf(stage, record.decision, record.requestClass.request)
    const known = table.byCourse.get(course)
    if (known) known.records.push(record)
    else table.byCourse.set(course, { course, records: [record], endsAtMs: endOf(course) })
  }
  return [...table.byCourse.values()]
}

const endOf = (course: Course): number =>
  Math.max(
    course.landsAtMs,
    course.steps.at(-1)?.endMs ?? 0,
    ...course.ghosts.map(ghost => ghost.steps.at(-1)?.endMs ?? 0),
  )

/** How many of the records leave at `atMs` or before. */
export function countUntil(records: readonly RequestRecord[], atMs: number): number {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((records[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1
    else high = middle
  }
  return low
}

/** How many leave before `atMs`. */
export function countBefore(records: readonly RequestRecord[], atMs: number): number {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((records[middle]?.atMs ?? Infinity) < atMs) low = middle + 1
    else high = middle
  }
  return low
}

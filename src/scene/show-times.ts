import type { RequestRecord } from '../core/simulate/index.ts'
import { LAST_STRETCH_MS } from './pace.ts'
import type { Course } from './scene.ts'
import type { Departures } from './timetable.ts'

/** When the stage shows what happened to a request. */
export interface ShowTimes {
  /** How much later than it ended a try is shown to have ended: by the time that the request travels over the stage. */
  readonly lagOf: (request: RequestRecord, attempt: number) => number
  /** After it left: from when on it is seen for what it came to; Infinity while it is on its way. */
  readonly endShownOf: (request: RequestRecord) => number
}

/** A request lands later on the stage than its answer came: its way takes the time that one needs to see it. */
export function showTimes(departures: readonly Departures[]): ShowTimes {
  let courses: ReturnType<typeof coursesOf> | undefined
  const courseOf = (number: number): Course | undefined => (courses ??= coursesOf(departures)).get(number)
  return {
    endShownOf({ number, endMs }) {
      const course = courseOf(number)
      if (!course) return endMs === undefined ? Infinity : 0
      return Math.min(course.turnsAtMs, course.landsAtMs - LAST_STRETCH_MS)
    },
    lagOf({ number, atMs, endMs, tries }, attempt) {
      const course = courseOf(number)
      if (!course) return 0
      const failed = course.failed.find(each => each.attempt === attempt)
      const one = tries[attempt - 1]
      const triedMs = one?.endMs
      if (one && triedMs === undefined) {
        const open = course.steps.find(({ endMs }) => endMs === Infinity)
        return open ? Math.max(0, atMs + open.startMs - (one.sentMs ?? one.atMs)) : 0
      }
      const lag =
        failed && triedMs !== undefined
          ? atMs + failed.startMs - triedMs
          : endMs === undefined
            ? 0
            : atMs + course.landsAtMs - endMs
      return Math.max(0, lag)
    },
  }
}

function coursesOf(departures: readonly Departures[]): ReadonlyMap<number, Course> {
  const courses = new Map<number, Course>()
  for (const { course, numbers } of departures) for (const number of numbers) courses.set(number, course)
  return courses
}

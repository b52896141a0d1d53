import type { RequestRecord } from '../core/simulate/index.ts'
import type { Departures } from './timetable.ts'

/** When the stage shows what happened to a request. */
export interface ShowTimes {
  /** How much later than it ended a try is shown to have ended: by the time that the request travels over the stage. */
  readonly lagOf: (request: RequestRecord, attempt: number) => number
}

/** A request lands later on the stage than its answer came: its way takes the time that one needs to see it. */
export function showTimes(departures: readonly Departures[]): ShowTimes {
  let courses: ReturnType<typeof coursesOf> | undefined
  return {
    lagOf({ number, atMs, endMs, tries }, attempt) {
      courses ??= coursesOf(departures)
      const course = courses.get(number)
      if (!course) return 0
      const failed = course.failed.find(each => each.attempt === attempt)
      const triedMs = tries[attempt - 1]?.endMs
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

function coursesOf(departures: readonly Departures[]): ReadonlyMap<number, Departures['course']> {
  const courses = new Map<number, Departures['course']>()
  for (const { course, numbers } of departures) for (const number of numbers) courses.set(number, course)
  return courses
}

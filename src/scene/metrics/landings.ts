import type { EventLog, RequestRecord } from '../../core/simulate/index.ts'
import type { Course } from '../scene.ts'
import type { Stage } from '../stage.ts'
import { departuresOf } from '../timetable.ts'

/** A request of a log, and when the stage counts it where. */
export interface Landing {
  readonly record: RequestRecord
  readonly landsAtMs: number
  readonly touches: Course['touches']
  readonly outcome: Course['outcome']
}

/** While what a stage shows is in force. */
export interface Reign {
  readonly fromMs: number
  /** Before this. */
  readonly toMs: number
}

interface Known extends Reign {
  readonly log: EventLog
  readonly landings: readonly Landing[]
}

const known = new WeakMap<Stage, Known>()

/** The requests that left the stage's caller meanwhile, by when they left. A stage remembers those of the last log. */
export function landingsOf(log: EventLog, stage: Stage, { fromMs, toMs }: Reign): readonly Landing[] {
  const before = known.get(stage)
  if (before?.log === log && before.fromMs === fromMs && before.toMs === toMs) return before.landings
  const byNumber: (Landing | undefined)[] = []
  for (const { course, atMs, numbers } of departuresOf(log, stage, { chapter: 0, fromMs, toMs })) {
    numbers.forEach((number, i) => {
      const record = log.requests[number - 1]
      const landsAtMs = (atMs[i] ?? 0) + course.landsAtMs
      if (record) byNumber[number - 1] = { record, landsAtMs, touches: course.touches, outcome: course.outcome }
    })
  }
  const landings = byNumber.filter(one => one !== undefined)
  known.set(stage, { log, fromMs, toMs, landings })
  return landings
}

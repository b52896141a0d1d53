import { laneId } from '../ids.ts'
import type { CourseStep } from '../scene.ts'
import type { Departures } from '../timetable.ts'

/**
 * How much later the stage shows requests at the gate of each cluster than they came there: by the way of the first one
 * through it, without what it waited for.
 */
export function gateLags(departures: readonly Departures[]): ReadonlyMap<string, number> {
  const firsts = new Map<string, { readonly atMs: number; readonly lagMs: number }>()
  const through = laneId('subset', '')
  for (const { course, atMs } of departures) {
    const [at = Infinity] = atMs
    const index = course.steps.findIndex(step => step.kind === 'travel' && step.laneId.startsWith(through))
    const step = course.steps[index]
    if (step?.kind !== 'travel') continue
    const cluster = step.laneId.slice(through.length)
    const known = firsts.get(cluster)
    if (known && known.atMs <= at) continue
    const waitedMs = course.steps.slice(0, index).reduce((sum, each) => sum + (isWait(each) ? lengthOf(each) : 0), 0)
    firsts.set(cluster, { atMs: at, lagMs: step.startMs - waitedMs })
  }
  return new Map([...firsts].map(([cluster, { lagMs }]) => [cluster, lagMs]))
}

const isWait = ({ kind }: CourseStep): boolean => kind === 'wait'
const lengthOf = ({ startMs, endMs }: CourseStep): number => endMs - startMs

import type { EventLog, RequestRecord } from '../core/simulate/index.ts'
import type { Course, CourseStep, Particle } from './scene.ts'
import type { Stage } from './stage.ts'
import { countUntil, departuresOf } from './timetable.ts'

/** More than this is not drawn; the newest are. */
const MOST = 2000

/** Everything on its way at `atMs`, copies included, in the order of the requests. */
export function particlesAt(log: EventLog, stage: Stage, atMs: number): readonly Particle[] {
  const particles: Particle[] = []
  for (const { course, records, endsAtMs } of departuresOf(log, stage)) {
    const first = countUntil(records, atMs - endsAtMs)
    const last = countUntil(records, atMs)
    for (let i = first; i < last; i++) {
      const record = records[i]
      if (record) add(particles, record, course, atMs - record.atMs)
    }
  }
  particles.sort((a, b) => a.record.number - b.record.number)
  return particles.length > MOST ? particles.slice(-MOST) : particles
}

function add(particles: Particle[], record: RequestRecord, course: Course, elapsedMs: number): void {
  const step = stepAt(course.steps, elapsedMs)
  if (step) {
    const look = elapsedMs < course.turnsAtMs ? 'alive' : course.outcome
    particles.push({
      record,
      step,
      fraction: fractionOf(step, elapsedMs),
      look,
      secondsLeft: secondsLeft(step, elapsedMs),
    })
  }
  for (const ghost of course.ghosts) {
    const copy = stepAt(ghost.steps, elapsedMs)
    if (!copy) continue
    particles.push({ record, step: copy, fraction: fractionOf(copy, elapsedMs), look: 'ghost', secondsLeft: undefined })
  }
}

const stepAt = (steps: readonly CourseStep[], elapsedMs: number): CourseStep | undefined =>
  steps.find(step => step.startMs <= elapsedMs && elapsedMs < step.endMs)

const fractionOf = (step: CourseStep, elapsedMs: number): number =>
  (elapsedMs - step.startMs) / (step.endMs - step.startMs)

const secondsLeft = (step: CourseStep, elapsedMs: number): number | undefined =>
  step.kind === 'wait' && step.why === 'delay' ? (step.endMs - elapsedMs) / 1000 : undefined

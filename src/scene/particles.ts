import type { Course, CourseStep, Particle, Passenger } from './scene.ts'
import type { Stage } from './stage.ts'
import { countUntil, endOf } from './timetable.ts'
import type { Departures } from './timetable.ts'

/** More than this is not drawn; the newest are. */
const MOST = 2000

/** Everything on its way at `nowMs`, copies included, in the order of the requests. */
export function particlesAt(departures: readonly Departures[], stage: Stage, nowMs: number): readonly Particle[] {
  const particles: Particle[] = []
  for (const { course, atMs, numbers, classes } of departures) {
    const last = countUntil(atMs, nowMs)
    for (let i = countUntil(atMs, nowMs - endOf(course)); i < last; i++) {
      const requestClass = stage.client.classes[classes[i] ?? 0]
      if (!requestClass) continue
      add(particles, { number: numbers[i] ?? 0, requestClass }, course, nowMs - (atMs[i] ?? 0))
    }
  }
  particles.sort((a, b) => a.record.number - b.record.number)
  return particles.length > MOST ? particles.slice(-MOST) : particles
}

function add(particles: Particle[], record: Passenger, course: Course, elapsedMs: number): void {
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

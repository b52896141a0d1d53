import { isCounted, isDot } from './per-dot.ts'
import type { Course, CourseStep, Particle } from './scene.ts'
import { countUntil, endOf } from './timetable.ts'
import type { Departures } from './timetable.ts'

/** Of many requests not all are drawn. */
export interface Crowding {
  /** Each particle on its way stands for so many requests; those that wait are all there, for their ring counts them. */
  readonly perDot: number
  /** This one is there in any case. */
  readonly focus: number | undefined
}

const ALL: Crowding = { perDot: 1, focus: undefined }

/** Everything on its way at `nowMs`, copies and tries that failed included, in the order of the requests. */
export function particlesAt(
  departures: readonly Departures[],
  nowMs: number,
  { perDot, focus }: Crowding = ALL,
): readonly Particle[] {
  const particles: Particle[] = []
  for (const { course, requestClass, atMs, numbers } of departures) {
    const known = requestClass && { requestClass: requestClass.id }
    const last = countUntil(atMs, nowMs)
    for (let i = countUntil(atMs, nowMs - endOf(course)); i < last; i++) {
      const number = numbers[i] ?? 0
      const isDrawn = perDot === 1 || number === focus || isDot(number, perDot)
      add(particles, { number, ...known }, course, nowMs - (atMs[i] ?? 0), isDrawn)
    }
  }
  return particles.sort((a, b) => a.number - b.number)
}

type Request = Pick<Particle, 'number' | 'requestClass'>

function add(particles: Particle[], request: Request, course: Course, elapsedMs: number, isDrawn: boolean): void {
  const step = stepAt(course.steps, elapsedMs)
  if (step && (isDrawn || isCounted(step))) {
    const look = elapsedMs < course.turnsAtMs ? 'alive' : course.outcome
    particles.push({
      ...request,
      step,
      fraction: fractionOf(step, elapsedMs),
      look,
      secondsLeft: secondsLeft(step, elapsedMs),
    })
  }
  for (const ghost of isDrawn ? course.ghosts : []) {
    const copy = stepAt(ghost.steps, elapsedMs)
    if (!copy) continue
    particles.push({
      ...request,
      step: copy,
      fraction: fractionOf(copy, elapsedMs),
      look: 'ghost',
      secondsLeft: undefined,
    })
  }
  for (const { look, ...span } of course.failed) {
    const step: CourseStep = { kind: 'wait', why: 'failed', ...span }
    if (!isAt(step, elapsedMs)) continue
    particles.push({ ...request, step, fraction: fractionOf(step, elapsedMs), look, secondsLeft: undefined })
  }
}

const stepAt = (steps: readonly CourseStep[], elapsedMs: number): CourseStep | undefined =>
  steps.find(step => isAt(step, elapsedMs))

const isAt = ({ startMs, endMs }: CourseStep, elapsedMs: number): boolean => startMs <= elapsedMs && elapsedMs < endMs

const fractionOf = (step: CourseStep, elapsedMs: number): number =>
  (elapsedMs - step.startMs) / (step.endMs - step.startMs)

/** A shorter ring has closed before its seconds could be read; what a pod takes shows in the pod. */
const READABLE_MS = 500

function secondsLeft(step: CourseStep, elapsedMs: number): number | undefined {
  if (step.kind !== 'wait' || step.why === 'served' || step.why === 'answered') return undefined
  const isRead = step.why === 'delay' || step.endMs - step.startMs >= READABLE_MS
  return isRead && step.endMs < Infinity ? (step.endMs - elapsedMs) / 1000 : undefined
}

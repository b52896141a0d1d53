import type { Point, Positions } from '../layout/index.ts'
import type { CourseStep, Particle } from '../scene/index.ts'
import { pointOnLane } from './lane-path.ts'
import { isCopied, placeOf } from './place-of.ts'

/** A ring around one that waits. Where several wait at one place, the next to go stands for all. */
interface Wait {
  readonly closed: number
  readonly secondsLeft: number | undefined
  readonly crowd: number
  /** What it says stands right of it, along the lane: not at a pod, whose words are there. */
  readonly beside: boolean
}

/** A particle as it is painted: all the painter needs. */
export interface Mark {
  readonly number: number
  readonly x: number
  readonly y: number
  readonly look: Particle['look']
  /** From the second try on, until it is decided: its number. */
  readonly attempt: number | undefined
  /** 1 but for sinking ones. */
  readonly scale: number
  readonly opacity: number
  /** Ring around one that waits: how far it is closed. */
  readonly wait: Wait | undefined
  readonly focused: boolean
}

/** A particle with its place. */
export interface Drawn extends Mark {
  /** Undefined: it has landed, and shows only because it is followed. */
  readonly particle: Particle | undefined
}

/** Where a followed request shows once nothing of it travels. */
export interface Resting {
  readonly number: number
  readonly laneId: string
  readonly fraction: number
  readonly look: Particle['look']
}

export interface DrawnOptions {
  /** Lanes at full strength; undefined: all. */
  readonly lit: ReadonlySet<string> | undefined
  readonly isolated: Particle['look'] | undefined
  readonly focused: Resting | undefined
  /** Lanes on which nothing is drawn: upright, the rails would run through the words. */
  readonly hiddenLanes?: ReadonlySet<string> | undefined
}

const DIMMED = 0.35
const ISOLATED_AWAY = 0.12
/** A try that failed, while the request goes on. */
const FAILED = 0.45

/** Being served: the pod's own number says it, unless the answer is already known to be bad. */
const isInsidePod = ({ step, look }: Particle): boolean =>
  step.kind === 'wait' &&
  (step.why === 'served' || step.why === 'answered') &&
  (look === 'alive' || look === 'succeeded')

/** What a closing ring stands around, by where and why: of several in one place the first stands for all. */
function ringOf(step: CourseStep, { x, y }: Point): string | undefined {
  if (step.kind !== 'wait' || NO_RING.has(step.why)) return undefined
  return `${step.why} ${x.toFixed(1)} ${y.toFixed(1)}`
}

/** Upright, what is beside a lane are the words of the next. */
const isAlong = (step: CourseStep, { orientation }: Positions): boolean =>
  orientation === 'across' &&
  step.kind === 'wait' &&
  (step.why === 'delay' || step.why === 'queue' || step.why === 'back-off')

const NO_RING: ReadonlySet<string> = new Set(['served', 'answered', 'failed', 'copied'])

const isFailed = (step: CourseStep): boolean => step.kind === 'wait' && step.why === 'failed'

function opacityOf({ step, fraction }: Particle): number {
  if (step.kind === 'sink') return 1 - fraction * 0.6
  return isFailed(step) ? FAILED : isCopied(step) ? 1 - fraction : 1
}

/** Only circles carry their number; once it is decided the shape says it. */
const attemptOf = ({ step, look }: Particle): number | undefined => (look === 'alive' ? step.attempt : undefined)

/** Gives every particle its place; those on lanes that the layout does not have, and those inside pods, are left out. */
export function placeParticles(
  particles: readonly Particle[],
  positions: Positions,
  { lit, isolated, focused: resting, hiddenLanes }: DrawnOptions,
): readonly Drawn[] {
  const drawn: Drawn[] = []
  const waiting = new Map<string, number>()
  const remains = new Set<string>()
  for (const particle of particles) {
    const { step, look } = particle
    const isOver = isFailed(step)
    const focused = look !== 'ghost' && particle.number === resting?.number && !isOver
    if (isInsidePod(particle) && !focused) continue
    const place = placeOf(particle, positions)
    if (!place) continue
    const laneId = step.kind === 'sink' ? step.holeId : step.laneId
    if (hiddenLanes?.has(laneId) && step.kind === 'travel' && !focused) continue
    const ring = ringOf(step, place)
    if (ring !== undefined && !focused) {
      const crowd = (waiting.get(ring) ?? 0) + 1
      waiting.set(ring, crowd)
      if (crowd > 1) continue
    }
    if (isOver) {
      // Many that failed alike in one place are one mark: on top of each other they would look like one that has not.
      const mark = `${String(place.x)} ${String(place.y)} ${look}`
      if (remains.has(mark)) continue
      remains.add(mark)
    }
    let opacity = opacityOf(particle)
    if (lit && !lit.has(laneId)) opacity *= DIMMED
    if (isolated !== undefined && !isSameLook(look, isolated)) opacity *= ISOLATED_AWAY
    drawn.push({
      particle,
      number: particle.number,
      ...place,
      look,
      attempt: attemptOf(particle),
      opacity,
      wait:
        ring === undefined
          ? undefined
          : {
              closed: particle.fraction,
              secondsLeft: particle.secondsLeft,
              crowd: 1,
              beside: isAlong(step, positions),
            },
      focused,
    })
  }
  for (const [i, each] of drawn.entries()) {
    const ring = each.particle && ringOf(each.particle.step, each)
    const crowd = ring !== undefined && !each.focused ? (waiting.get(ring) ?? 1) : 1
    if (each.wait && crowd > 1) drawn[i] = { ...each, wait: { ...each.wait, crowd } }
  }
  if (resting && !drawn.some(each => each.focused)) {
    const path = positions.lanes.get(resting.laneId)
    if (path) drawn.push(atRest(resting, pointOnLane(path, resting.fraction)))
  }
  return drawn
}

const atRest = ({ number, look }: Resting, { x, y }: Point): Drawn => ({
  particle: undefined,
  number,
  x,
  y,
  look,
  attempt: undefined,
  scale: 1,
  opacity: 1,
  wait: undefined,
  focused: true,
})

const isSameLook = (look: Particle['look'], isolated: Particle['look']): boolean =>
  look === isolated || (look === 'alive' && isolated === 'succeeded')

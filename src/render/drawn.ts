import type { LanePath, Point, Positions } from '../layout/index.ts'
import type { Particle } from '../scene/index.ts'
import { holeDisc } from './hole-disc.ts'
import { pointOnLane } from './lane-path.ts'
import { sinkPoint } from './marks.ts'

/** A ring around one that waits. Where several wait at one place, the next to go stands for all. */
interface Wait {
  readonly closed: number
  readonly secondsLeft: number | undefined
  readonly crowd: number
}

/** A particle with its place: all the painter needs. */
export interface Drawn {
  /** Undefined: it has landed, and shows only because it is followed. */
  readonly particle: Particle | undefined
  readonly number: number
  readonly x: number
  readonly y: number
  readonly look: Particle['look']
  /** 1 but for sinking ones. */
  readonly scale: number
  readonly opacity: number
  /** Ring around one that waits: how far it is closed. */
  readonly wait: Wait | undefined
  readonly focused: boolean
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

function placeOf({ step, fraction, number }: Particle, positions: Positions): (Point & { scale: number }) | undefined {
  if (step.kind === 'sink') {
    const box = positions.boxes.get(step.holeId)
    if (!box) return undefined
    const disc = holeDisc(box, positions.orientation)
    const angle = entryAngle(disc, positions)
    const point = sinkPoint(disc.radius, angle, fraction)
    return { x: disc.x + point.x, y: disc.y + point.y, scale: point.scale }
  }
  const path = positions.lanes.get(step.laneId)
  if (!path) return undefined
  if (step.kind === 'wait') return { ...pointOnLane(path, 1), scale: 1 }
  return { ...besideMiddle(path, fraction, number), scale: 1 }
}

const ONE_FILE = 14
const GOLDEN = 0.618_034

/** On a wide lane requests travel side by side, in places that follow from their numbers, and close ranks at its ends. */
function besideMiddle(path: LanePath, fraction: number, number: number): Point {
  const point = pointOnLane(path, fraction)
  if (path.width < ONE_FILE) return point
  const a = pointOnLane(path, fraction - 0.01)
  const b = pointOnLane(path, fraction + 0.01)
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const aside = (((number * GOLDEN) % 1) - 0.5) * (path.width - 10) * Math.sqrt(Math.sin(Math.PI * fraction))
  return { x: point.x - ((b.y - a.y) / length) * aside, y: point.y + ((b.x - a.x) / length) * aside }
}

/** Where the lane of a hole meets its rim, seen from the middle. Straight left where none ends there. */
function entryAngle(disc: Point & { radius: number }, positions: Positions): number {
  let nearest: LanePath | undefined
  let distance = disc.radius * 1.6
  for (const path of positions.lanes.values()) {
    const end = path.cubics.at(-1)
    if (!end) continue
    const away = Math.hypot(end[6] - disc.x, end[7] - disc.y)
    if (away < distance) {
      distance = away
      nearest = path
    }
  }
  const end = nearest?.cubics.at(-1)
  return end ? Math.atan2(end[7] - disc.y, end[6] - disc.x) : Math.PI
}

/** Being served: the pod's own number says it, unless the answer is already known to be bad. */
const isInsidePod = ({ step, look }: Particle): boolean =>
  step.kind === 'wait' && step.why === 'served' && (look === 'alive' || look === 'succeeded')

/** Gives every particle its place; those on lanes that the layout does not have, and those inside pods, are left out. */
export function placeParticles(
  particles: readonly Particle[],
  positions: Positions,
  { lit, isolated, focused: resting, hiddenLanes }: DrawnOptions,
): readonly Drawn[] {
  const drawn: Drawn[] = []
  const waiting = new Map<string, number>()
  for (const particle of particles) {
    const { step, look } = particle
    const focused = look !== 'ghost' && particle.number === resting?.number
    if (isInsidePod(particle) && !focused) continue
    const place = placeOf(particle, positions)
    if (!place) continue
    const laneId = step.kind === 'sink' ? step.holeId : step.laneId
    if (hiddenLanes?.has(laneId) && step.kind === 'travel' && !focused) continue
    if (step.kind === 'wait' && step.why === 'delay' && !focused) {
      const crowd = (waiting.get(laneId) ?? 0) + 1
      waiting.set(laneId, crowd)
      if (crowd > 1) continue
    }
    let opacity = step.kind === 'sink' ? 1 - particle.fraction * 0.6 : 1
    if (lit && !lit.has(laneId)) opacity *= DIMMED
    if (isolated !== undefined && !isSameLook(look, isolated)) opacity *= ISOLATED_AWAY
    drawn.push({
      particle,
      number: particle.number,
      ...place,
      look,
      opacity,
      wait:
        step.kind === 'wait' && step.why === 'delay'
          ? { closed: particle.fraction, secondsLeft: particle.secondsLeft, crowd: 1 }
          : undefined,
      focused,
    })
  }
  for (const [i, each] of drawn.entries()) {
    const step = each.particle?.step
    const crowd = step?.kind === 'wait' && !each.focused ? (waiting.get(step.laneId) ?? 1) : 1
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
  scale: 1,
  opacity: 1,
  wait: undefined,
  focused: true,
})

const isSameLook = (look: Particle['look'], isolated: Particle['look']): boolean =>
  look === isolated || (look === 'alive' && isolated === 'succeeded')

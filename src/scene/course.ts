import type { Decision, HttpRequest } from '../core/route/index.ts'
import type { Course, CourseStep } from './scene.ts'
import { indexOf } from './stage-index.ts'
import type { StageIndex } from './stage-index.ts'
import type { Lane, Stage } from './stage.ts'
import { wayOf } from './way.ts'
import type { LaneStub, Way } from './way.ts'

/** Nominal durations at pace 1; they do not follow from pixels, so numbers need no layout. */
export const PACE = {
  in: 300,
  spinePerRule: 90,
  spineMost: 900,
  rail: 220,
  split: 420,
  subset: 220,
  deliver: 260,
  served: 120,
  fall: 420,
  sink: 400,
  reply: 420,
  mirror: 420,
  mirrorAfter: 100,
} as const

/** The way of one decision over a stage in time. A stage remembers it: equal decisions share one Course. */
export function courseOf(stage: Stage, decision: Decision, request: HttpRequest): Course {
  let cache = caches.get(stage)
  if (!cache) caches.set(stage, (cache = new Map<Identity, ByLeg>()))
  const bucket = bucketOf(cache, decision)
  for (const entry of bucket) if (isSameWay(entry, decision, request)) return entry.course
  const index = indexOf(stage)
  const course = courseFrom(wayOf(index, decision, request), index, decision)
  bucket.push({ decision, host: request.dialHost, course })
  return course
}

interface Entry {
  readonly decision: Decision
  readonly host: string
  readonly course: Course
}

type Identity = object | undefined
type ByEndpoint = Map<Identity, Entry[]>
type ByLeg = Map<Identity, ByEndpoint>
type Cache = Map<Identity, ByLeg>
const caches = new WeakMap<Stage, Cache>()

/** What was decided is told apart by identity, level by level: routes, legs and endpoints outlive the requests. */
function bucketOf(cache: Cache, { route, virtualHost, leg, endpoint }: Decision): Entry[] {
  const key = route ?? virtualHost
  let byLeg = cache.get(key)
  if (!byLeg) cache.set(key, (byLeg = new Map<Identity, ByEndpoint>()))
  let byEndpoint = byLeg.get(leg)
  if (!byEndpoint) byLeg.set(leg, (byEndpoint = new Map<Identity, Entry[]>()))
  let bucket = byEndpoint.get(endpoint)
  if (!bucket) byEndpoint.set(endpoint, (bucket = []))
  return bucket
}

function isSameWay(entry: Entry, decision: Decision, request: HttpRequest): boolean {
  const other = entry.decision
  return (
    other.flags === decision.flags &&
    other.status === decision.status &&
    other.delayMs === decision.delayMs &&
    other.outcome === decision.outcome &&
    other.cluster === decision.cluster &&
    other.virtualHost === decision.virtualHost &&
    other.chainOrigin === decision.chainOrigin &&
    entry.host === request.dialHost &&
    other.mirrors.length === decision.mirrors.length &&
    other.mirrors.every((copy, i) => {
      const twin = decision.mirrors[i]
      return copy.policy === twin?.policy && copy.endpoint === twin.endpoint
    })
  )
}

function courseFrom(way: Way, index: StageIndex, decision: Decision): Course {
  const steps: CourseStep[] = []
  const starts = new Map<Lane['kind'], number>()
  let now = 0
  let railEnd = 0
  const delay = (laneId: string): void => {
    if (decision.delayMs <= 0) return
    steps.push({ kind: 'wait', laneId, why: 'delay', startMs: now, endMs: now + decision.delayMs })
    now += decision.delayMs
  }
  for (const lane of way.lanes) {
    starts.set(lane.kind, now)
    const endMs = now + durationOf(lane, index, decision)
    steps.push({ kind: 'travel', laneId: lane.id, startMs: now, endMs })
    now = endMs
    if (lane.kind === 'spine') delay(lane.id)
    if (lane.kind === 'spine' || lane.kind === 'rail') railEnd = now
  }
  const landsAtMs = now
  const last = way.lanes.at(-1)?.id ?? ''
  if (way.end.kind === 'hole') {
    steps.push({ kind: 'sink', holeId: way.end.id, startMs: now, endMs: now + PACE.sink })
  } else if (way.end.kind !== 'reply') {
    steps.push({ kind: 'wait', laneId: last, why: 'served', startMs: now, endMs: now + PACE.served })
  }
  return {
    steps,
    turnsAtMs: turnOf(way, starts, landsAtMs),
    landsAtMs,
    outcome: way.outcome,
    touches: touchesOf(way),
    end: way.end.id,
    ghosts: way.ghosts.map(ghost => ghostSteps(ghost.lanes, railEnd + PACE.mirrorAfter)),
  }
}

function durationOf(lane: LaneStub, index: StageIndex, decision: Decision): number {
  if (lane.kind !== 'spine') return PACE[lane.kind]
  return Math.min(PACE.spineMost, PACE.spinePerRule * Math.max(1, index.rulesTried(decision)))
}

/** A missing cluster shows when its leg is drawn; every other failure where it leaves its way; the rest when it lands. */
function turnOf(way: Way, starts: ReadonlyMap<Lane['kind'], number>, landsAtMs: number): number {
  if (way.end.kind !== 'hole') return landsAtMs
  const fall = starts.get('fall') ?? landsAtMs
  return way.end.cause === 'no-cluster' ? (starts.get('rail') ?? fall) : fall
}

/** Everything that counts the request; a copy counts on its own lane and line only. */
function touchesOf(way: Way): readonly string[] {
  const copies = way.ghosts.flatMap(ghost => ghost.lanes.filter(lane => lane.kind === 'mirror'))
  return [
    ...new Set([
      ...way.passes,
      ...way.lanes.map(lane => lane.id),
      way.end.id,
      ...copies.flatMap(lane => [lane.id, lane.from]),
    ]),
  ]
}

function ghostSteps(lanes: readonly LaneStub[], startsAtMs: number): Course['ghosts'][number] {
  let now = startsAtMs
  const steps = lanes.map((lane): CourseStep => {
    const startMs = now
    now += lane.kind === 'spine' ? 0 : PACE[lane.kind]
    return { kind: 'travel', laneId: lane.id, startMs, endMs: now }
  })
  return { startsAtMs, steps }
}

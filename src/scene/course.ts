import type { Decision, HttpRequest } from '../core/route/index.ts'
import type { RequestRecord } from '../core/simulate/index.ts'
import { flagsOf } from './outcome.ts'
import { PACE } from './pace.ts'
import { playWay } from './play-way.ts'
import type { Course, CourseStep } from './scene.ts'
import { idleAfter, keyOfTries, shownTries, toTens } from './shown-tries.ts'
import type { ShownTry } from './shown-tries.ts'
import { indexOf } from './stage-index.ts'
import type { StageIndex } from './stage-index.ts'
import type { Stage } from './stage.ts'
import { wayOf } from './way.ts'
import type { LaneStub, Way } from './way.ts'

/** What a record tells of a course beside its decision. */
export type Lived = Pick<RequestRecord, 'atMs' | 'endMs' | 'tries' | 'decision'>

/**
 * The way of one decision over a stage in time, with its tries as they were `lived`. A stage remembers it: requests that go
 * the same way in the same times share one Course.
 */
export function courseOf(stage: Stage, decision: Decision, request: HttpRequest, lived?: Lived): Course {
  let cache = caches.get(stage)
  if (!cache) caches.set(stage, (cache = new Map<Identity, ByLeg>()))
  const times = timesOf(decision, lived)
  const bucket = bucketOf(cache, decision, times)
  for (const entry of bucket) if (isSameWay(entry, decision, request)) return entry.course
  const index = indexOf(stage)
  const course = courseFrom(wayOf(index, decision, request), index, decision, times, sharedIn(stage))
  bucket.push({ decision, host: request.dialHost, course })
  return course
}

interface Times {
  readonly tries: readonly ShownTry[]
  readonly idleMs: number
  readonly delayMs: number
  readonly key: string
}

/** A caller that leaves does not wait for the end of an injected delay. */
function timesOf(decision: Decision, lived: Lived | undefined): Times {
  const { delayMs: injectedMs } = decision
  const tries = lived ? shownTries(lived) : []
  const idleMs = lived ? idleAfter(lived) : 0
  const leftMs = tries.length === 0 && flagsOf(decision).includes('DC') ? lived?.endMs : undefined
  const delayMs = leftMs === undefined ? injectedMs : Math.min(injectedMs, toTens(leftMs - (lived?.atMs ?? 0)))
  return { tries, idleMs, delayMs, key: `${keyOfTries(tries)} ${String(idleMs)} ${String(delayMs)}` }
}

interface Entry {
  readonly decision: Decision
  readonly host: string
  readonly course: Course
}

type Identity = object | undefined
type ByTimes = Map<string, Entry[]>
type ByEndpoint = Map<Identity, ByTimes>
type ByLeg = Map<Identity, ByEndpoint>
type Cache = Map<Identity, ByLeg>
const caches = new WeakMap<Stage, Cache>()

/** What was decided is told apart by identity, level by level: routes, legs and endpoints outlive the requests. */
function bucketOf(cache: Cache, { route, virtualHost, leg, endpoint }: Decision, { key: times }: Times): Entry[] {
  const key = route ?? virtualHost
  let byLeg = cache.get(key)
  if (!byLeg) cache.set(key, (byLeg = new Map<Identity, ByEndpoint>()))
  let byEndpoint = byLeg.get(leg)
  if (!byEndpoint) byLeg.set(leg, (byEndpoint = new Map<Identity, ByTimes>()))
  let byTimes = byEndpoint.get(endpoint)
  if (!byTimes) byEndpoint.set(endpoint, (byTimes = new Map<string, Entry[]>()))
  let bucket = byTimes.get(times)
  if (!bucket) byTimes.set(times, (bucket = []))
  return bucket
}

function isSameWay(entry: Entry, decision: Decision, request: HttpRequest): boolean {
  const other = entry.decision
  return (
    other.flags === decision.flags &&
    other.status === decision.status &&
    other.details === decision.details &&
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

function courseFrom(
  way: Way,
  index: StageIndex,
  decision: Decision,
  { tries, idleMs, delayMs }: Times,
  share: (touches: readonly string[]) => readonly string[],
): Course {
  const spineMs = Math.min(PACE.spineMost, PACE.spinePerRule * Math.max(1, index.rulesTried(decision)))
  const upstream = tries.filter(({ isTurnedAway }) => !isTurnedAway).length
  const { railEndMs, ...played } = playWay({ way, spineMs, delayMs, tries, idleMs })
  return {
    ...played,
    outcome: way.outcome,
    touches: share(touchesOf(way)),
    end: way.end.id,
    ...(upstream > 0 && { tries: upstream }),
    ghosts: way.ghosts.map(ghost => ghostSteps(ghost.lanes, railEndMs + PACE.mirrorAfter)),
  }
}

const touchesBy = new WeakMap<Stage, Map<string, readonly string[]>>()

/** Ways in different times touch the same things: one list of them, so that they can be counted together. */
function sharedIn(stage: Stage): (touches: readonly string[]) => readonly string[] {
  let known = touchesBy.get(stage)
  if (!known) touchesBy.set(stage, (known = new Map<string, readonly string[]>()))
  const lists = known
  return touches => {
    const key = touches.join('\n')
    const list = lists.get(key) ?? touches
    lists.set(key, list)
    return list
  }
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
  const last = lanes.at(-1)
  if (last?.kind === 'deliver')
    steps.push({ kind: 'wait', why: 'copied', laneId: last.id, startMs: now, endMs: now + PACE.copied })
  return { startsAtMs, steps }
}

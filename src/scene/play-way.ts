import { podId, workloadId } from './ids.ts'
import { PACE } from './pace.ts'
import type { Course, CourseStep, FailedTry, Serving, WaitStep } from './scene.ts'
import type { ShownTry } from './shown-tries.ts'
import type { Lane } from './stage.ts'
import { deliverTo, throughSubset } from './way.ts'
import type { LaneStub, Way } from './way.ts'

/** What a way takes in time; see `Course`. */
export interface Played extends Pick<Course, 'steps' | 'failed' | 'served' | 'turnsAtMs' | 'landsAtMs'> {
  /** When it was through the rules card. */
  readonly railEndMs: number
}

export interface PlayInput {
  readonly way: Way
  /** Injected. */
  readonly delayMs: number
  readonly spineMs: number
  /** None: nothing is known but the decision, or none was made. */
  readonly tries: readonly ShownTry[]
  /** From the last try's end to the answer. */
  readonly idleMs: number
}

/**
 * Lanes in turn, with all that is waited for: an injected delay, connections, pods, back-offs. Each try leaves from the gate,
 * where the cluster's lane ends; one that failed stays where it did, as its shape, while the next goes out.
 */
export function playWay({ way, delayMs, spineMs, tries, idleMs }: PlayInput): Played {
  const steps: CourseStep[] = []
  const failed: Omit<FailedTry, 'endMs'>[] = []
  const served: Serving[] = []
  const starts = new Map<Lane['kind'], number>()
  const tail = way.lanes.at(-1)
  const head = headOf(way, tail, tries)
  const gate = head.at(-1)?.id ?? ''
  const endPod = way.end.kind === 'pod' ? way.end.id : undefined
  const atPod = way.end.kind === 'pod' || way.end.kind === 'outside'
  let now = 0
  let railEndMs = 0
  let attempt = 1

  const take = (ms: number) => ({ startMs: now, endMs: (now += ms), ...(attempt > 1 && { attempt }) })
  const travel = ({ id: laneId, kind }: Pick<LaneStub, 'id' | 'kind'>, pod?: string): void => {
    starts.set(kind, now)
    steps.push({
      kind: 'travel',
      laneId,
      ...(pod !== undefined && { pod }),
      ...take(kind === 'spine' ? spineMs : PACE[kind]),
    })
  }
  const wait = (why: WaitStep['why'], laneId: string, ms: number, pod?: string): void => {
    if (ms > 0) steps.push({ kind: 'wait', laneId, why, ...(pod !== undefined && { pod }), ...take(ms) })
  }
  const serve = (id: string, ms: number): void => {
    served.push({ podId: id, startMs: now, endMs: now + ms })
  }

  for (const [i, lane] of head.entries()) {
    // Its row is where a cluster's limits are.
    if (lane.kind === 'subset') wait('queue', head[i - 1]?.id ?? '', tries[0]?.queueMs ?? 0)
    travel(lane)
    if (lane.kind === 'spine') wait('delay', lane.id, delayMs)
    if (lane.kind === 'spine' || lane.kind === 'rail') railEndMs = now
  }
  for (const [i, one] of tries.entries()) {
    const isLast = i === tries.length - 1
    attempt = i + 1
    wait('back-off', gate, one.pauseMs)
    if (i > 0 || !starts.has('subset')) wait('queue', gate, one.queueMs)
    const isHere = isLast && atPod
    const pod = podOf(one)
    const lane = isHere ? tail : one.isOut && !(isLast && one.isBrief) ? laneOut(one, tail) : undefined
    if (lane) {
      travel(lane, pod)
      if (one.isSent) serve(pod ?? way.end.id, one.podMs)
      wait(one.why, lane.id, one.podMs, pod)
    }
    const place = { laneId: lane?.id ?? gate, ...(lane && pod !== undefined && { pod }) }
    if (!isHere && (lane || !isLast)) failed.push({ ...place, attempt, look: one.look, startMs: now })
  }
  if (atPod && tail && tries.length === 0) {
    travel(tail, endPod)
    serve(way.end.id, PACE.servedLeast)
    wait('served', tail.id, PACE.servedLeast, endPod)
  }
  if (idleMs > 0) attempt++
  wait('back-off', gate, idleMs)
  if (!atPod && tail) travel(tail)
  const landsAtMs = now
  if (way.end.kind === 'hole') steps.push({ kind: 'sink', holeId: way.end.id, ...take(PACE.sink) })
  else if (atPod) wait('answered', tail?.id ?? '', PACE.answered, podOf(tries.at(-1)) ?? endPod)
  return {
    steps,
    failed: failed.map(one => ({ ...one, endMs: landsAtMs })),
    served,
    turnsAtMs: turnOf(way, starts, landsAtMs),
    landsAtMs,
    railEndMs,
  }
}

/** All lanes up to the gate; a way that ends before its cluster led through it while tries were sent. */
function headOf({ lanes, end }: Way, tail: LaneStub | undefined, tries: readonly ShownTry[]): readonly LaneStub[] {
  const head = lanes.slice(0, -1)
  const isShort = end.kind === 'hole' && end.cause === 'full' && tries.some(({ isOut }) => isOut)
  return isShort && tail ? [...head, throughSubset(tail.from)] : head
}

/** From the gate to the workload of the pod that it was sent to. */
function laneOut({ endpoint }: ShownTry, tail: LaneStub | undefined): LaneStub | undefined {
  if (!tail) return undefined
  if (!endpoint) return tail.kind === 'deliver' ? tail : undefined
  return deliverTo(tail.from, workloadId(endpoint.namespace, endpoint.workload))
}

const podOf = (one: ShownTry | undefined): string | undefined =>
  one?.endpoint && podId(one.endpoint.namespace, one.endpoint.pod)

/** A missing cluster shows when its leg is drawn; every other failure where it leaves its way; the rest when it lands. */
function turnOf(way: Way, starts: ReadonlyMap<Lane['kind'], number>, landsAtMs: number): number {
  if (way.end.kind !== 'hole') return landsAtMs
  const fall = starts.get('fall') ?? landsAtMs
  return way.end.cause === 'no-cluster' ? (starts.get('rail') ?? fall) : fall
}

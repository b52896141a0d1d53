import type { WorkloadResource } from '../resources/index.ts'
import { createController } from './controller.ts'
import { isStopping, keyOf } from './fleet.ts'
import type { Named, Pod, PodOf, Workload } from './fleet.ts'
import { FROM_THE_FIRST } from './pod-life.ts'
import type { PodLife, PodLives } from './pod-life.ts'

/** Something that is done to a workload. */
export type Order = { readonly atMs: number } & (
  | { readonly kind: 'apply'; readonly resource: WorkloadResource }
  | { readonly kind: 'delete'; readonly workload: Named }
  | { readonly kind: 'scale'; readonly workload: Named; readonly replicas: number }
  | { readonly kind: 'restart'; readonly workload: Named }
)

/** What is said of pods, those to come included. */
export interface PodTimes {
  /** Whether one that has started passes its readiness probe; undefined: as the text has it. */
  readonly isReady: (pod: PodOf, atMs: number) => boolean | undefined
  /** When `isReady` may change. */
  readonly moments: readonly number[]
  /** From a new pod to its first successful probe. */
  readonly startupMs: (pod: PodOf, atMs: number) => number | undefined
  /** How long it may work at what it has when it is told to stop. */
  readonly shutdownMs: (pod: PodOf, atMs: number) => number | undefined
}

export interface WorkloadAtFirst extends Named {
  readonly resource: WorkloadResource | undefined
  readonly pods: readonly { readonly name: string; readonly ready: boolean }[]
}

export interface PodsInput {
  /** With the pods that they have from the beginning. */
  readonly workloads: readonly WorkloadAtFirst[]
  /** By time. */
  readonly orders: readonly Order[]
  readonly times: PodTimes
  /** Whether both make the same pods. */
  readonly isSameTemplate: (a: WorkloadResource, b: WorkloadResource) => boolean
}

export type PodChangeKind = 'starts' | 'ready' | 'not-ready' | 'stops' | 'gone'

export interface PodChange {
  readonly kind: PodChangeKind
  readonly pod: PodOf
}

/** A pod as it is at one moment. */
export interface PodNow extends PodOf {
  readonly template: WorkloadResource | undefined
  readonly createdMs: number
  readonly ready: boolean
  readonly stopping: boolean
}

export interface WorkloadNow extends Named {
  readonly resource: WorkloadResource | undefined
  readonly pods: readonly PodNow[]
}

export interface PodsMoment {
  readonly atMs: number
  readonly changes: readonly PodChange[]
  readonly workloads: readonly WorkloadNow[]
}

export interface PlayedPods {
  /** The first at 0; then whenever something changes. */
  readonly moments: readonly PodsMoment[]
  /** Of the pods that came or went. */
  readonly lives: PodLives
}

/** Nobody looks further; a rollout of a thousand pods would go on for an hour. */
const LONGEST_MS = 600_000

/** Pods over time, as Kubernetes' controllers make and stop them. */
export function playPods({ workloads, orders, times, isSameTemplate }: PodsInput): PlayedPods {
  const fleet = new Map(workloads.map(one => [keyOf(one), toWorkload(one)]))
  const due = new Set([0, ...orders.map(({ atMs }) => atMs), ...times.moments])
  const moments: PodsMoment[] = []
  const lives = new Map<string, PodLife[]>()
  let changes: PodChange[] = []
  const controller = createController({
    times,
    isSameTemplate,
    later: atMs => due.add(atMs),
    onChange(kind, pod) {
      const { namespace, name, workload, life } = pod
      changes.push({ kind, pod: { namespace, name, workload } })
      if (kind !== 'starts' && kind !== 'stops') return
      const key = keyOf(pod)
      const known = lives.get(key) ?? []
      lives.set(key, known)
      if (!known.includes(life)) known.push(life)
    },
  })
  let obeyed = 0
  for (let nowMs = first(due); nowMs <= LONGEST_MS; nowMs = first(due)) {
    due.delete(nowMs)
    for (let order = orders[obeyed]; order && order.atMs <= nowMs; order = orders[++obeyed])
      controller.obey(fleet, order)
    for (const workload of fleet.values()) controller.settle(workload, nowMs)
    if (nowMs > 0 && changes.length === 0) continue
    moments.push({ atMs: nowMs, changes, workloads: [...fleet.values()].flatMap(snapshotOf) })
    changes = []
  }
  return { moments, lives }
}

const first = (due: ReadonlySet<number>): number => Math.min(...due)

function toWorkload({ namespace, name, resource, pods }: WorkloadAtFirst): Workload {
  return {
    namespace,
    name,
    resource,
    isThere: true,
    replicas: pods.length,
    version: 0,
    templates: new Map(resource ? [[0, resource]] : []),
    pods: pods.map((pod): Pod => ({
      namespace,
      name: pod.name,
      workload: name,
      readyAtFirst: pod.ready,
      template: resource,
      version: 0,
      life: { ...FROM_THE_FIRST },
      ready: pod.ready,
      readyMs: pod.ready ? -Infinity : Infinity,
    })),
    nextIndex: Math.max(0, ...pods.map(pod => indexIn(pod.name, name) + 1)),
  }
}

/** `2` of `web-2`; -1 where it has another name. */
function indexIn(pod: string, workload: string): number {
  const tail = pod.startsWith(`${workload}-`) ? pod.slice(workload.length + 1) : ''
  return /^\d{1,4}$/.test(tail) ? Number(tail) : -1
}

function snapshotOf({ namespace, name, resource, isThere, pods }: Workload): readonly WorkloadNow[] {
  if (!isThere && pods.length === 0) return []
  return [
    {
      namespace,
      name,
      resource,
      pods: pods.map(pod => ({
        namespace,
        name: pod.name,
        workload: name,
        template: pod.template,
        createdMs: pod.life.createdMs,
        ready: pod.ready && !isStopping(pod),
        stopping: isStopping(pod),
      })),
    },
  ]
}

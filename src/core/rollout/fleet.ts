import type { WorkloadResource } from '../resources/index.ts'
import type { PodLife } from './pod-life.ts'

/** A workload or a pod by name. */
export interface Named {
  readonly namespace: string
  readonly name: string
}

export interface PodOf extends Named {
  readonly workload: string
}

/** One pod from when it is made until it is gone. */
export interface Pod extends PodOf {
  /** As the text gives it; undefined: made from its workload's template. */
  readonly readyAtFirst: boolean
  /** What it was made from; undefined: it is a document of its own. */
  readonly template: WorkloadResource | undefined
  /** Counts the versions of its workload, from 0. */
  readonly version: number
  readonly life: PodLife
  ready: boolean
  /** Since when; before that `Infinity`. */
  readyMs: number
}

export const isStopping = ({ life }: Pod): boolean => life.deletedMs < Infinity

/** A workload with what Kubernetes' controllers know of it. */
export interface Workload extends Named {
  /** Its document; undefined where pods stand for themselves. */
  resource: WorkloadResource | undefined
  /** False once its document is deleted. */
  isThere: boolean
  replicas: number
  version: number
  /** Templates by version. */
  readonly templates: Map<number, WorkloadResource>
  pods: Pod[]
  /** For the names of pods to come. */
  nextIndex: number
}

export const keyOf = ({ namespace, name }: Named): string => `${namespace}/${name}`

/** Pods that have not been told to stop. */
export const staying = ({ pods }: Workload): readonly Pod[] => pods.filter(pod => !isStopping(pod))

/** Ready for as long as its workload asks. Kubernetes, pod/util.go, IsPodAvailable. */
export function isAvailable({ ready, readyMs, template }: Pod, nowMs: number): boolean {
  return ready && nowMs - readyMs >= (template?.spec.rollout?.minReadyMs ?? 0)
}

/**
 * Who goes first when there are too many: pods that are not ready, then those that became ready last, then the youngest.
 * Kubernetes, controller_utils.go, ActivePodsWithRanks.
 */
export function inOrderOfLeaving(pods: readonly Pod[]): readonly Pod[] {
  const later = (a: number, b: number): number => (a === b ? 0 : b - a)
  return pods
    .toReversed()
    .sort(
      (a, b) =>
        Number(a.ready) - Number(b.ready) || later(a.readyMs, b.readyMs) || later(a.life.createdMs, b.life.createdMs),
    )
}

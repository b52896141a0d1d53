import type { ScenarioResource, ScenarioWorkload } from '../resources/index.ts'
import { conditionOf } from './condition-of.ts'
import type { Condition } from './condition-of.ts'
import type { Named } from './names.ts'
import { entriesFor } from './phases.ts'
import type { PodNames } from './phases.ts'

/** What is to be broken or healed: whole workloads, or pods by themselves. */
export type BreakTarget = readonly TargetPart[]

/** What one entry can name: a workload with all of its pods, or one pod. */
export interface TargetPart extends Named {
  readonly pods: readonly TargetPod[]
}

export interface TargetPod extends PodNames {
  /** As the text has it. */
  readonly ready: boolean
}

/** A pod with what is said of it, and how it is at the moment. */
export interface PodNow {
  readonly pod: TargetPod
  readonly part: TargetPart
  readonly entries: readonly ScenarioWorkload[]
  readonly condition: Condition
  readonly ready: boolean
}

export function podsNow(scenario: ScenarioResource | undefined, target: BreakTarget, atMs: number): readonly PodNow[] {
  return target.flatMap(part =>
    part.pods.map(pod => {
      const entries = scenario ? entriesFor(scenario, pod) : []
      const condition = conditionOf(entries, atMs)
      return { pod, part, entries, condition, ready: condition.readiness?.ready ?? pod.ready }
    }),
  )
}

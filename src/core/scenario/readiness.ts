import type { Origin } from '../base/origin.ts'
import { below } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { ScenarioResource, ScenarioWorkload } from '../resources/index.ts'
import { entriesFor, holdsAt, speaksOfReadiness } from './phases.ts'
import type { PodNames } from './phases.ts'

/** Whether a pod passes its readiness probe at a moment; undefined: as the text has it. Crashed pods do not pass it. */
export function readinessOf(scenario: ScenarioResource): (pod: PodNames, atMs: number) => boolean | undefined {
  return (pod, atMs) => saying(scenario, pod, atMs)?.ready
}

/** When that may change, by time. */
export function readinessMoments({ spec }: ScenarioResource): readonly number[] {
  const moments = spec.workloads.filter(speaksOfReadiness).flatMap(({ fromMs = 0, toMs = fromMs }) => [fromMs, toMs])
  return [...new Set(moments)].sort((a, b) => a - b)
}

export interface ReadinessChange {
  readonly kind: 'readiness'
  readonly atMs: number
  readonly ready: boolean
  /** Pods that the text holds and whose readiness changes now, in the mesh's order. */
  readonly pods: readonly PodNames[]
  readonly origin: Origin
}

/** When pods of the mesh become ready or not, by time. What holds from the beginning changes at 0. */
export function readinessChanges(scenario: ScenarioResource, mesh: Mesh): readonly ReadinessChange[] {
  const moments = readinessMoments(scenario)
  if (moments.length === 0) return []
  const groups = new Map<string, { change: Omit<ReadinessChange, 'pods'>; pods: PodNames[] }>()
  for (const { pods } of mesh.workloads) {
    for (const { name, namespace, workload, ready: atFirst } of pods) {
      const pod = { name, namespace, workload }
      let was = atFirst
      let last: ScenarioWorkload | undefined
      for (const atMs of moments) {
        const said = saying(scenario, pod, atMs)
        const cause = said?.entry ?? last
        last = said?.entry
        const ready = said?.ready ?? atFirst
        if (ready === was || !cause) continue
        was = ready
        const origin = below(scenario.origin, ...cause.path)
        const key = JSON.stringify([atMs, ready, cause.path])
        const group = groups.get(key) ?? { change: { kind: 'readiness', atMs, ready, origin }, pods: [] }
        groups.set(key, group)
        group.pods.push(pod)
      }
    }
  }
  return [...groups.values()].map(({ change, pods }) => ({ ...change, pods })).sort((a, b) => a.atMs - b.atMs)
}

function saying(scenario: ScenarioResource, pod: PodNames, atMs: number) {
  const entry = entriesFor(scenario, pod).find(one => speaksOfReadiness(one) && holdsAt(one, atMs))
  return entry && { entry, ready: entry.fails === 'crash' ? false : entry.ready === true }
}

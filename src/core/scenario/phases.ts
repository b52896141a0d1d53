import type { ScenarioResource, ScenarioWorkload } from '../resources/index.ts'
import { isSame, meaningsOf } from './names.ts'
import type { Named } from './names.ts'

/** A pod, and the workload that it is one of. */
export interface PodNames extends Named {
  readonly workload: string
}

/**
 * A Scenario's entries for a pod, those that win first: what names the pod itself before what names its workload, and
 * below before above. What an entry does not speak of is left to the next one.
 */
export function entriesFor(scenario: ScenarioResource, pod: PodNames): readonly ScenarioWorkload[] {
  const { workloads } = scenario.spec
  const naming = (named: Named) => workloads.filter(entry => isNaming(scenario, entry, named)).reverse()
  const own = naming(pod)
  const others = naming({ name: pod.workload, namespace: pod.namespace })
  return [...own, ...others.filter(entry => !own.includes(entry))]
}

/** Whether an entry names this very pod, or this very workload. */
export const isNaming = (scenario: ScenarioResource, { name }: ScenarioWorkload, named: Named): boolean =>
  name !== undefined && meaningsOf(name, scenario).some(one => isSame(one, named))

/** What an entry says besides its name and times. */
export type Behaviour = Partial<Pick<ScenarioWorkload, 'errorPercent' | 'status' | 'fails' | 'ready' | 'latency'>>

export const speaksOfFailure = ({ errorPercent, status, fails }: Behaviour): boolean =>
  errorPercent !== undefined || status !== undefined || fails !== undefined

export const speaksOfReadiness = ({ ready, fails }: Behaviour): boolean => ready !== undefined || fails === 'crash'

/** From `from`, which belongs to it, until `to`, which does not. */
export const holdsAt = ({ fromMs = 0, toMs = Infinity }: ScenarioWorkload, atMs: number): boolean =>
  fromMs <= atMs && atMs < toMs

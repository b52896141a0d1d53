import type { Resource } from '../resources/index.ts'
import { assumeServices } from './assume-services.ts'
import { assumeWorkloads } from './assume-workloads.ts'
import { toResources } from './assumed-resource.ts'
import type { Guess } from './assumed-resource.ts'
import { planCalls } from './callers.ts'
import type { Caller } from './callers.ts'
import { serviceKey } from './mesh-hosts.ts'
import { writeDeployment } from './write-yaml.ts'

/**
 * What a short paste leaves out: Services that its hosts name, where it holds no Service; pods, where it holds no
 * workload; and somebody who calls. Each says why, and carries the YAML that would write it down.
 */
export function assumeResources(resources: readonly Resource[]): readonly Resource[] {
  const services = toResources(assumeServices(resources), 0)
  const withServices = [...resources, ...services]
  const workloads = toResources(assumeWorkloads(withServices), services.length)
  const assumed = [...services, ...workloads]
  return [...assumed, ...toResources(assumeCallers([...resources, ...assumed]), assumed.length)]
}

function assumeCallers(resources: readonly Resource[]): readonly Guess[] {
  const callers = new Map<string, { caller: Caller; guess: Guess }>()
  for (const { caller, target } of planCalls(resources)) {
    const key = serviceKey(caller)
    if (caller.exists || callers.has(key)) continue
    const because = `Nothing else in namespace ${caller.namespace} calls ${target.name}.`
    const causedBy = target.assumed ? target.assumed.causedBy : target.origin
    callers.set(key, { caller, guess: { yaml: writeDeployment(caller, caller.labels, 1), because, causedBy } })
  }
  return [...callers.values()].map(({ guess }) => guess)
}

import type { Origin } from '../base/origin.ts'
import type { Resource } from '../resources/index.ts'
import { isWorkload } from './assume-services.ts'
import type { Guess } from './assumed-resource.ts'
import { serviceKey, toServiceName } from './mesh-hosts.ts'
import type { Mention, ServiceName } from './mesh-hosts.ts'
import { writeDeployment } from './write-yaml.ts'

/** A call that the text says will be made. */
export interface PlannedCall {
  /** Undefined: from outside. */
  readonly caller: ServiceName | undefined
  readonly host: string
  readonly port: number
  readonly origin: Origin
}

/** The Services that are called from inside, each at the port that is dialled. */
export function mentionsOf(planned: readonly PlannedCall[]): readonly Mention[] {
  return planned.flatMap(({ caller, host, port, origin }): readonly Mention[] => {
    const service = caller && toServiceName(host, caller.namespace)
    return service ? [{ service, port, role: 'host', origin }] : []
  })
}

/** Whether one of the callers is there, or will be assumed. */
export function somebodyCalls(planned: readonly PlannedCall[], written: readonly Resource[]): boolean {
  if (planned.length === 0) return false
  const workloads = new Set(written.filter(isWorkload).map(serviceKey))
  return workloads.size === 0 || planned.some(({ caller }) => !caller || workloads.has(serviceKey(caller)))
}

/** Callers that are named and not there, in a text that holds no workload; `assumed` are those that others led to. */
export function plannedCallers(
  planned: readonly PlannedCall[],
  written: readonly Resource[],
  assumed: readonly Resource[],
): readonly Guess[] {
  if (written.some(isWorkload)) return []
  const known = new Set(assumed.filter(isWorkload).map(serviceKey))
  return planned.flatMap(({ caller, origin }) => {
    if (!caller || known.has(serviceKey(caller))) return []
    known.add(serviceKey(caller))
    const because = `The Scenario lets ${caller.name} call, and the text holds no workload.`
    return { yaml: writeDeployment(caller, { app: caller.name }, 1), because, causedBy: origin }
  })
}

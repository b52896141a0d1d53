import type { Resource } from '../resources/index.ts'
import type { Traffic } from '../simulate/index.ts'
import { assumeGateways } from './assume-gateways.ts'
import { assumeKubernetesGateways } from './assume-kubernetes-gateways.ts'
import { assumeServices } from './assume-services.ts'
import { assumeTraffic } from './assume-traffic.ts'
import { assumeWorkloads } from './assume-workloads.ts'
import { toResources } from './assumed-resource.ts'
import type { Guess } from './assumed-resource.ts'
import { planCalls } from './callers.ts'
import type { Call, Caller } from './callers.ts'
import { gatewayClients } from './gateway-traffic.ts'
import { serviceKey } from './mesh-hosts.ts'
import { writeDeployment } from './write-yaml.ts'

export interface Assumed {
  /** Each says why, and carries the YAML that would write it down. */
  readonly assumed: readonly Resource[]
  readonly traffic: Traffic
}

/**
 * What a short paste leaves out: Services that its hosts name, where it holds no Service; pods, where it holds no
 * workload; somebody who calls; and the requests that show every rule at work, or unreachable.
 */
export function assume(resources: readonly Resource[]): Assumed {
  const services = toResources(assumeServices(resources), 0)
  const withServices = [...resources, ...services]
  const workloads = toResources(assumeWorkloads(withServices), services.length)
  const inMesh = [...withServices, ...workloads]
  const gateways = toResources(
    [...assumeGateways(inMesh), ...assumeKubernetesGateways(inMesh)],
    services.length + workloads.length,
  )
  const called = [...inMesh, ...gateways]
  const fromOutside = gatewayClients(called)
  const calls = planCalls(called).filter(({ target }) => fromOutside.length === 0 || target.kind !== 'Service')
  const callers = toResources(assumeCallers(calls), services.length + workloads.length + gateways.length)
  const traffic = assumeTraffic(calls, called)
  return {
    assumed: [...services, ...workloads, ...gateways, ...callers],
    traffic: { ...traffic, clients: [...fromOutside, ...traffic.clients] },
  }
}

function assumeCallers(calls: readonly Call[]): readonly Guess[] {
  const callers = new Map<string, { caller: Caller; guess: Guess }>()
  for (const { caller, target } of calls) {
    const key = serviceKey(caller)
    if (caller.exists || callers.has(key)) continue
    const because = `Nothing else in namespace ${caller.namespace} calls ${target.name}.`
    const causedBy = target.assumed ? target.assumed.causedBy : target.origin
    callers.set(key, { caller, guess: { yaml: writeDeployment(caller, caller.labels, 1), because, causedBy } })
  }
  return [...callers.values()].map(({ guess }) => guess)
}

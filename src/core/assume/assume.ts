import { once } from '../base/once.ts'
import { hasLabels } from '../mesh/index.ts'
import type { Resource, ServiceResource } from '../resources/index.ts'
import type { Traffic } from '../simulate/index.ts'
import { assumeGateways } from './assume-gateways.ts'
import { assumeKubernetesGateways } from './assume-kubernetes-gateways.ts'
import { assumeServices, isWorkload, podLabelsOf } from './assume-services.ts'
import { assumeTraffic } from './assume-traffic.ts'
import { assumeWorkloads } from './assume-workloads.ts'
import { toResources } from './assumed-resource.ts'
import type { Guess } from './assumed-resource.ts'
import { planCalls } from './callers.ts'
import type { Call, Caller } from './callers.ts'
import { gatewayClients } from './gateway-traffic.ts'
import { serviceKey } from './mesh-hosts.ts'
import { mentionsOf, plannedCallers, somebodyCalls } from './planned-calls.ts'
import type { PlannedCall } from './planned-calls.ts'
import { writeDeployment } from './write-yaml.ts'

export interface Assumed {
  /** Each says why, and carries the YAML that would write it down. */
  readonly assumed: readonly Resource[]
  readonly traffic: Traffic
}

/**
 * What a short paste leaves out: Services that its hosts name, where it holds no Service; pods, where it holds no
 * workload; somebody who calls; and the requests that show every rule at work, or unreachable. Where calls are `planned`,
 * nobody else is taken to call, and their callers are assumed in a text without workloads. What comes `later` needs its
 * Services and pods too.
 */
export function assume(
  resources: readonly Resource[],
  planned: readonly PlannedCall[] = [],
  later: readonly Resource[] = [],
): Assumed {
  const services = toResources(assumeServices([...resources, ...later], mentionsOf(planned)), 0)
  const withServices = [...resources, ...services]
  const workloads = toResources(assumeWorkloads([...withServices, ...later]), services.length)
  const inMesh = [...withServices, ...workloads]
  const gateways = toResources(
    [...assumeGateways(inMesh), ...assumeKubernetesGateways(inMesh)],
    services.length + workloads.length,
  )
  const called = [...inMesh, ...gateways]
  const outside = gatewayClients(called)
  const isFront = createFrontFinder(called, outside.workloads)
  const isPlanned = somebodyCalls(planned, resources)
  const calls = (isPlanned ? [] : planCalls(called)).filter(
    ({ target, forPolicy }) =>
      target.kind !== 'Service' || ((forPolicy === true || outside.bound.length === 0) && !isFront(target)),
  )
  const callers = toResources(
    isPlanned ? plannedCallers(planned, resources, called) : assumeCallers(calls),
    services.length + workloads.length + gateways.length,
  )
  const traffic = once(() => {
    const inside = assumeTraffic(calls, called)
    return { ...inside, clients: [...outside.bound, ...inside.clients, ...outside.unbound] }
  })
  return {
    assumed: [...services, ...workloads, ...gateways, ...callers],
    get traffic() {
      return traffic()
    },
  }
}

/** Tells Services that lead to gateways' pods: they are there for callers outside. */
function createFrontFinder(resources: readonly Resource[], gateways: ReadonlySet<string>) {
  const pods = resources.filter(isWorkload).filter(workload => gateways.has(serviceKey(workload)))
  return ({ namespace, spec: { selector = {} } }: ServiceResource): boolean =>
    Object.keys(selector).length > 0 &&
    pods.some(pod => pod.namespace === namespace && hasLabels(podLabelsOf(pod), selector))
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

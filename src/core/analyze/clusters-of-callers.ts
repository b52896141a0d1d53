import { toProxyId } from '../base/ids.ts'
import {
  buildClusters,
  chooseDestinationRule,
  findDestinationRules,
  indexDestinationRules,
  isGateway,
  isServiceVisible,
} from '../compile/index.ts'
import type { Cluster } from '../envoy/index.ts'
import type { Mesh, MeshService, MeshWorkload } from '../mesh/index.ts'
import type { DestinationRuleResource } from '../resources/index.ts'

/** A cluster as some callers have it. */
export interface CallersCluster {
  readonly service: MeshService
  readonly cluster: Cluster
}

type FoundRule = ReturnType<typeof chooseDestinationRule>

/**
 * The clusters of services in which some YAML says how callers or pods speak, as all proxies have them: one for each
 * DestinationRule that some proxy finds. A `Sidecar` that hides a service is not looked at.
 */
export function clustersWithTls(mesh: Mesh): readonly CallersCluster[] {
  const isSaidByPods = mesh.peerAuthentications.length > 0
  if (!isSaidByPods && !mesh.destinationRules.some(saysTls)) return []
  const index = indexDestinationRules(mesh)
  const callers = distinctCallers(mesh)
  return [...mesh.services.values(), ...mesh.sameHostServices].flatMap(service => {
    const made = new Set<string>()
    const found: FoundRule[] = []
    return callers.flatMap(caller => {
      if (!isServiceVisible(service, caller.namespace)) return []
      const rules = findDestinationRules(index, caller.namespace, mesh.settings.rootNamespace, service)
      const rule = chooseDestinationRule(rules, caller)
      if (!isSaidByPods && !rule?.from.some(saysTls)) return []
      if (!found.includes(rule)) found.push(rule)
      const key = `${caller.kind} ${String(found.indexOf(rule))}`
      if (made.has(key)) return []
      made.add(key)
      const clusters = buildClusters(mesh, [service], () => rule, caller)
      return [...clusters.values()].flatMap(cluster => (cluster.serviceOrigin ? [{ service, cluster }] : []))
    })
  })
}

/** One proxy for all that find the same DestinationRules. */
function distinctCallers(mesh: Mesh) {
  const hasSelectors = mesh.destinationRules.some(({ spec }) => spec.workloadSelector !== undefined)
  const callers = mesh.workloads.flatMap((workload): readonly ReturnType<typeof toCaller>[] => {
    if (isGateway(mesh, workload)) return [toCaller(workload, 'gateway')]
    return workload.sidecar ? [toCaller(workload, 'sidecar')] : []
  })
  return [
    ...new Map(
      callers.map(caller => {
        const labels = hasSelectors ? JSON.stringify(caller.labels) : ''
        return [`${caller.kind} ${caller.namespace} ${labels}`, caller] as const
      }),
    ).values(),
  ]
}

function toCaller({ name, namespace, labels, sidecar }: MeshWorkload, kind: 'gateway' | 'sidecar') {
  return { proxy: toProxyId(name, namespace), namespace, labels, sidecar, kind }
}

function saysTls({ spec: { trafficPolicy, subsets } }: DestinationRuleResource): boolean {
  const policies = [trafficPolicy, ...subsets.map(subset => subset.trafficPolicy)]
  return policies.some(policy => policy?.tls ?? policy?.portLevelSettings.some(({ tls }) => tls))
}

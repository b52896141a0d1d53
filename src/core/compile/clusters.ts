import type { ClusterName } from '../base/ids.ts'
import type { Cluster } from '../envoy/index.ts'
import type { MeshService } from '../mesh/index.ts'
import { resolvePolicy, toClusterSettings } from './cluster-policy.ts'
import { BLACK_HOLE_CLUSTER, PASSTHROUGH_CLUSTER, toClusterName } from './cluster-name.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'
import { selectEndpoints, toEndpoints } from './endpoints.ts'

/**
 * The clusters of a caller: for each port of each service one, and one for each subset, then Istio's two fixed ones.
 * A subset of a host that is no service makes none. Istio, buildOutboundClusters [A59][E4].
 */
export function buildClusters(
  services: Iterable<MeshService>,
  ruleFor: (service: MeshService) => ConsolidatedRule | undefined,
): ReadonlyMap<ClusterName, Cluster> {
  const clusters = new Map<ClusterName, Cluster>()
  const add = (cluster: Cluster) => clusters.set(cluster.name, cluster)
  for (const service of services) {
    if (service.externalName !== undefined) continue
    const rule = ruleFor(service)
    for (const port of service.ports) {
      if (port.detected === 'UDP') continue
      const endpoints = toEndpoints(service, port)
      const base = {
        name: toClusterName(port.number, undefined, service.hostname),
        endpoints,
        serviceOrigin: service.origin,
        destinationRuleOrigin: rule?.origin,
        subsetOrigin: undefined,
      }
      const top = rule?.trafficPolicy
      add({ ...base, ...toTypedSettings(service, toClusterSettings(resolvePolicy(top, undefined, port.number))) })
      for (const { subset, origin, ruleOrigin } of rule?.subsets ?? []) {
        const settings = toClusterSettings(resolvePolicy(top, subset.trafficPolicy, port.number))
        add({
          ...base,
          ...toTypedSettings(service, settings),
          name: toClusterName(port.number, subset.name, service.hostname),
          endpoints: selectEndpoints(service, endpoints, subset.labels),
          destinationRuleOrigin: ruleOrigin,
          subsetOrigin: origin,
        })
      }
    }
  }
  add(fixedCluster(PASSTHROUGH_CLUSTER, 'ORIGINAL_DST', 'CLUSTER_PROVIDED'))
  add(fixedCluster(BLACK_HOLE_CLUSTER, 'STATIC', 'LEAST_REQUEST'))
  return clusters
}

type Settings = ReturnType<typeof toClusterSettings>

/** A headless Service, like `simple: PASSTHROUGH`, goes to the address that the caller chose [A68][E20]. */
function toTypedSettings(service: MeshService, settings: Settings): Settings & Pick<Cluster, 'type'> {
  if (service.clusterIp === undefined || settings.lbPolicy === 'CLUSTER_PROVIDED') {
    return { ...settings, type: 'ORIGINAL_DST', lbPolicy: 'CLUSTER_PROVIDED' }
  }
  return { ...settings, type: 'EDS' }
}

function fixedCluster(name: ClusterName, type: Cluster['type'], lbPolicy: Cluster['lbPolicy']): Cluster {
  return {
    ...toClusterSettings(undefined),
    name,
    type,
    lbPolicy,
    endpoints: [],
    serviceOrigin: undefined,
    destinationRuleOrigin: undefined,
    subsetOrigin: undefined,
  }
}

import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Cluster, Endpoint } from '../envoy/index.ts'
import type { MeshService } from '../mesh/index.ts'
import type { ClusterPolicy } from './cluster-policy.ts'
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
      const top = rule?.trafficPolicy
      const settings = settingsFor(service, resolvePolicy(top, undefined, port.number))
      const name = toClusterName(port.number, undefined, service.hostname)
      add(toCluster(name, settings, endpoints, service, rule?.origin, undefined))
      for (const { subset, origin, ruleOrigin } of rule?.subsets ?? []) {
        const selected = selectEndpoints(service, endpoints, subset.labels)
        const own = settingsFor(service, resolvePolicy(top, subset.trafficPolicy, port.number))
        const subsetName = toClusterName(port.number, subset.name, service.hostname)
        add({ ...toCluster(subsetName, own, selected, service, ruleOrigin, origin), labels: subset.labels })
      }
    }
  }
  const passthrough: Settings = { ...PLAIN, type: 'ORIGINAL_DST', lbPolicy: 'CLUSTER_PROVIDED' }
  add(toCluster(PASSTHROUGH_CLUSTER, passthrough, [], undefined, undefined, undefined))
  add(toCluster(BLACK_HOLE_CLUSTER, { ...PLAIN, type: 'STATIC' }, [], undefined, undefined, undefined))
  return clusters
}

type Settings = ReturnType<typeof toClusterSettings> & Pick<Cluster, 'type'>

const PLAIN: Settings = { ...toClusterSettings(undefined), type: 'EDS' }

/** A headless Service, like `simple: PASSTHROUGH`, goes to the address that the caller chose [A68][E20]. */
function settingsFor(service: MeshService, policy: ClusterPolicy | undefined): Settings {
  const settings = policy ? { ...toClusterSettings(policy), type: PLAIN.type } : PLAIN
  if (service.clusterIp === undefined || settings.lbPolicy === 'CLUSTER_PROVIDED') {
    return { ...settings, type: 'ORIGINAL_DST', lbPolicy: 'CLUSTER_PROVIDED' }
  }
  return settings
}

/** Field by field: a mesh has thousands of these. */
function toCluster(
  name: ClusterName,
  settings: Settings,
  endpoints: readonly Endpoint[],
  service: MeshService | undefined,
  destinationRuleOrigin: Origin | undefined,
  subsetOrigin: Origin | undefined,
): Cluster {
  return {
    name,
    type: settings.type,
    lbPolicy: settings.lbPolicy,
    endpoints,
    connectTimeoutMs: settings.connectTimeoutMs,
    limits: settings.limits,
    outlierDetection: settings.outlierDetection,
    serviceOrigin: service?.origin,
    destinationRuleOrigin,
    subsetOrigin,
  }
}

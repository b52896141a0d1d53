import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Cluster } from '../envoy/index.ts'
import type { Mesh, MeshPod, MeshService } from '../mesh/index.ts'
import type { Labels } from '../resources/index.ts'
import type { ClusterPolicy } from './cluster-policy.ts'
import { resolvePolicy, toClusterSettings } from './cluster-policy.ts'
import { BLACK_HOLE_CLUSTER, PASSTHROUGH_CLUSTER, toClusterName } from './cluster-name.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'
import { securityOf, toTransport } from './cluster-tls.ts'
import type { ProxyKind, Transport } from './cluster-tls.ts'
import { toClusterType } from './cluster-type.ts'
import { selectEndpoints, toEndpoints } from './endpoints.ts'
import { chooseEndpoints } from './choose-endpoints.ts'
import { refusedCluster } from './refused-clusters.ts'

/**
 * The clusters of a caller: for each port of each service one, and one for each subset, then Istio's two fixed ones.
 * A subset of a host that is no service makes none. Istio, buildOutboundClusters [A59][E4].
 */
export function buildClusters(
  mesh: Mesh,
  services: Iterable<MeshService>,
  ruleFor: (service: MeshService) => ConsolidatedRule | undefined,
  caller: { readonly kind: ProxyKind; readonly labels: Labels },
): ReadonlyMap<ClusterName, Cluster> {
  const clusters = new Map<ClusterName, Cluster>()
  const security = securityOf(mesh, caller.kind)
  const podAt = podFinder(mesh)
  const add = (cluster: Cluster) => clusters.set(cluster.name, cluster)
  for (const service of services) {
    if (service.externalName !== undefined) continue
    const rule = ruleFor(service)
    for (const port of service.ports) {
      const type = toClusterType(service, port, caller.kind === 'gateway' ? 'gateway' : 'sidecar')
      if (type === undefined) continue
      const endpoints = toEndpoints(service, port, { peers: security.peers, podAt, asDialled: type === 'ORIGINAL_DST' })
      const { all } = endpoints
      const topPolicy = resolvePolicy(rule?.trafficPolicy, undefined, port.number)
      if (isResolvedByEnvoy(type) && all.length === 0) continue
      const top = rule?.trafficPolicy
      const settings = settingsFor(type, topPolicy)
      const name = toClusterName(port.number, undefined, service.hostname)
      const draft = {
        service,
        port: port.number,
        type: settings.type,
        endpoints: chooseEndpoints(endpoints, topPolicy, caller.labels),
        all,
        rule,
        subset: undefined,
      }
      add(toCluster(name, settings, toTransport(draft, security), service, rule?.origin, undefined))
      if (type === 'DYNAMIC_FORWARD_PROXY') continue
      for (const owned of rule?.subsets ?? []) {
        const { subset, origin, ruleOrigin } = owned
        const policy = resolvePolicy(top, subset.trafficPolicy, port.number)
        const selected = chooseEndpoints(selectEndpoints(endpoints, subset.labels), policy, caller.labels)
        const own = settingsFor(type, policy)
        if (isResolvedByEnvoy(own.type) && selected.length === 0) continue
        const subsetName = toClusterName(port.number, subset.name, service.hostname)
        const transport = toTransport({ ...draft, type: own.type, endpoints: selected, subset: owned }, security)
        add(toCluster(subsetName, own, transport, service, ruleOrigin, origin, subset.labels))
      }
    }
  }
  const passthrough: Settings = { ...PLAIN, type: 'ORIGINAL_DST', lbPolicy: 'CLUSTER_PROVIDED' }
  add(toCluster(PASSTHROUGH_CLUSTER, passthrough, NOBODY, undefined, undefined, undefined))
  add(toCluster(BLACK_HOLE_CLUSTER, { ...PLAIN, type: 'STATIC' }, NOBODY, undefined, undefined, undefined))
  return clusters
}

/** Indexes nothing before it is asked: few ServiceEntries give addresses. */
function podFinder(mesh: Mesh): (address: string) => MeshPod | undefined {
  let pods: ReadonlyMap<string, MeshPod> | undefined
  return address => {
    pods ??= new Map(mesh.workloads.flatMap(workload => workload.pods.map(pod => [pod.ip, pod] as const)))
    return pods.get(address)
  }
}

type Settings = ReturnType<typeof toClusterSettings> & Pick<Cluster, 'type'>

const NOBODY: Transport = { endpoints: [] }

const PLAIN: Settings = { ...toClusterSettings(undefined), type: 'EDS' }

/** Istio sends no cluster of names to resolve when there are none [A69]. */
const isResolvedByEnvoy = (type: Cluster['type']): boolean => type === 'STRICT_DNS' || type === 'LOGICAL_DNS'

/** `simple: PASSTHROUGH`, like a headless Service, goes to the address that the caller chose [A68][E20]. */
function settingsFor(type: Cluster['type'], policy: ClusterPolicy | undefined): Settings {
  const settings = policy ? toClusterSettings(policy) : PLAIN
  if (type === 'DYNAMIC_FORWARD_PROXY') return { ...settings, type, lbPolicy: 'CLUSTER_PROVIDED' }
  if (type === 'ORIGINAL_DST' || settings.lbPolicy === 'CLUSTER_PROVIDED') {
    return { ...settings, type: 'ORIGINAL_DST', lbPolicy: 'CLUSTER_PROVIDED' }
  }
  return { ...settings, type }
}

/** Field by field: a mesh has thousands of these. */
function toCluster(
  name: ClusterName,
  settings: Settings,
  { endpoints, tls, tlsOrigin }: Transport,
  service: MeshService | undefined,
  destinationRuleOrigin: Origin | undefined,
  subsetOrigin: Origin | undefined,
  labels?: Cluster['labels'],
): Cluster {
  return {
    name,
    type: settings.type,
    lbPolicy: settings.lbPolicy,
    endpoints,
    connectTimeoutMs: settings.connectTimeoutMs,
    limits: settings.limits,
    maxRequestsPerConnection: settings.maxRequestsPerConnection,
    outlierDetection: settings.outlierDetection,
    details: settings.details,
    ringSize: settings.ringSize,
    tls,
    tlsOrigin,
    labels,
    serviceOrigin: service?.origin,
    destinationRuleOrigin,
    subsetOrigin,
    refusal: refusedCluster(settings, tls),
  }
}

import type { Cluster, Endpoint, EnvoyConfig } from '../core/envoy/index.ts'
import type { Mesh, MeshWorkload } from '../core/mesh/index.ts'
import { podId, workloadId } from './ids.ts'
import type { LaneStub } from './way.ts'
import { deliverTo } from './way.ts'
import type { PodDot, SubsetsNode, WorkloadNode } from './stage.ts'

/** Workloads behind the subset rows, in the rows' order, then those dialled without a sidecar; and the lanes to the former. */
export function workloadCards(
  config: EnvoyConfig,
  mesh: Mesh,
  cards: readonly SubsetsNode[],
  dialled: readonly Endpoint[],
): { readonly nodes: readonly WorkloadNode[]; readonly lanes: readonly LaneStub[] } {
  const nodes = new Map<string, WorkloadNode>()
  const lanes = new Map<string, LaneStub>()
  const clusters: ReadonlyMap<string, Cluster> = config.clusters
  const workloads = new Map(mesh.workloads.map(each => [workloadId(each.namespace, each.name), each]))
  for (const row of cards.flatMap(card => card.rows)) {
    for (const { namespace, workload } of clusters.get(row.id)?.endpoints ?? []) {
      const id = workloadId(namespace, workload)
      if (!nodes.has(id)) nodes.set(id, workloadNode(config, workloads.get(id), namespace, workload))
      const lane = deliverTo(row.id, id)
      lanes.set(lane.id, lane)
    }
  }
  for (const { namespace, workload } of dialled) {
    const id = workloadId(namespace, workload)
    if (!nodes.has(id)) nodes.set(id, workloadNode(config, workloads.get(id), namespace, workload))
  }
  return { nodes: [...nodes.values()], lanes: [...lanes.values()] }
}

function workloadNode(
  config: EnvoyConfig,
  workload: MeshWorkload | undefined,
  namespace: string,
  name: string,
): WorkloadNode {
  const pods: readonly PodDot[] = workload
    ? workload.pods.map(pod => ({
        id: podId(pod.namespace, pod.name),
        name: pod.name,
        ready: pod.ready,
        origin: pod.origin,
      }))
    : podsOfEndpoints(config, namespace, name)
  return {
    kind: 'workload',
    id: workloadId(namespace, name),
    name,
    place: 'mesh',
    ...(!workload && { addresses: true }),
    share: 0,
    pods,
    origin: workload?.origin ?? pods[0]?.origin,
    assumed: workload?.assumed?.because,
  }
}

function podsOfEndpoints(config: EnvoyConfig, namespace: string, name: string): readonly PodDot[] {
  const pods = new Map<string, PodDot>()
  for (const cluster of config.clusters.values()) {
    for (const endpoint of cluster.endpoints) {
      if (endpoint.workload !== name || endpoint.namespace !== namespace) continue
      const id = podId(namespace, endpoint.pod)
      if (!pods.has(id)) pods.set(id, { id, name: endpoint.pod, ready: endpoint.healthy, origin: endpoint.origin })
    }
  }
  return [...pods.values()]
}

import type { Resource } from '../resources/index.ts'
import { compareByAge, compareText } from './age-order.ts'
import { createLabelIndex } from './label-index.ts'
import { mergeServices } from './merge-services.ts'
import type { Mesh, MeshSettings } from './mesh.ts'
import { toServices } from './service-entries.ts'
import { buildServices } from './services.ts'
import { createInjection } from './sidecar-injection.ts'
import { toSelectable } from './workload-entries.ts'
import { buildWorkloads } from './workloads.ts'
import type { PodFacts } from './workloads.ts'

/** Istio's defaults [A70]. */
const DEFAULT_SETTINGS: MeshSettings = {
  clusterDomain: 'cluster.local',
  rootNamespace: 'istio-system',
  outboundTrafficPolicy: 'ALLOW_ANY',
  enableAutoMtls: true,
}

/**
 * The mesh that resources make: what istiod's push context knows. Of several resources with the same kind, namespace and
 * name the last one counts. Istio, PushContext.InitContext.
 */
export function buildMesh(
  resources: readonly Resource[],
  settings: Partial<MeshSettings> = {},
  facts?: PodFacts,
): Mesh {
  const merged = { ...DEFAULT_SETTINGS, ...settings }
  const latest = [...new Map(resources.map(resource => [resource.key, resource])).values()]
  const byKind = groupByKind(latest)
  const ofKind = <Kind extends Resource['kind']>(kind: Kind) =>
    (byKind.get(kind) ?? []) as Extract<Resource, { kind: Kind }>[]
  const workloads = buildWorkloads(
    latest.filter(r => 'replicas' in r.spec) as Parameters<typeof buildWorkloads>[0],
    ofKind('Pod'),
    createInjection(ofKind('Namespace')),
    facts,
  )
  const pods = workloads
    .flatMap(workload => workload.pods.filter(({ stopping }) => !stopping))
    .sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name))
  const namespaces = ofKind('Namespace')
  const index = createLabelIndex(pods)
  const entries = ofKind('WorkloadEntry')
    .map(toSelectable)
    .sort((a, b) => compareText(a.name, b.name))
  const { services, others } = mergeServices([
    ...buildServices(ofKind('Service'), index, entries, merged.clusterDomain),
    ...ofKind('ServiceEntry').flatMap(resource => toServices(resource, index, entries)),
  ])
  return {
    settings: merged,
    services,
    sameHostServices: others,
    workloads,
    virtualServices: ofKind('VirtualService').sort(compareByAge),
    destinationRules: ofKind('DestinationRule').sort(compareByAge),
    sidecars: ofKind('Sidecar').sort(compareByAge),
    gateways: ofKind('Gateway').sort(compareByAge),
    httpRoutes: ofKind('HTTPRoute').sort(compareByAge),
    kubernetesGateways: ofKind('KubernetesGateway').sort(compareByAge),
    referenceGrants: ofKind('ReferenceGrant'),
    peerAuthentications: ofKind('PeerAuthentication').sort(compareByAge),
    namespaceLabels: new Map(namespaces.map(({ name, labels }) => [name, labels])),
  }
}

function groupByKind(resources: readonly Resource[]): ReadonlyMap<Resource['kind'], Resource[]> {
  const groups = new Map<Resource['kind'], Resource[]>()
  for (const resource of resources) {
    const group = groups.get(resource.kind)
    if (group) group.push(resource)
    else groups.set(resource.kind, [resource])
  }
  return groups
}

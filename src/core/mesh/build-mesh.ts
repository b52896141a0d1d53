import type { Resource } from '../resources/index.ts'
import { compareByAge, compareText } from './age-order.ts'
import { createLabelIndex } from './label-index.ts'
import type { Mesh, MeshSettings } from './mesh.ts'
import { buildServices } from './services.ts'
import { createInjection } from './sidecar-injection.ts'
import { buildWorkloads } from './workloads.ts'

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
export function buildMesh(resources: readonly Resource[], settings: Partial<MeshSettings> = {}): Mesh {
  const merged = { ...DEFAULT_SETTINGS, ...settings }
  const latest = [...new Map(resources.map(resource => [resource.key, resource])).values()]
  const ofKind = <Kind extends Resource['kind']>(...kinds: readonly Kind[]) =>
    latest.filter((r): r is Extract<Resource, { kind: Kind }> => (kinds as readonly string[]).includes(r.kind))
  const workloads = buildWorkloads(
    latest.filter(r => 'replicas' in r.spec) as Parameters<typeof buildWorkloads>[0],
    ofKind('Pod'),
    createInjection(ofKind('Namespace')),
  )
  const pods = workloads
    .flatMap(workload => workload.pods)
    .sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name))
  const namespaces = ofKind('Namespace')
  return {
    settings: merged,
    services: buildServices(ofKind('Service'), createLabelIndex(pods), merged.clusterDomain),
    sameHostServices: [],
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

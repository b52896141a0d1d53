import { toResourceKey } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import { decodeDestinationRule } from './decode-destination-rule.ts'
import { decodeGateway } from './decode-gateway.ts'
import { decodeHttpRoute } from './decode-http-route.ts'
import { decodeKubernetesGateway, decodeReferenceGrant } from './decode-kubernetes-gateway.ts'
import { decodeNamespace } from './decode-namespace.ts'
import { decodePeerAuthentication } from './decode-peer-authentication.ts'
import { decodePod } from './decode-pod.ts'
import { decodeScenario } from './decode-scenario.ts'
import { decodeServiceEntry, decodeWorkloadEntry } from './decode-service-entry.ts'
import { decodeSidecar } from './decode-sidecar.ts'
import { decodeService } from './decode-service.ts'
import { decodeVirtualService } from './decode-virtual-service.ts'
import { decodeWorkload } from './decode-workload.ts'
import type { Reader } from './reader.ts'
import type { Resource } from './resource.ts'

const ISTIO_VERSION = /^networking\.istio\.io\/(v1|v1beta1|v1alpha3)$/
const ISTIO_SECURITY_VERSION = /^security\.istio\.io\/(v1|v1beta1)$/
const GATEWAY_API_VERSION = /^gateway\.networking\.k8s\.io\/(v1|v1beta1)$/

/** One typed resource; a kind or version that is not known becomes `Other`. */
export function decodeResource(reader: Reader, kind: string, apiVersion: string, origin: Origin): Resource {
  const metadata = reader.at('metadata')
  const name = metadata.string('name') ?? metadata.string('generateName') ?? ''
  const namespace = kind === 'Namespace' && apiVersion === 'v1' ? '' : metadata.string('namespace') || 'default'
  const base = {
    key: toResourceKey(kind, namespace, name),
    apiVersion,
    name,
    namespace,
    labels: metadata.labels('labels'),
    creationTimestamp: metadata.string('creationTimestamp'),
    origin,
  }
  switch (`${groupOf(apiVersion)}${kind}`) {
    case 'core/Namespace':
      return { ...base, kind: 'Namespace', spec: decodeNamespace(reader) }
    case 'core/Service':
      return { ...base, kind: 'Service', spec: decodeService(reader) }
    case 'core/Pod':
      return { ...base, kind: 'Pod', spec: decodePod(reader) }
    case 'apps/Deployment':
    case 'apps/StatefulSet':
    case 'apps/ReplicaSet':
    case 'apps/DaemonSet': {
      const workload = kind as 'Deployment' | 'StatefulSet' | 'ReplicaSet' | 'DaemonSet'
      return { ...base, kind: workload, spec: decodeWorkload(reader, workload) }
    }
    case 'istio/VirtualService':
      return { ...base, kind: 'VirtualService', spec: decodeVirtualService(reader) }
    case 'istio/DestinationRule':
      return { ...base, kind: 'DestinationRule', spec: decodeDestinationRule(reader) }
    case 'istio/Gateway':
      return { ...base, kind: 'Gateway', spec: decodeGateway(reader) }
    case 'istio/Sidecar':
      return { ...base, kind: 'Sidecar', spec: decodeSidecar(reader) }
    case 'istio/ServiceEntry':
      return { ...base, kind: 'ServiceEntry', spec: decodeServiceEntry(reader) }
    case 'istio/WorkloadEntry':
      return { ...base, kind: 'WorkloadEntry', spec: decodeWorkloadEntry(reader) }
    case 'istio-security/PeerAuthentication':
      return { ...base, kind: 'PeerAuthentication', spec: decodePeerAuthentication(reader) }
    case 'gateway-api/HTTPRoute':
      return { ...base, kind: 'HTTPRoute', spec: decodeHttpRoute(reader) }
    case 'gateway-api/Gateway': {
      const key = toResourceKey('KubernetesGateway', namespace, name)
      return { ...base, key, kind: 'KubernetesGateway', spec: decodeKubernetesGateway(reader) }
    }
    case 'gateway-api/ReferenceGrant':
      return { ...base, kind: 'ReferenceGrant', spec: decodeReferenceGrant(reader) }
    case 'meshscope/Scenario':
      return { ...base, kind: 'Scenario', spec: decodeScenario(reader) }
    default:
      return { ...base, kind: 'Other', spec: { otherKind: kind } }
  }
}

function groupOf(apiVersion: string): string {
  if (apiVersion === 'v1') return 'core/'
  if (apiVersion === 'apps/v1') return 'apps/'
  if (apiVersion === 'meshscope/v1') return 'meshscope/'
  if (ISTIO_SECURITY_VERSION.test(apiVersion)) return 'istio-security/'
  if (GATEWAY_API_VERSION.test(apiVersion)) return 'gateway-api/'
  return ISTIO_VERSION.test(apiVersion) ? 'istio/' : ''
}

import { DESTINATION_RULE } from './destination-rule-schema.ts'
import { GATEWAY } from './gateway-schema.ts'
import { HTTP_ROUTE } from './http-route-schema.ts'
import { KUBERNETES_GATEWAY, REFERENCE_GRANT } from './kubernetes-gateway-schema.ts'
import { POD, SERVICE, WORKLOAD } from './kubernetes-schema.ts'
import { PEER_AUTHENTICATION } from './peer-authentication-schema.ts'
import { AUTHORIZATION_POLICY, ENVOY_FILTER, PROXY_CONFIG } from './policy-schema.ts'
import { REQUEST_AUTHENTICATION, TELEMETRY, WASM_PLUGIN } from './policy-schema.ts'
import type { Schema } from './schema.ts'
import { SERVICE_ENTRY, WORKLOAD_ENTRY } from './service-entry-schema.ts'
import { SIDECAR } from './sidecar-schema.ts'
import { VIRTUAL_SERVICE } from './virtual-service-schema.ts'
import { WORKLOAD_GROUP } from './workload-group-schema.ts'

const ISTIO: Readonly<Record<string, readonly [versions: RegExp, spec: Schema]>> = {
  'networking.istio.io/VirtualService': [/^v1(alpha3|beta1)?$/, VIRTUAL_SERVICE],
  'networking.istio.io/DestinationRule': [/^v1(alpha3|beta1)?$/, DESTINATION_RULE],
  'networking.istio.io/Gateway': [/^v1(alpha3|beta1)?$/, GATEWAY],
  'networking.istio.io/Sidecar': [/^v1(alpha3|beta1)?$/, SIDECAR],
  'networking.istio.io/ServiceEntry': [/^v1(alpha3|beta1)?$/, SERVICE_ENTRY],
  'networking.istio.io/WorkloadEntry': [/^v1(alpha3|beta1)?$/, WORKLOAD_ENTRY],
  'networking.istio.io/WorkloadGroup': [/^v1(alpha3|beta1)?$/, WORKLOAD_GROUP],
  'networking.istio.io/EnvoyFilter': [/^v1alpha3$/, ENVOY_FILTER],
  'networking.istio.io/ProxyConfig': [/^v1beta1$/, PROXY_CONFIG],
  'security.istio.io/AuthorizationPolicy': [/^v1(beta1)?$/, AUTHORIZATION_POLICY],
  'security.istio.io/PeerAuthentication': [/^v1(beta1)?$/, PEER_AUTHENTICATION],
  'security.istio.io/RequestAuthentication': [/^v1(beta1)?$/, REQUEST_AUTHENTICATION],
  'telemetry.istio.io/Telemetry': [/^v1(alpha1)?$/, TELEMETRY],
  'extensions.istio.io/WasmPlugin': [/^v1alpha1$/, WASM_PLUGIN],
}

const KUBERNETES: Readonly<Record<string, readonly [versions: RegExp, spec: Schema | undefined]>> = {
  '/Namespace': [/^v1$/, undefined],
  '/Service': [/^v1$/, SERVICE],
  '/Pod': [/^v1$/, POD],
  '/Node': [/^v1$/, undefined],
  '/Secret': [/^v1$/, undefined],
  '/ConfigMap': [/^v1$/, undefined],
  'apps/Deployment': [/^v1$/, WORKLOAD],
  'apps/StatefulSet': [/^v1$/, WORKLOAD],
  'apps/ReplicaSet': [/^v1$/, WORKLOAD],
  'apps/DaemonSet': [/^v1$/, WORKLOAD],
  'networking.k8s.io/Ingress': [/^v1$/, undefined],
  'apiextensions.k8s.io/CustomResourceDefinition': [/^v1$/, undefined],
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': [/^v1$/, undefined],
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': [/^v1$/, undefined],
  'gateway.networking.k8s.io/Gateway': [/^v1(beta1)?$/, KUBERNETES_GATEWAY],
  'gateway.networking.k8s.io/GatewayClass': [/^v1(beta1)?$/, undefined],
  'gateway.networking.k8s.io/HTTPRoute': [/^v1(beta1)?$/, HTTP_ROUTE],
  'gateway.networking.k8s.io/GRPCRoute': [/^v1$/, undefined],
  'gateway.networking.k8s.io/TCPRoute': [/^v1alpha2$/, undefined],
  'gateway.networking.k8s.io/TLSRoute': [/^v1(alpha[23])?$/, undefined],
  'gateway.networking.k8s.io/UDPRoute': [/^v1alpha2$/, undefined],
  'gateway.networking.k8s.io/ReferenceGrant': [/^v1(beta1)?$/, REFERENCE_GRANT],
}

export interface KnownKind {
  /** `VirtualService`; the Gateway of the Gateway API is `KubernetesGateway`. */
  readonly name: string
  readonly spec: Schema | undefined
  /** Istio's own read their spec as protobuf does. */
  readonly isIstio: boolean
}

/** A kind in a version that Istio’s tools read; nothing for others, however alike their names. */
export function findKind(apiVersion: string, kind: string): KnownKind | undefined {
  const slash = apiVersion.indexOf('/')
  const [group, version] = slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)]
  const key = `${group}/${kind}`
  const istio = Object.hasOwn(ISTIO, key) ? ISTIO[key] : undefined
  const found = istio ?? (Object.hasOwn(KUBERNETES, key) ? KUBERNETES[key] : undefined)
  if (!found?.[0].test(version)) return undefined
  const name = key === 'gateway.networking.k8s.io/Gateway' ? 'KubernetesGateway' : kind
  return { name, spec: found[1], isIstio: istio !== undefined }
}

/** Every kind that is known in some version, as `group/kind`. */
export const KIND_KEYS: readonly string[] = [...Object.keys(ISTIO), ...Object.keys(KUBERNETES)]

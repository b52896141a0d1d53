import { decodeDestination } from './decode-destination.ts'
import { decodePort } from './decode-gateway.ts'
import type { Reader } from './reader.ts'
import type { SidecarSpec } from './sidecar-spec.ts'

/** networking.istio.io Sidecar; v1, v1beta1 and v1alpha3 share one schema. */
export function decodeSidecar(resource: Reader): SidecarSpec {
  const spec = resource.at('spec')
  return {
    workloadSelector: spec.message('workloadSelector', selector => selector.labels('labels')),
    egress: spec.list('egress').map(egress => ({
      port: egress.message('port', decodePort),
      bind: egress.string('bind') || undefined,
      captureMode: egress.string('captureMode') || undefined,
      hosts: egress.strings('hosts'),
    })),
    ingressCount: spec.list('ingress').length,
    outboundTrafficPolicy: spec.message('outboundTrafficPolicy', policy => ({
      mode: policy.string('mode') ?? 'REGISTRY_ONLY',
      egressProxy: policy.message('egressProxy', decodeDestination),
    })),
  }
}

import type { Labels } from './resource.ts'
import type { Destination } from './virtual-service-spec.ts'

/** networking.istio.io Sidecar. */
export interface SidecarSpec {
  /** Undefined: for all workloads of its namespace. */
  readonly workloadSelector: Labels | undefined
  /** In YAML order: item i is at `spec.egress[i]`. */
  readonly egress: readonly SidecarEgress[]
  /** How many `ingress` listeners it declares. */
  readonly ingressCount: number
  /** Undefined: the mesh's own policy. `mode` is `REGISTRY_ONLY` where the text gives none [A32]. */
  readonly outboundTrafficPolicy: { readonly mode: string; readonly egressProxy: Destination | undefined } | undefined
}

export interface SidecarEgress {
  readonly port: { readonly number: number; readonly name: string; readonly protocol: string } | undefined
  readonly bind: string | undefined
  readonly captureMode: string | undefined
  /** `namespace/dnsName`. */
  readonly hosts: readonly string[]
}

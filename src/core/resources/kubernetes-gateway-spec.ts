import type { Labels } from './resource.ts'

/** gateway.networking.k8s.io Gateway. */
export interface KubernetesGatewaySpec {
  readonly gatewayClassName: string
  /** In YAML order: item i is at `spec.listeners[i]`. */
  readonly listeners: readonly GatewayListener[]
  readonly addresses: readonly { readonly type: string; readonly value: string }[]
}

export interface GatewayListener {
  readonly name: string
  readonly hostname: string | undefined
  readonly port: number
  readonly protocol: string
  readonly tls: { readonly mode: string; readonly certificateNames: readonly string[] } | undefined
  /** `Same` where the text gives none. */
  readonly allowedFrom: string
  readonly allowedNamespaceLabels: Labels
  readonly allowedKinds: readonly { readonly group: string; readonly kind: string }[]
}

/** gateway.networking.k8s.io ReferenceGrant. */
export interface ReferenceGrantSpec {
  readonly from: readonly { readonly group: string; readonly kind: string; readonly namespace: string }[]
  readonly to: readonly { readonly group: string; readonly kind: string; readonly name: string | undefined }[]
}

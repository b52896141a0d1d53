import type { Labels } from './resource.ts'

/** networking.istio.io Gateway. */
export interface GatewaySpec {
  /** Labels of the gateway pods that serve it; empty: every gateway. */
  readonly selector: Labels
  /** In YAML order: item i is at `spec.servers[i]`. */
  readonly servers: readonly GatewayServer[]
}

export interface GatewayServer {
  readonly name: string | undefined
  readonly port: { readonly number: number; readonly name: string; readonly protocol: string }
  readonly bind: string | undefined
  /** `shop.example.com`, `*.example.com`, with or without a namespace before a slash. */
  readonly hosts: readonly string[]
  readonly tls: GatewayTls | undefined
}

export interface GatewayTls {
  /** `PASSTHROUGH` where the text gives none. */
  readonly mode: string
  readonly httpsRedirect: boolean
  readonly credentialName: string | undefined
  readonly serverCertificate: string | undefined
}

import type { Labels } from './resource.ts'

/** security.istio.io PeerAuthentication. */
export interface PeerAuthenticationSpec {
  /** Undefined or empty: its whole namespace, and in the root namespace the mesh. */
  readonly selector: Labels | undefined
  readonly mode: MutualTlsMode
  /** By container port. */
  readonly portLevelMtls: Readonly<Record<string, MutualTlsMode>>
}

/** `UNSET` inherits. */
export type MutualTlsMode = 'UNSET' | 'DISABLE' | 'PERMISSIVE' | 'STRICT'

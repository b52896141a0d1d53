import type { EnvoyConfig } from '../core/envoy/index.ts'

/** From `atMs` on the proxy has this configuration. */
export interface ConfigAt {
  readonly atMs: number
  readonly config: EnvoyConfig
}

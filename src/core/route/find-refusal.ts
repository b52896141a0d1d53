import type { EnvoyConfig, Refusal } from '../envoy/index.ts'

export type EnvoyRefusal = Refusal

/** What istiod writes and Envoy refuses, the first of it: then a running proxy keeps what it had, and a new one has nothing. */
export function findRefusal(config: EnvoyConfig): EnvoyRefusal | undefined {
  for (const { refusal } of config.routeConfigs.values()) if (refusal) return refusal
  return undefined
}

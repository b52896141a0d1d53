import type { Labels } from './resource.ts'

/** networking.istio.io ServiceEntry. */
export interface ServiceEntrySpec {
  readonly hosts: readonly string[]
  readonly addresses: readonly string[]
  /** In YAML order: item i is at `spec.ports[i]`. */
  readonly ports: readonly ServiceEntryPort[]
  readonly location: 'MESH_EXTERNAL' | 'MESH_INTERNAL'
  readonly resolution: 'NONE' | 'STATIC' | 'DNS' | 'DNS_ROUND_ROBIN' | 'DYNAMIC_DNS'
  /** In YAML order: item i is at `spec.endpoints[i]`. */
  readonly endpoints: readonly WorkloadEntrySpec[]
  readonly workloadSelector: Labels | undefined
  readonly exportTo: readonly string[]
}

export interface ServiceEntryPort {
  readonly name: string
  readonly number: number
  readonly protocol: string
  readonly targetPort: number | undefined
}

/** networking.istio.io WorkloadEntry, and an endpoint written in a ServiceEntry. */
export interface WorkloadEntrySpec {
  /** An IP address, a host name (DNS), `unix://…`, or empty. */
  readonly address: string
  readonly ports: Readonly<Record<string, number>>
  readonly labels: Labels
  readonly network: string | undefined
  readonly locality: string | undefined
  readonly weight: number | undefined
  readonly serviceAccount: string | undefined
}

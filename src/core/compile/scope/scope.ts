import type { Hostname } from '../../base/ids.ts'
import type { Origin } from '../../base/origin.ts'
import type { MeshService, MeshSettings } from '../../mesh/index.ts'
import type { Destination, SidecarEgress, SidecarResource } from '../../resources/index.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'
import type { Aliases } from './aliases.ts'

export type Services = ReadonlyMap<Hostname, MeshService>

/** What one caller's sidecar is told of: all of it in one listener, or as its Sidecar says. Istio, SidecarScope. */
export interface SidecarScope {
  readonly sidecar: SidecarResource | undefined
  readonly listeners: readonly EgressScope[]
  /** Those that have clusters: all that is imported, and what imported VirtualServices send to. */
  readonly services: Services
  readonly outbound: OutboundPolicy
}

/** What happens to hosts and addresses that are not known [A32][A60]. */
export interface OutboundPolicy {
  readonly mode: MeshSettings['outboundTrafficPolicy']
  /** Where all of it goes instead, if anywhere. */
  readonly egressProxy: Destination | undefined
  /** Where the Sidecar says so. */
  readonly origin: Origin | undefined
}

/** What one egress listener imports. Istio, IstioEgressListenerWrapper. */
export interface EgressScope {
  /** Undefined: whatever is exported to the caller. */
  readonly egress: SidecarEgress | undefined
  readonly origin: Origin | undefined
  readonly services: Services
  /** In the order in which they claim hosts. */
  readonly virtualServices: readonly BoundVirtualService[]
  /** ExternalNames among the imported hosts, by the host that they stand for. */
  readonly aliases: Aliases
}

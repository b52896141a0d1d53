import type { ResourceKey } from '../../base/ids.ts'
import type { Origin } from '../../base/origin.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { CallerName } from '../caller.ts'

/** A resource that a caller's sidecar does not use, or not wholly, and the field that keeps it away. */
export interface HiddenResource {
  readonly resource: HiddenSubject
  readonly reason: HiddenReason
  /** In plain words: `exported to namespace prod only`. */
  readonly because: string
  /** The field that causes it; the resource itself where no field does. */
  readonly origin: Origin
}

export interface HiddenSubject {
  readonly key: ResourceKey
  readonly kind: 'Service' | 'ServiceEntry' | 'VirtualService' | 'DestinationRule' | 'HTTPRoute'
  readonly name: string
  readonly namespace: string
  readonly origin: Origin
}

export type HiddenReason =
  /** `exportTo` leaves the caller's namespace out. */
  | 'notExported'
  /** The caller's Sidecar does not import it. */
  | 'notImported'
  /** Bound to gateways, not to `mesh`. */
  | 'gatewayOnly'
  /** All its hosts belong to VirtualServices that come first. */
  | 'hostTaken'
  /** Another service of the same host is the one that counts. */
  | 'sameHost'
  /** A DestinationRule where nobody looks for this caller. */
  | 'notLookedUp'
  /** Its workloadSelector does not select the caller. */
  | 'notSelected'
  /** A more specific or nearer DestinationRule for the same services counts. */
  | 'overridden'
  /** Its hosts name nothing that the caller knows. */
  | 'noSuchHost'
  /** No rule of it is meant for this caller (`sourceLabels`, `sourceNamespace`, `gateways` of its matches). */
  | 'noRuleForCaller'
  /** The caller has no sidecar: no VirtualService or DestinationRule applies to what it calls. */
  | 'noSidecar'

/** What a caller can not see, and why: services, VirtualServices, DestinationRules, HTTPRoutes; in the mesh's order. */
export function findHidden(_mesh: Mesh, _caller: CallerName): readonly HiddenResource[] {
  return []
}

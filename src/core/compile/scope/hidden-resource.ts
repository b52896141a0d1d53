import { toResourceKey } from '../../base/ids.ts'
import type { ResourceKey } from '../../base/ids.ts'
import type { Origin } from '../../base/origin.ts'
import type { EnvoyConfig } from '../../envoy/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'
import type { Caller } from '../caller.ts'
import type { SidecarScope } from './scope.ts'

/** A resource that a caller's sidecar does not use, and the field that keeps it away. */
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
  /** All its hosts belong to rules that come first. */
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
  /** No rule of it is meant for this caller. */
  | 'noRuleForCaller'
  /** Its parent does not take it (HTTPRoute). */
  | 'notAccepted'
  /** The caller has no sidecar: no rule applies to what it calls. */
  | 'noSidecar'

/** What one caller is told, for those who look for what it is not told. */
export interface HiddenView {
  readonly mesh: Mesh
  readonly caller: Pick<Caller, 'namespace' | 'labels'>
  readonly scope: SidecarScope
}

export interface HiddenContext extends HiddenView {
  readonly caller: Caller
  readonly config: EnvoyConfig
  readonly virtualServices: readonly BoundVirtualService[]
}

interface Named {
  readonly name: string
  readonly namespace: string
  readonly origin: Origin
}

/** What is said of a resource. */
export function hide(
  kind: HiddenSubject['kind'],
  { name, namespace, origin: own }: Named,
  reason: HiddenReason,
  because: string,
  origin: Origin = own,
): HiddenResource {
  const key = toResourceKey(kind, namespace, name)
  return { resource: { key, kind, name, namespace, origin: own }, reason, because, origin }
}

/** Whether a place is the other one or lies below it. */
export function isWithin(origin: Origin | undefined, other: Origin): boolean {
  return origin?.documentId === other.documentId && other.path.every((step, i) => origin.path[i] === step)
}

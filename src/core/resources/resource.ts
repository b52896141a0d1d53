import type { ResourceKey } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { DestinationRuleSpec } from './destination-rule-spec.ts'
import type { GatewaySpec } from './gateway-spec.ts'
import type { HttpRouteSpec } from './http-route-spec.ts'
import type { KubernetesGatewaySpec, ReferenceGrantSpec } from './kubernetes-gateway-spec.ts'
import type { PodSpec, ServiceSpec, WorkloadSpec } from './kubernetes-spec.ts'
import type { PeerAuthenticationSpec } from './peer-authentication-spec.ts'
import type { ScenarioSpec } from './scenario-spec.ts'
import type { ServiceEntrySpec, WorkloadEntrySpec } from './service-entry-spec.ts'
import type { SidecarSpec } from './sidecar-spec.ts'
import type { VirtualServiceSpec } from './virtual-service-spec.ts'

export type Labels = Readonly<Record<string, string>>

/** Why something that the text does not hold is taken to exist, and the YAML that would write it down. */
export interface Assumption {
  readonly because: string
  readonly yaml: string
  /** What in the text led to it. */
  readonly causedBy: Origin | undefined
}

interface ResourceOf<Kind extends string, Spec> {
  readonly kind: Kind
  readonly key: ResourceKey
  readonly apiVersion: string
  readonly name: string
  /** `default` where the text names none; empty for a Namespace. */
  readonly namespace: string
  readonly labels: Labels
  /** RFC 3339, or undefined: such resources are all of the same age. */
  readonly creationTimestamp: string | undefined
  /** The resource's own map; its fields are `below` it with the names the YAML uses. */
  readonly origin: Origin
  readonly spec: Spec
  readonly assumed?: Assumption
}

export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'ReplicaSet' | 'DaemonSet'

export type NamespaceResource = ResourceOf<'Namespace', { readonly injection: boolean | undefined }>
export type ServiceResource = ResourceOf<'Service', ServiceSpec>
export type WorkloadResource = ResourceOf<WorkloadKind, WorkloadSpec>
export type PodResource = ResourceOf<'Pod', PodSpec>
export type VirtualServiceResource = ResourceOf<'VirtualService', VirtualServiceSpec>
export type DestinationRuleResource = ResourceOf<'DestinationRule', DestinationRuleSpec>
export type GatewayResource = ResourceOf<'Gateway', GatewaySpec>
export type SidecarResource = ResourceOf<'Sidecar', SidecarSpec>
export type ServiceEntryResource = ResourceOf<'ServiceEntry', ServiceEntrySpec>
export type WorkloadEntryResource = ResourceOf<'WorkloadEntry', WorkloadEntrySpec>
export type PeerAuthenticationResource = ResourceOf<'PeerAuthentication', PeerAuthenticationSpec>
export type HttpRouteResource = ResourceOf<'HTTPRoute', HttpRouteSpec>
/** The Gateway of gateway.networking.k8s.io; `Gateway` is Istio's. */
export type KubernetesGatewayResource = ResourceOf<'KubernetesGateway', KubernetesGatewaySpec>
export type ReferenceGrantResource = ResourceOf<'ReferenceGrant', ReferenceGrantSpec>
/** Ours: what is played, not what is applied. */
export type ScenarioResource = ResourceOf<'Scenario', ScenarioSpec>
/** A kind that is seen and kept, but not used yet. `otherKind` is what the YAML says. */
type OtherResource = ResourceOf<'Other', { readonly otherKind: string }>

export type Resource =
  | NamespaceResource
  | ServiceResource
  | WorkloadResource
  | PodResource
  | VirtualServiceResource
  | DestinationRuleResource
  | GatewayResource
  | SidecarResource
  | ServiceEntryResource
  | WorkloadEntryResource
  | PeerAuthenticationResource
  | HttpRouteResource
  | KubernetesGatewayResource
  | ReferenceGrantResource
  | ScenarioResource
  | OtherResource

import type { Hostname } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type {
  Assumption,
  ContainerPort,
  DestinationRuleResource,
  Labels,
  ServicePort,
  VirtualServiceResource,
  WorkloadKind,
} from '../resources/index.ts'

/** The cluster as one immutable snapshot: what istiod's push context knows. */
export interface Mesh {
  readonly settings: MeshSettings
  readonly services: ReadonlyMap<Hostname, MeshService>
  readonly workloads: readonly MeshWorkload[]
  /** Oldest first, then by name, then by namespace; hosts as written. Istio, configCompareByCreationTime. */
  readonly virtualServices: readonly VirtualServiceResource[]
  readonly destinationRules: readonly DestinationRuleResource[]
}

export interface MeshSettings {
  readonly clusterDomain: string
  readonly rootNamespace: string
  readonly outboundTrafficPolicy: 'ALLOW_ANY' | 'REGISTRY_ONLY'
}

export interface MeshService {
  readonly hostname: Hostname
  readonly name: string
  readonly namespace: string
  /** Undefined for a headless Service. Where the text gives none, an address is made up, the same for the same text. */
  readonly clusterIp: string | undefined
  readonly externalName: string | undefined
  readonly ports: readonly MeshServicePort[]
  /** Pods that the selector finds, ready or not, sorted by namespace and name. */
  readonly pods: readonly MeshPod[]
  readonly selector: Labels | undefined
  /** Namespaces whose sidecars hear of it; absent: all. */
  readonly exportTo?: readonly string[]
  readonly origin: Origin
  readonly assumed?: Assumption
}

/** What istiod takes a port to speak. Istio, ConvertProtocol. */
export type Protocol =
  'HTTP' | 'HTTP2' | 'GRPC' | 'GRPC-Web' | 'HTTPS' | 'TLS' | 'TCP' | 'UDP' | 'Mongo' | 'Redis' | 'MySQL' | 'auto'

export interface MeshServicePort extends ServicePort {
  readonly detected: Protocol
}

export interface MeshWorkload {
  readonly kind: WorkloadKind | 'Pod'
  readonly name: string
  readonly namespace: string
  /** Labels of its pods. */
  readonly labels: Labels
  readonly pods: readonly MeshPod[]
  /** Whether its pods have a sidecar, so that VirtualServices apply to what they call. */
  readonly sidecar: boolean
  readonly origin: Origin
  readonly assumed?: Assumption
}

export interface MeshPod {
  readonly name: string
  readonly namespace: string
  readonly ip: string
  readonly labels: Labels
  readonly ready: boolean
  /** What its containers declare; empty where the text declares none. */
  readonly containerPorts: readonly ContainerPort[]
  /** Its workload's name (its own where nothing owns it). */
  readonly workload: string
  readonly origin: Origin
}

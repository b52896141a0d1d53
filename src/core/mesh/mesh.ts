import type { Hostname } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type {
  Assumption,
  ContainerPort,
  DestinationRuleResource,
  GatewayResource,
  HttpRouteResource,
  KubernetesGatewayResource,
  Labels,
  PeerAuthenticationResource,
  ReferenceGrantResource,
  ServicePort,
  SidecarResource,
  VirtualServiceResource,
  WorkloadKind,
} from '../resources/index.ts'

/** The cluster as one immutable snapshot: what istiod's push context knows. */
export interface Mesh {
  readonly settings: MeshSettings
  /** One for each host: of several the Kubernetes Service, else the oldest. */
  readonly services: ReadonlyMap<Hostname, MeshService>
  /** The others of the same host, in other namespaces: which one counts depends on the caller [A29]. */
  readonly sameHostServices: readonly MeshService[]
  readonly workloads: readonly MeshWorkload[]
  /** Oldest first, then by name, then by namespace; hosts as written. Istio, configCompareByCreationTime. */
  readonly virtualServices: readonly VirtualServiceResource[]
  readonly destinationRules: readonly DestinationRuleResource[]
  readonly sidecars: readonly SidecarResource[]
  readonly gateways: readonly GatewayResource[]
  readonly httpRoutes: readonly HttpRouteResource[]
  readonly kubernetesGateways: readonly KubernetesGatewayResource[]
  readonly referenceGrants: readonly ReferenceGrantResource[]
  readonly peerAuthentications: readonly PeerAuthenticationResource[]
  /** Labels of the namespaces that the text holds. */
  readonly namespaceLabels: ReadonlyMap<string, Labels>
}

export interface MeshSettings {
  readonly clusterDomain: string
  readonly rootNamespace: string
  readonly outboundTrafficPolicy: 'ALLOW_ANY' | 'REGISTRY_ONLY'
  /** Whether sidecars speak mTLS to each other where no DestinationRule says otherwise. */
  readonly enableAutoMtls: boolean
}

/**
 * How the addresses behind a service are found. Istio, model.Resolution: `ClientSideLB` for Kubernetes Services and STATIC,
 * `Passthrough` for headless ones and NONE [A68][A69].
 */
export type Resolution = 'ClientSideLB' | 'DNSLB' | 'DNSRoundRobinLB' | 'DynamicDNS' | 'Passthrough' | 'Alias'

export interface MeshService {
  readonly hostname: Hostname
  readonly name: string
  readonly namespace: string
  /** Undefined for a headless Service. Where the text gives none, an address is made up, the same for the same text. */
  readonly clusterIp: string | undefined
  readonly externalName: string | undefined
  /** Where it comes from; a ServiceEntry gives one for each of its hosts. */
  readonly registry: 'Kubernetes' | 'ServiceEntry'
  readonly resolution: Resolution
  /** Outside the mesh: nothing there speaks Istio's mTLS. */
  readonly meshExternal: boolean
  /** Virtual addresses that listeners and domains know it by: the cluster IP, or a ServiceEntry's addresses (CIDR too). */
  readonly addresses: readonly string[]
  /** Made of several of one host: the address by which virtual hosts of a port know it, the youngest's that has the port. */
  readonly domainAddresses?: ReadonlyMap<number, string | undefined>
  readonly creationTimestamp: string | undefined
  readonly ports: readonly MeshServicePort[]
  /** Pods that the selector finds, ready or not, sorted by namespace and name. */
  readonly pods: readonly MeshPod[]
  readonly selector: Labels | undefined
  /** Endpoints that are no pods: those written in a ServiceEntry, WorkloadEntries that it selects. */
  readonly externalEndpoints: readonly ExternalEndpoint[]
  /** Namespaces whose sidecars hear of it; absent: all. */
  readonly exportTo?: readonly string[]
  readonly origin: Origin
  readonly assumed?: Assumption
}

/** An address that a ServiceEntry or a WorkloadEntry names. */
export interface ExternalEndpoint {
  /** IP address or host name. */
  readonly address: string
  /** Where it serves each of the service's ports, by their names; one that is missing is not served. */
  readonly ports: Readonly<Record<string, number>>
  readonly labels: Labels
  readonly weight: number | undefined
  readonly locality: string | undefined
  /** Whether it speaks Istio's mTLS: its service account or label says so. Istio, getTLSModeFromWorkloadEntry. */
  readonly tlsMode: 'istio' | 'disabled'
  readonly origin: Origin
}

/** What istiod takes a port to speak. Istio, ConvertProtocol. */
export type Protocol =
  'HTTP' | 'HTTP2' | 'GRPC' | 'GRPC-Web' | 'HTTPS' | 'TLS' | 'TCP' | 'UDP' | 'Mongo' | 'Redis' | 'MySQL' | 'auto'

export interface MeshServicePort extends ServicePort {
  readonly detected: Protocol
  /** Another service of the same host brings it, which has no clusters: it is listened for, and leads nowhere. */
  readonly withoutCluster?: boolean
  /** Where it is written, if that does not follow from its place among the service's ports. */
  readonly origin?: Origin
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
  /** It has been told to stop: it is no endpoint any more, and finishes what it has. */
  readonly stopping?: true
  /** What its containers declare; empty where the text declares none. */
  readonly containerPorts: readonly ContainerPort[]
  /** Its workload's name (its own where nothing owns it). */
  readonly workload: string
  /** Whether a sidecar of its own stands before it, so that it can speak mTLS. */
  readonly sidecar: boolean
  /** A name of its own below a headless Service: `web-0` of `web`, as StatefulSets give it. */
  readonly dnsName?: { readonly hostname: string; readonly subdomain: string | undefined }
  readonly origin: Origin
}

import { below } from '../base/origin.ts'
import type { Origin, Path } from '../base/origin.ts'
import type { Cluster, ClusterTls, Endpoint } from '../envoy/index.ts'
import { indexPeerAuthentications } from '../mesh/index.ts'
import type { Mesh, MeshService, PeerAuthentications } from '../mesh/index.ts'
import type { ClientTls, TrafficPolicy } from '../resources/index.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'

export type ProxyKind = 'sidecar' | 'gateway' | 'none'

/** What the transport of all of a caller's clusters depends on. */
export interface Security {
  readonly proxy: ProxyKind
  readonly enableAutoMtls: boolean
  readonly peers: PeerAuthentications
}

export function securityOf(mesh: Mesh, proxy: ProxyKind): Security {
  return { proxy, enableAutoMtls: mesh.settings.enableAutoMtls, peers: indexPeerAuthentications(mesh) }
}

/** A cluster before anything is said of its transport. */
export interface ClusterDraft {
  readonly service: MeshService
  readonly port: number
  readonly type: Cluster['type']
  readonly endpoints: readonly Endpoint[]
  /** Of the service, whatever the subset. */
  readonly all: readonly Endpoint[]
  readonly rule: ConsolidatedRule | undefined
  readonly subset: ConsolidatedRule['subsets'][number] | undefined
}

export type Transport = Pick<Cluster, 'tls' | 'tlsOrigin' | 'endpoints'>

/**
 * How a cluster speaks to its endpoints: as its policy's `tls` says, or else by itself. What istiod says of the endpoints
 * is found by another rule: a port's entry without `tls` leaves that of the rule in force for them.
 * Istio, cluster_tls.go, buildUpstreamTLSSettings, and mtls_checker.go [D50]-[D57].
 */
export function toTransport(draft: ClusterDraft, security: Security): Transport {
  const { endpoints } = draft
  if (security.proxy === 'none') return { endpoints }
  const stated = findTls(draft)
  if (stated) {
    const tls = toClusterTls(stated.tls, stated.origin, draft, security)
    return tls ? { tls, endpoints } : { tlsOrigin: stated.origin, endpoints }
  }
  if (!speaksMtlsByItself(draft, security)) return { endpoints }
  if (draft.type === 'ORIGINAL_DST') return { tls: { kind: 'istioMutual', origin: undefined }, endpoints }
  const forEndpoints = findEndpointsTls(draft)
  if (!forEndpoints) return { tls: AUTOMATIC, endpoints }
  const tlsMode = forEndpoints.tls.mode === 'ISTIO_MUTUAL' ? 'istio' : 'disabled'
  return {
    tls: { kind: 'auto', origin: forEndpoints.origin },
    endpoints: endpoints.map(endpoint => ({ ...endpoint, tlsMode })),
  }
}

const AUTOMATIC: ClusterTls = { kind: 'auto', origin: undefined }

interface StatedTls {
  readonly tls: ClientTls
  readonly origin: Origin
}

/** The `tls` of the policy that counts: a port's entry stands for the whole, a subset's replaces the rule's [E10]-[E13]. */
function findTls({ rule, subset, port }: ClusterDraft): StatedTls | undefined {
  const own = subset?.subset.trafficPolicy
  if (subset && isPortLevel(own, port)) return portTls(own, port, below(subset.origin, 'trafficPolicy'))
  return (
    topTls(own, subset && below(subset.origin, 'trafficPolicy')) ??
    (rule && isPortLevel(rule.trafficPolicy, port)
      ? portTls(rule.trafficPolicy, port, policyOrigin(rule))
      : topTls(rule?.trafficPolicy, rule && policyOrigin(rule)))
  )
}

/** Istio, mtls_checker.go, tlsModeForDestinationRule: the port's own, or else that beside it; the subset's before the rule's. */
function findEndpointsTls({ rule, subset, port }: ClusterDraft): StatedTls | undefined {
  const either = (policy: TrafficPolicy | undefined, origin: Origin | undefined) =>
    portTls(policy, port, origin) ?? topTls(policy, origin)
  return (
    either(subset?.subset.trafficPolicy, subset && below(subset.origin, 'trafficPolicy')) ??
    either(rule?.trafficPolicy, rule && policyOrigin(rule))
  )
}

const POLICY: Path = ['spec', 'trafficPolicy']

const policyOrigin = ({ origin }: ConsolidatedRule): Origin => below(origin, ...POLICY)

const isPortLevel = (policy: TrafficPolicy | undefined, port: number): boolean =>
  policy?.portLevelSettings.some(entry => entry.port === port) ?? false

function topTls(policy: TrafficPolicy | undefined, origin: Origin | undefined): StatedTls | undefined {
  return policy?.tls && origin && { tls: policy.tls, origin: below(origin, 'tls', 'mode') }
}

function portTls(policy: TrafficPolicy | undefined, port: number, origin: Origin | undefined): StatedTls | undefined {
  const index = policy?.portLevelSettings.findIndex(entry => entry.port === port) ?? -1
  const tls = policy?.portLevelSettings[index]?.tls
  return tls && origin && { tls, origin: below(origin, 'portLevelSettings', index, 'tls', 'mode') }
}

/**
 * The socket that a stated `tls` makes; none (plain text) for DISABLE, for credentials that a sidecar is not given, and for
 * MUTUAL without its files, of which istiod only writes a line to its log [D55][D56].
 */
function toClusterTls(
  { mode, sni, credentialName, clientCertificate, privateKey }: ClientTls,
  origin: Origin,
  { rule }: ClusterDraft,
  { proxy }: Security,
): ClusterTls | undefined {
  if (mode === 'ISTIO_MUTUAL') return { kind: 'istioMutual', origin }
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return undefined
  const isSecret = credentialName !== undefined && !credentialName.startsWith(CONFIG_MAP)
  if (isSecret && proxy === 'sidecar' && !rule?.workloadSelector) return undefined
  if (mode === 'SIMPLE') return { kind: 'simple', sni, origin }
  if (credentialName === undefined && (!clientCertificate || !privateKey)) return undefined
  return { kind: 'mutual', sni, origin }
}

const CONFIG_MAP = 'configmap://'

/**
 * Whether Istio speaks mTLS where no `tls` says anything: not to the outside, nor to a namespace that switched it off, nor
 * to addresses that the caller chooses while one of them has no sidecar. Istio, BestEffortInferServiceMTLSMode.
 */
function speaksMtlsByItself(draft: ClusterDraft, { enableAutoMtls, peers }: Security): boolean {
  const { service, all, rule, subset } = draft
  if (!enableAutoMtls || service.meshExternal) return false
  const policy = subset ? subset.subset.trafficPolicy : rule?.trafficPolicy
  const isChosenByCaller = service.resolution === 'Passthrough' || policy?.loadBalancer?.simple === 'PASSTHROUGH'
  if (isChosenByCaller && (all.length === 0 || all.some(endpoint => !endpoint.hasSidecar))) return false
  return peers.modeOfNamespace(service.namespace)?.mode !== 'DISABLE'
}

import type { Endpoint } from '../envoy/index.ts'
import { PERMISSIVE, isTls } from '../mesh/index.ts'
import type { ExternalEndpoint, InboundTls, MeshPod, MeshServicePort, PeerAuthentications } from '../mesh/index.ts'
import type { Labels } from '../resources/index.ts'

type EndpointSecurity = Pick<
  Endpoint,
  'tlsMode' | 'accepts' | 'acceptsOrigin' | 'hasSidecar' | 'servesTls' | 'nothingListens'
>

/** What the injector writes on pods; a pod may say otherwise. */
export const TLS_MODE = 'security.istio.io/tlsMode'

/**
 * What istiod tells of a pod, what its inbound takes, and whether its application can answer at all: with `isElsewhere` its
 * Service says that it listens at another port. Istio, endpoint_builder.go, checkMtlsEnabled; without a DestinationRule that says more [D50].
 */
export function toPodSecurity(
  pod: MeshPod,
  number: number,
  { detected }: MeshServicePort,
  peers: PeerAuthentications | undefined,
  isElsewhere = false,
): EndpointSecurity {
  const canMtls = pod.sidecar && (pod.labels[TLS_MODE] ?? 'istio') === 'istio'
  const nothingListens = isClosed(pod, number) || (isElsewhere && !declares(pod, number))
  const isOrdinary = pod.sidecar && canMtls && !nothingListens && !isTls(detected)
  if (isOrdinary && peers?.modeFor(pod, number) === PERMISSIVE) return ORDINARY
  return {
    ...toSecurity(pod.sidecar ? peers?.modeFor(pod, number) : undefined, canMtls),
    ...(pod.sidecar && { hasSidecar: true }),
    ...(isTls(detected) && { servesTls: true }),
    ...(nothingListens && { nothingListens }),
  }
}

/** Of an address that is no pod; one that advertises Istio's mTLS runs a proxy of its own. */
export function toExternalSecurity(
  workload: { readonly namespace: string; readonly labels: Labels },
  number: number,
  tlsMode: ExternalEndpoint['tlsMode'],
  peers: PeerAuthentications | undefined,
): EndpointSecurity {
  const hasProxy = tlsMode === 'istio'
  if (!hasProxy) return { ...PLAIN, servesTls: true }
  return { ...toSecurity(peers?.modeFor(workload, number), true), hasSidecar: true }
}

/** A pod with a sidecar where no YAML says anything: a mesh has thousands of these. */
const ORDINARY: EndpointSecurity = { tlsMode: 'istio', accepts: 'both', hasSidecar: true }

const PLAIN = { tlsMode: 'disabled', accepts: 'plaintext' } as const
const ACCEPTS = { DISABLE: 'plaintext', PERMISSIVE: 'both', STRICT: 'mtls' } as const

function toSecurity(inbound: InboundTls | undefined, canMtls: boolean): EndpointSecurity {
  if (!inbound) return PLAIN
  const { mode, origin } = inbound
  return {
    tlsMode: canMtls && mode !== 'DISABLE' ? 'istio' : 'disabled',
    accepts: ACCEPTS[mode],
    ...(origin && { acceptsOrigin: origin }),
  }
}

/** Ports of the sidecar, which a dump of an injected pod shows. */
const isOfSidecar = (port: number): boolean => port >= 15_000 && port < 15_100

/** A pod that declares ports is taken to listen at these alone; Kubernetes itself does not hold it to that. */
const declares = ({ containerPorts }: MeshPod, number: number): boolean =>
  containerPorts.some(port => port.number === number)

function isClosed({ containerPorts }: MeshPod, number: number): boolean {
  const declared = containerPorts.filter(port => !isOfSidecar(port.number))
  return declared.length > 0 && !declared.some(port => port.number === number)
}

import type { Cluster, Endpoint } from '../envoy/index.ts'
import type { Alike } from './chance.ts'
import type { Connection, ReadyCluster } from './course.ts'
import type { TraceStep } from './trace.ts'

/** What goes over the wire: nothing but HTTP, Istio's mTLS, or TLS that DestinationRules ask for. */
export type Spoken = 'plain text' | 'mTLS' | 'TLS'

/** How a connection to an endpoint turns out before its application is asked; a status is its sidecar's own answer. */
export type Meeting = 'accepted' | 'reset' | 'tls-error' | 'refused' | 503

/** Envoy, transport_socket_match_impl.cc: with auto-mTLS each endpoint's own mode decides [D50]. */
export function spokenTo({ tls }: Pick<Cluster, 'tls'>, endpoint: Endpoint | undefined): Spoken {
  if (!tls) return 'plain text'
  if (tls.kind === 'auto') return endpoint?.tlsMode === 'istio' ? 'mTLS' : 'plain text'
  return tls.kind === 'istioMutual' ? 'mTLS' : 'TLS'
}

/**
 * Whether both sides agree. A sidecar that takes mTLS only closes connections in plain text; who speaks TLS to somebody
 * who does not, or gets a certificate that it does not know, cannot connect. Behind a sidecar a closed port is a 503 of that
 * sidecar, else nobody takes the connection [D40][D41][D54].
 */
export function meet(cluster: Pick<Cluster, 'tls'>, endpoint: Endpoint | undefined): Meeting {
  if (!endpoint) return 'accepted'
  const { accepts, hasSidecar, servesTls, nothingListens } = endpoint
  if (nothingListens && !hasSidecar) return 'refused'
  switch (spokenTo(cluster, endpoint)) {
    case 'plain text':
      if (accepts === 'mtls') return 'reset'
      break
    case 'mTLS':
      if (accepts === 'plaintext') return 'tls-error'
      break
    case 'TLS':
      if (accepts === 'mtls' || !servesTls) return 'tls-error'
  }
  return nothingListens ? 503 : 'accepted'
}

/**
 * The header by which a sidecar tells its application who called over mTLS; undefined where nobody does. The hash of a
 * certificate is nothing that YAML tells. Envoy, conn_manager_utility.cc, mutateXfccRequestHeader; Istio, APPEND_FORWARD.
 */
export function clientCertificate(
  { proxy }: Pick<Connection, 'proxy'>,
  cluster: Cluster,
  endpoint: Endpoint | undefined,
): string | undefined {
  if (!endpoint?.hasSidecar || spokenTo(cluster, endpoint) !== 'mTLS') return undefined
  return proxy.certificateFor(endpoint.namespace)
}

/**
 * Where a request leaves for the address that was dialled: one of the pods there that does not take it, if it is drawn.
 * To all others, and to what the mesh does not know, it simply goes.
 */
export function drawStranger(course: Connection, cluster: Cluster): Endpoint | undefined {
  const { address, view, chance, proxy } = course
  const there = proxy.behind(address, view.request.dialPort)
  const closed = there.filter(endpoint => meet(cluster, endpoint) !== 'accepted')
  if (closed.length === 0 || closed.length === there.length) return closed[0]
  return chance.choose([closed.length, there.length - closed.length], there.length) === 0 ? closed[0] : undefined
}

/** Says what each side speaks, where some YAML has a say in it. */
export function tellTransport({ steps }: Connection, cluster: Cluster, endpoint: Endpoint | undefined): void {
  if (!steps || !endpoint) return
  const callerOrigin = cluster.tls?.origin ?? cluster.tlsOrigin
  const met = meet(cluster, endpoint)
  if (!callerOrigin && !endpoint.acceptsOrigin && met === 'accepted') return
  const spoken = spokenTo(cluster, endpoint)
  steps.push({ kind: 'speaks', spoken, isAutomatic: callerOrigin === undefined, origin: callerOrigin })
  steps.push(takesStep(endpoint, spoken, met))
}

/** The same for a caller without a sidecar: what the pod takes. */
export function tellPod(endpoint: Endpoint | undefined, steps: TraceStep[] | undefined): void {
  if (!steps || !endpoint) return
  const met = meet({}, endpoint)
  if (endpoint.acceptsOrigin || met !== 'accepted') steps.push(takesStep(endpoint, 'plain text', met))
}

function takesStep(endpoint: Endpoint, spoken: Spoken, met: Meeting): TraceStep {
  const { pod, accepts, acceptsOrigin, hasSidecar = false, origin } = endpoint
  const isStated = acceptsOrigin !== undefined
  return { kind: 'takes', pod, accepts, hasSidecar, isStated, spoken, met, origin: acceptsOrigin ?? origin }
}

const failing = new WeakMap<ReadyCluster, boolean>()

/** Endpoints to which no connection comes about fail alike, however many there are; undefined where all can be reached. */
export function failuresAlike(ready: ReadyCluster, endpoints: readonly Endpoint[]): Alike | undefined {
  const { cluster, healthy } = ready
  let fails = failing.get(ready)
  if (fails === undefined) {
    fails = healthy.some(endpoint => meet(cluster, endpoint) !== 'accepted')
    failing.set(ready, fails)
  }
  if (!fails) return undefined
  return index => {
    const met = meet(cluster, endpoints[index])
    return met === 'accepted' ? undefined : String(met)
  }
}

import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Endpoint, MirrorPolicy, Route, VirtualHost, WeightedCluster } from '../envoy/index.ts'

/** What became of one request, as the caller's proxy would log it. */
export interface Decision {
  readonly outcome: 'dns-failure' | 'no-listener' | 'tcp' | 'http'
  /** 0 where the caller gets no HTTP answer. */
  readonly status: number
  /** Envoy's response flags joined by a comma; `-` for none. */
  readonly flags: string
  /** Response code details: `via_upstream`, `cluster_not_found`, `route_not_found`, …; `routes_refused` without any answer. */
  readonly details: string
  readonly virtualHost: VirtualHost | undefined
  readonly route: Route | undefined
  /** The leg drawn (the only one where there is one). */
  readonly leg: WeightedCluster | undefined
  /** What took a connection whose bytes go on as they are: a `tcp` or `tls` rule, else what the port is of. */
  readonly chainOrigin?: Origin | undefined
  /** The upstream cluster as logged: `-` where it does not exist or none was asked for. */
  readonly cluster: ClusterName | '-'
  readonly endpoint: Endpoint | undefined
  /** Upstream attempts as Envoy counts them. */
  readonly attempts: number
  /** How many of them reached a pod's application; absent: all, where there is an endpoint. */
  readonly arrivals?: number | undefined
  /** `x-forwarded-client-cert`, as the pod's sidecar adds it where the two spoke mTLS. */
  readonly clientCertificate?: string | undefined
  /** Cookies that the proxy gives the caller, so that it comes back to the same pod. */
  readonly setCookies?: readonly string[] | undefined
  /** Injected delay, before anything else happens. */
  readonly delayMs: number
  /** Time that the tries took, time-outs and back-off included; absent where nothing is known of how pods answer. */
  readonly upstreamMs?: number | undefined
  /** How much of it is back-off. Drawn between 0 and twice this in a proxy; here always its mean. */
  readonly backOffMs?: number | undefined
  readonly mirrors: readonly MirroredCopy[]
  /** A gateway decided, for a client outside. */
  readonly atGateway?: boolean
  /** The answer, where Envoy made it itself. */
  readonly localReply: LocalReply | undefined
}

export interface MirroredCopy {
  readonly policy: MirrorPolicy
  /** Undefined where the cluster is missing or has no healthy endpoint: the copy is dropped. */
  readonly endpoint: Endpoint | undefined
}

export interface LocalReply {
  readonly body: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

import type { Origin } from '../base/origin.ts'
import type { ClusterName } from '../base/ids.ts'
import type { Endpoint, GatewayServerRef, VirtualHost } from '../envoy/index.ts'
import type { Meeting, Spoken } from './transport.ts'
import type { TryResult } from './would-retry.ts'

/**
 * One thing that happened to a request, in the order it happened, with its reason and the YAML behind it. A trace ends with
 * the step that made the answer; routes that were never tried follow it as `route-not-reached`.
 */
export type TraceStep = { readonly origin: Origin | undefined } & (
  | { readonly kind: 'dns'; readonly name: string; readonly address: string | undefined }
  /** The caller has no proxy: its connection goes to the Service (undefined: to the address) that it dialled. */
  | { readonly kind: 'no-sidecar'; readonly service: string | undefined }
  | {
      readonly kind: 'listener'
      readonly name: string | undefined
      /** What the bytes are taken for; `tls`: nobody looks inside. */
      readonly protocol: 'http' | 'tcp' | 'tls' | 'passthrough'
      /** The calling workload. */
      readonly caller: string
      /** Address and port. */
      readonly dialled: string
    }
  /** From outside: the listener behind the port of the gateway's Service that was dialled. */
  | {
      readonly kind: 'gateway-listener'
      readonly name: string | undefined
      readonly port: number
      /** The pods' own port; undefined: the Service has no such port. */
      readonly targetPort: number | undefined
    }
  /** No virtual host of the gateway has this host. */
  | {
      readonly kind: 'no-virtual-host'
      readonly authority: string
      /** The servers that share the port's routes. */
      readonly servers: readonly GatewayServerRef[]
    }
  | {
      readonly kind: 'virtual-host'
      readonly name: string
      /** The entry of its domains that matched: `reviews` or `*`. */
      readonly domain: string
      readonly authority: string
      readonly source: VirtualHost['source']
      /** At a gateway: the servers that take the host. */
      readonly servers?: VirtualHost['servers']
    }
  /** Envoy does not accept the routes that it got, and the proxy has no older ones. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Labels of routes are titles: `Rule 2, canary`. */
  | { readonly kind: 'route-skipped'; readonly routeIndex: number; readonly label: string; readonly because: string }
  | { readonly kind: 'route-matched'; readonly routeIndex: number; readonly label: string; readonly because: string }
  | {
      readonly kind: 'route-not-reached'
      readonly routeIndex: number
      readonly label: string
      readonly because: string
    }
  | { readonly kind: 'no-route' }
  | {
      readonly kind: 'draw'
      /** What was drawn for: the legs of a route, or whether a fault or mirror applies. */
      readonly what: 'leg' | 'delay' | 'abort' | 'mirror'
      readonly value: number | undefined
      readonly options: readonly { readonly label: string; readonly share: number; readonly taken: boolean }[]
    }
  | { readonly kind: 'delay'; readonly delayMs: number }
  | { readonly kind: 'rewrite'; readonly what: string }
  | {
      readonly kind: 'mirror'
      readonly cluster: ClusterName
      readonly pod: string | undefined
      readonly because: string
    }
  | { readonly kind: 'cluster'; readonly name: ClusterName; readonly found: boolean; readonly because: string }
  | { readonly kind: 'endpoints'; readonly healthy: number; readonly total: number; readonly because: string }
  | { readonly kind: 'endpoint'; readonly pod: string; readonly workload: string; readonly address: string }
  /** The cluster hashes; where the request has nothing to hash the pod is drawn. */
  | { readonly kind: 'hash'; readonly isHashed: boolean }
  /** What the caller's proxy speaks, because a DestinationRule says so or by itself. */
  | { readonly kind: 'speaks'; readonly spoken: Spoken; readonly isAutomatic: boolean }
  /** What the pod takes, and how that turns out. */
  | {
      readonly kind: 'takes'
      readonly pod: string
      readonly accepts: Endpoint['accepts']
      readonly hasSidecar: boolean
      /** A PeerAuthentication says so. */
      readonly isStated: boolean
      readonly spoken: Spoken
      readonly met: Meeting
    }
  /** A try failed, and the retry policy wants another: its number, of how many at most, and how long it waits before. */
  | {
      readonly kind: 'retry'
      readonly attempt: number
      readonly most: number
      readonly failed: TryResult
      /** Whom the failed try was for. */
      readonly pod: string | undefined
      /** On average, where no clock ran. */
      readonly pauseMs: number
      readonly isMeasured?: boolean
    }
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly flags: string
      readonly details: string
      /** `the sidecar itself`, `reviews-v1-0`. */
      readonly by: string
      readonly because: string
      /** A connection stands and carries bytes; no HTTP answer is seen. */
      readonly isConnected?: boolean
    }
)

export type Trace = readonly TraceStep[]

import type { Hostname } from '../../base/ids.ts'
import type { Origin } from '../../base/origin.ts'
import type { GatewayTls, Labels } from '../../resources/index.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'

/**
 * A Gateway as a gateway's configuration is made from it: Istio's own, or what a Kubernetes Gateway's listener becomes
 * (istiod makes one such Gateway of each listener). Istio, gatewayWithInstances.
 */
export interface BoundGateway {
  /** `ns/name`, as VirtualServices name it once resolved [A3]. */
  readonly key: string
  readonly name: string
  readonly namespace: string
  readonly kind: 'Gateway' | 'KubernetesGateway'
  readonly creationTimestamp: string | undefined
  /** Which pods serve it: those with all the labels (empty: every gateway), or those behind one of the Services. */
  readonly servedBy:
    | { readonly kind: 'selector'; readonly labels: Labels }
    | { readonly kind: 'services'; readonly hostnames: readonly Hostname[] }
  readonly servers: readonly BoundServer[]
  readonly origin: Origin
}

export interface BoundServer {
  readonly name: string | undefined
  /** `host` or `ns/host`: `./` and `*` before the slash are resolved [A20]. */
  readonly hosts: readonly string[]
  /** The port that the Gateway names: of the Service, or of the pod itself. */
  readonly port: { readonly number: number; readonly name: string; readonly protocol: string }
  readonly bind: string | undefined
  /** `mode` as written: SIMPLE, MUTUAL, PASSTHROUGH, … */
  readonly tls: Pick<GatewayTls, 'mode' | 'httpsRedirect'> | undefined
  /** `spec.servers[i]`, or the Kubernetes Gateway's listener. */
  readonly origin: Origin
}

/** A VirtualService bound to gateways, or what an HTTPRoute becomes for the listeners that it is attached to. */
export interface GatewayRoutes {
  readonly bound: BoundVirtualService
  /** Keys of the gateways that it is bound to (`ns/name`). */
  readonly gateways: readonly string[]
  /** An HTTPRoute: always public, and visited first in the proxy's own namespace [A19]. */
  readonly gatewaySemantics: boolean
}

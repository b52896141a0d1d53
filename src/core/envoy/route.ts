import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'

export interface VirtualHost {
  /** `reviews.default.svc.cluster.local:9080`, `allow_any`, `block_all`. */
  readonly name: string
  /** Lower case; exact names, `*.suffix` and `*`. */
  readonly domains: readonly string[]
  readonly routes: readonly Route[]
  /** Anything but TLS is redirected to https (301). */
  readonly requireTls?: boolean
  /** At a gateway: the servers that take its hosts. */
  readonly servers?: readonly GatewayServerRef[]
  /** The VirtualService, or the Service for a default route; undefined for what no YAML causes. */
  readonly origin: Origin | undefined
  /** The resource behind it, by name; absent for what no YAML causes. */
  readonly source?: VirtualHostSource
}

export interface VirtualHostSource {
  readonly kind: 'VirtualService' | 'HTTPRoute' | 'Service' | 'ServiceEntry'
  readonly name: string
  /** All rules in their order, delegates' included; some have no route here. Empty for a Service. */
  readonly rules: readonly {
    readonly name: string
    readonly origin: Origin
    /** The resource that holds it, where that is another one: a delegate, or one that is merged into this. */
    readonly of?: string
  }[]
  /** At a gateway: the others whose rules are merged into it, in their order. */
  readonly merged?: readonly {
    readonly kind: VirtualHostSource['kind']
    readonly name: string
    readonly origin: Origin
  }[]
}

/** A server of a Gateway, as people know it. */
export interface GatewayServerRef {
  /** `ns/name` of the Gateway. */
  readonly gateway: string
  readonly kind: 'Gateway' | 'KubernetesGateway'
  /** `host` or `ns/host`. */
  readonly hosts: readonly string[]
  readonly origin: Origin
}

export interface Route {
  /** Empty where Istio gives none; `default` for a service's own route, `allow_any` for passthrough. */
  readonly name: string
  readonly match: RouteMatch
  readonly action: RouteAction
  /** Batches in the order in which Envoy evaluates them are made by `compile`; these are the route's own. */
  readonly requestHeaders: HeaderMutations
  readonly responseHeaders: HeaderMutations
  readonly fault: FaultConfig | undefined
  readonly cors: CorsConfig | undefined
  /** The rule in the VirtualService (`spec.http[i]`), or the Service. */
  readonly origin: Origin | undefined
  /** The match block in the rule (`spec.http[i].match[j]`), if it has one. */
  readonly matchOrigin: Origin | undefined
}

export type PathMatch =
  | { readonly kind: 'prefix' | 'path' | 'pathSeparatedPrefix'; readonly value: string }
  | { readonly kind: 'safeRegex'; readonly value: string }

/** Envoy's StringMatcher, or presence. */
export type ValueMatch =
  | { readonly kind: 'exact' | 'prefix' | 'suffix' | 'contains' | 'safeRegex'; readonly value: string }
  | { readonly kind: 'present' }

export interface HeaderMatch {
  /** Lower case; `:method`, `:authority`, `:scheme` for pseudo-headers. */
  readonly name: string
  readonly match: ValueMatch
  readonly invert: boolean
  /** An absent header counts as empty (set where Istio inverts a value match). */
  readonly treatMissingAsEmpty: boolean
  readonly origin: Origin | undefined
}

export interface QueryMatch {
  readonly name: string
  readonly match: ValueMatch
  readonly origin: Origin | undefined
}

export interface RouteMatch {
  readonly path: PathMatch
  readonly pathOrigin: Origin | undefined
  readonly caseSensitive: boolean
  readonly headers: readonly HeaderMatch[]
  readonly query: readonly QueryMatch[]
}

export interface HeaderMutations {
  /** In the order Istio writes them. */
  readonly add: readonly HeaderValue[]
  readonly remove: readonly string[]
}

export interface HeaderValue {
  readonly name: string
  readonly value: string
  readonly append: 'OVERWRITE_IF_EXISTS_OR_ADD' | 'APPEND_IF_EXISTS_OR_ADD'
}

export interface WeightedCluster {
  readonly cluster: ClusterName
  readonly weight: number
  readonly requestHeaders: HeaderMutations
  readonly responseHeaders: HeaderMutations
  /** Host that this leg sets where the route sets none. */
  readonly hostRewrite?: string
  /** The destination in the rule (`spec.http[i].route[j]`). */
  readonly origin: Origin | undefined
}

export interface ForwardAction {
  readonly kind: 'forward'
  /** One entry: `cluster`; several: `weighted_clusters`. Legs of weight 0 are gone already. */
  readonly clusters: readonly WeightedCluster[]
  readonly totalWeight: number
  /** 0 is Envoy's "disabled", which Istio writes where the rule names none. */
  readonly timeoutMs: number
  readonly retryPolicy: RetryPolicy | undefined
  /** Of a cluster that hashes: tried in order, the first that yields something counts [C101]. */
  readonly hashPolicies?: readonly HashPolicy[]
  readonly prefixRewrite: string | undefined
  readonly regexRewrite: { readonly pattern: string; readonly substitution: string } | undefined
  readonly hostRewrite: string | undefined
  readonly mirrors: readonly MirrorPolicy[]
  /** Status of the answer when the cluster does not exist: 503, for Gateway API routes 500. */
  readonly clusterNotFoundStatus: number
}

export interface RedirectAction {
  readonly kind: 'redirect'
  readonly path: string | undefined
  /** Replaces the matched prefix instead of the path (Gateway API). */
  readonly prefixRewrite?: string
  readonly host: string | undefined
  readonly scheme: string | undefined
  readonly port: number | undefined
  readonly status: number
}

interface DirectResponseAction {
  readonly kind: 'directResponse'
  readonly status: number
  readonly body: string
  /** Where the rule gives bytes: those, in base64. */
  readonly base64?: string
}

export type RouteAction = ForwardAction | RedirectAction | DirectResponseAction

export interface RetryPolicy {
  readonly retryOn: string
  readonly numRetries: number
  readonly perTryTimeoutMs: number | undefined
  readonly retriableStatusCodes: readonly number[]
  readonly backOffBaseMs: number
  readonly avoidPreviousHosts: boolean
}

export interface MirrorPolicy {
  readonly cluster: ClusterName
  /** Out of `denominator` (100 or 1,000,000). */
  readonly numerator: number
  readonly denominator: number
  readonly origin: Origin | undefined
}

/** Numerators are out of 1,000,000. */
export interface FaultConfig {
  readonly delay:
    | {
        readonly numerator: number
        readonly fixedDelayMs: number
        /** Written out of 100, as the older whole percent is. */
        readonly inHundredths?: boolean
      }
    | undefined
  readonly abort:
    | {
        readonly numerator: number
        readonly httpStatus: number | undefined
        readonly grpcStatus: string | undefined
        /** The rule gives no share: nothing is aborted. */
        readonly withoutPercentage?: boolean
      }
    | undefined
  readonly origin: Origin | undefined
}

export interface CorsConfig {
  readonly allowOrigins: readonly ValueMatch[]
  readonly allowMethods: string
  readonly allowHeaders: string
  readonly exposeHeaders: string
  readonly maxAge: string | undefined
  readonly allowCredentials: boolean | undefined
  readonly forwardUnmatchedPreflights: boolean
}

/** Envoy's RouteAction.HashPolicy as Istio writes it. */
export type HashPolicy =
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'queryParameter'; readonly name: string }
  | { readonly kind: 'sourceIp' }
  /** Without a ttl the cookie is only read, never set. */
  | { readonly kind: 'cookie'; readonly name: string; readonly path: string; readonly ttlMs: number | undefined }

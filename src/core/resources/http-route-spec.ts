/** gateway.networking.k8s.io HTTPRoute, with the API server's defaults filled in. */
export interface HttpRouteSpec {
  /** In YAML order: item i is at `spec.parentRefs[i]`. */
  readonly parentRefs: readonly ParentRef[]
  readonly hostnames: readonly string[]
  /** In YAML order: item i is at `spec.rules[i]`; one that takes everything where the text gives none. */
  readonly rules: readonly HttpRouteRule[]
}

export interface ParentRef {
  readonly group: string
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
  readonly sectionName: string | undefined
  readonly port: number | undefined
}

export interface HttpRouteRule {
  readonly name: string | undefined
  /** Item i is at `matches[i]`; one for every path where the text gives none. Empty: everything. */
  readonly matches: readonly HttpRouteMatch[]
  readonly filters: readonly HttpRouteFilter[]
  /** Item i is at `backendRefs[i]`. */
  readonly backendRefs: readonly HttpBackendRef[]
  readonly timeouts:
    { readonly requestMs: number | undefined; readonly backendRequestMs: number | undefined } | undefined
  readonly retry:
    | {
        readonly codes: readonly number[]
        readonly attempts: number | undefined
        readonly backoffMs: number | undefined
      }
    | undefined
}

export interface HttpRouteMatch {
  /** `PathPrefix` `/` where the text gives none. */
  readonly path: { readonly type: string; readonly value: string }
  readonly headers: readonly NamedMatch[]
  readonly queryParams: readonly NamedMatch[]
  readonly method: string | undefined
}

export interface NamedMatch {
  /** `Exact` or `RegularExpression`. */
  readonly type: string
  readonly name: string
  readonly value: string
}

export interface BackendRef {
  readonly group: string
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
  readonly port: number | undefined
}

export interface HttpBackendRef extends BackendRef {
  readonly weight: number
  readonly filters: readonly HttpRouteFilter[]
}

export interface HttpRouteFilter {
  /** As the text says: `RequestHeaderModifier`, `RequestMirror`, `RequestRedirect`, … */
  readonly type: string
  readonly requestHeaderModifier: HeaderModifier | undefined
  readonly responseHeaderModifier: HeaderModifier | undefined
  readonly requestMirror: RequestMirror | undefined
  readonly requestRedirect: RequestRedirect | undefined
  readonly urlRewrite: { readonly hostname: string | undefined; readonly path: PathModifier | undefined } | undefined
  readonly cors: HttpRouteCors | undefined
}

type NameValue = readonly [name: string, value: string]

export interface HeaderModifier {
  readonly set: readonly NameValue[]
  readonly add: readonly NameValue[]
  readonly remove: readonly string[]
}

export interface RequestMirror {
  readonly backendRef: BackendRef
  readonly percent: number | undefined
  readonly fraction: { readonly numerator: number; readonly denominator: number } | undefined
}

export interface RequestRedirect {
  readonly scheme: string | undefined
  readonly hostname: string | undefined
  readonly path: PathModifier | undefined
  readonly port: number | undefined
  readonly statusCode: number | undefined
}

export interface PathModifier {
  /** `ReplaceFullPath` or `ReplacePrefixMatch`. */
  readonly type: string
  readonly value: string
}

export interface HttpRouteCors {
  readonly allowOrigins: readonly string[]
  readonly allowCredentials: boolean | undefined
  readonly allowMethods: readonly string[]
  readonly allowHeaders: readonly string[]
  readonly exposeHeaders: readonly string[]
  readonly maxAgeSeconds: number | undefined
}

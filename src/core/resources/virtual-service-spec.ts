import type { Labels } from './resource.ts'

/** Istio's StringMatch; `present` is the empty message `{}`. */
export type StringMatch =
  { readonly kind: 'exact' | 'prefix' | 'regex'; readonly value: string } | { readonly kind: 'present' }

export type StringMatches = Readonly<Record<string, StringMatch>>

export interface VirtualServiceSpec {
  readonly hosts: readonly string[]
  /** Empty means `mesh`. */
  readonly gateways: readonly string[]
  readonly exportTo: readonly string[]
  /** In YAML order: item i is at `spec.http[i]`. */
  readonly http: readonly HttpRule[]
  /** In YAML order: item i is at `spec.tcp[i]`. */
  readonly tcp: readonly TcpRule[]
  /** In YAML order: item i is at `spec.tls[i]`. */
  readonly tls: readonly TlsRule[]
}

export interface TcpRule {
  /** Empty: matches every connection. */
  readonly match: readonly ConnectionMatch[]
  readonly route: readonly RouteDestination[]
}

export interface TlsRule {
  readonly match: readonly TlsMatch[]
  readonly route: readonly RouteDestination[]
}

/** What `tcp` and `tls` matches have in common. */
export interface ConnectionMatch {
  /** Addresses and ranges that were dialled. */
  readonly destinationSubnets: readonly string[]
  readonly port: number | undefined
  readonly sourceLabels: Labels
  readonly sourceNamespace: string | undefined
  readonly gateways: readonly string[]
}

export interface TlsMatch extends ConnectionMatch {
  readonly sniHosts: readonly string[]
}

export interface RouteDestination {
  readonly destination: Destination
  /** Undefined where the text gives none, which means 0. */
  readonly weight: number | undefined
}

export interface HttpRule {
  readonly name: string | undefined
  /** Empty: matches everything. */
  readonly match: readonly HttpMatch[]
  readonly route: readonly HttpDestination[]
  readonly redirect: HttpRedirect | undefined
  readonly directResponse: DirectResponse | undefined
  readonly delegate: { readonly name: string; readonly namespace: string | undefined } | undefined
  readonly rewrite: HttpRewrite | undefined
  readonly timeoutMs: number | undefined
  readonly retries: HttpRetries | undefined
  readonly fault: HttpFault | undefined
  /** `mirror` and `mirrors` together, in that order. */
  readonly mirrors: readonly HttpMirror[]
  /** `mirrorPercentage` and `mirrorPercent`, for a delegate's `mirror` too; absent where the text gives neither. */
  readonly mirrorShare?: { readonly percentage: number | undefined; readonly percent: number | undefined }
  readonly corsPolicy: CorsPolicy | undefined
  readonly headers: HeaderOperations
}

export interface HttpMatch {
  readonly name: string | undefined
  readonly uri: StringMatch | undefined
  readonly ignoreUriCase: boolean
  readonly scheme: StringMatch | undefined
  readonly method: StringMatch | undefined
  readonly authority: StringMatch | undefined
  readonly headers: StringMatches
  readonly withoutHeaders: StringMatches
  readonly queryParams: StringMatches
  readonly port: number | undefined
  readonly sourceLabels: Labels
  readonly sourceNamespace: string | undefined
  readonly gateways: readonly string[]
}

export interface Destination {
  readonly host: string
  readonly subset: string | undefined
  readonly port: number | undefined
}

export interface HttpDestination {
  readonly destination: Destination
  /** Undefined where the text gives none, which means 0. */
  readonly weight: number | undefined
  readonly headers: HeaderOperations
}

export interface HeaderOperation {
  readonly set: Labels
  readonly add: Labels
  readonly remove: readonly string[]
}
export interface HeaderOperations {
  readonly request: HeaderOperation
  readonly response: HeaderOperation
}

export interface HttpRedirect {
  readonly uri: string | undefined
  /** Replaces the matched prefix. */
  readonly prefixRewrite?: string | undefined
  readonly authority: string | undefined
  readonly scheme: string | undefined
  readonly port: number | undefined
  readonly derivePort: string | undefined
  readonly redirectCode: number | undefined
}

export interface DirectResponse {
  readonly status: number
  readonly body: string | undefined
  /** Where the body is given as bytes: those, as they are written. */
  readonly base64?: string
}

export interface HttpRewrite {
  readonly uri: string | undefined
  readonly authority: string | undefined
  readonly uriRegexRewrite: { readonly match: string; readonly rewrite: string } | undefined
}

export interface HttpRetries {
  readonly attempts: number
  readonly perTryTimeoutMs: number | undefined
  readonly retryOn: string | undefined
  readonly backoffMs: number | undefined
  readonly retryRemoteLocalities: boolean | undefined
  readonly retryIgnorePreviousHosts: boolean | undefined
}

export interface HttpFault {
  /** `percent` 0 to 100; 0 where the text gives none. */
  readonly delay:
    | {
        readonly percent: number
        readonly fixedDelayMs: number
        /** No `percentage`: the older `percent` counts, or nothing does. */
        readonly isOldPercent?: boolean
      }
    | undefined
  readonly abort:
    | {
        readonly percent: number
        readonly httpStatus: number | undefined
        readonly grpcStatus: string | undefined
        readonly withoutPercentage?: boolean
      }
    | undefined
}

export interface HttpMirror {
  readonly destination: Destination
  /** 0 to 100; 100 where the text gives none. */
  readonly percent: number
  /** No `percentage`: the older `mirrorPercent` counts, or every request does. */
  readonly isOldPercent?: boolean
  /** The field it stands in: `['mirror']` or `['mirrors', i, 'destination']`. */
  readonly path: readonly (string | number)[]
}

export interface CorsPolicy {
  readonly allowOrigins: readonly StringMatch[]
  readonly allowMethods: readonly string[]
  readonly allowHeaders: readonly string[]
  readonly exposeHeaders: readonly string[]
  readonly maxAge: string | undefined
  readonly allowCredentials: boolean | undefined
  readonly unmatchedPreflights: string | undefined
}

import type {
  CorsConfig,
  FaultConfig,
  ForwardAction,
  HeaderMutations,
  HeaderValue,
  RetryPolicy,
  Route,
  RouteMatch,
  ValueMatch,
  VirtualHost,
} from '../../envoy/index.ts'

type Json = Readonly<Record<string, unknown>>

/** A virtual host in the JSON that istiod writes for it, without its name. */
export function toVirtualHostJson({ domains, routes }: VirtualHost): Json {
  return { domains, routes: routes.map(toRouteJson) }
}

function toRouteJson(route: Route): Json {
  const { action } = route
  return withoutEmpty({
    name: route.name,
    match: toMatchJson(route),
    ...(action.kind === 'forward' && { route: toForwardJson(action) }),
    ...(action.kind === 'redirect' &&
      action.status in REDIRECT_CODES && {
        redirect: withoutEmpty({
          schemeRedirect: action.scheme,
          hostRedirect: action.host,
          portRedirect: action.port,
          pathRedirect: { keep: action.path ?? '' },
          responseCode: REDIRECT_CODES[action.status],
        }),
      }),
    ...(action.kind === 'directResponse' && {
      directResponse: withoutEmpty({ status: action.status, body: withoutEmpty({ inlineString: action.body }) }),
    }),
    ...toHeadersJson('request', route.requestHeaders),
    ...toHeadersJson('response', route.responseHeaders),
    typedPerFilterConfig: withoutEmpty({
      'envoy.filters.http.fault': route.fault && toFaultJson(route.fault),
      'envoy.filters.http.cors': route.cors && toCorsJson(route.cors),
    }),
  })
}

const REDIRECT_CODES: Readonly<Record<number, string>> = {
  301: '',
  302: 'FOUND',
  303: 'SEE_OTHER',
  307: 'TEMPORARY_REDIRECT',
  308: 'PERMANENT_REDIRECT',
}

function toMatchJson({ match, matchOrigin }: Route): Json {
  return withoutEmpty({
    ...toPathJson(match),
    caseSensitive: matchOrigin ? { keep: match.caseSensitive } : undefined,
    headers: match.headers.map(header =>
      withoutEmpty({
        name: header.name,
        ...toValueJson(header.match),
        invertMatch: header.invert || undefined,
        treatMissingHeaderAsEmpty: header.treatMissingAsEmpty || undefined,
      }),
    ),
    queryParameters: match.query.map(({ name, match: value }) => ({ name, ...toValueJson(value) })),
  })
}

function toPathJson({ path }: RouteMatch): Json {
  return path.kind === 'safeRegex' ? { safeRegex: { regex: path.value } } : { [path.kind]: { keep: path.value } }
}

function toValueJson(match: ValueMatch): Json {
  return match.kind === 'present' ? { presentMatch: true } : { stringMatch: toStringJson(match) }
}

function toStringJson(match: ValueMatch): Json {
  if (match.kind === 'present') return {}
  return match.kind === 'safeRegex' ? { safeRegex: { regex: match.value } } : { [match.kind]: match.value }
}

function toForwardJson(action: ForwardAction): Json {
  const [only] = action.clusters
  // Istio writes a single cluster for a single destination and weights for several, of which one may be left.
  const isSingle = action.clusters.length === 1 && only?.weight === SINGLE && action.totalWeight === SINGLE
  return withoutEmpty({
    ...(isSingle
      ? { cluster: only.cluster }
      : {
          weightedClusters: {
            clusters: action.clusters.map(leg =>
              withoutEmpty({
                name: leg.cluster,
                weight: leg.weight,
                ...toHeadersJson('request', leg.requestHeaders),
                ...toHeadersJson('response', leg.responseHeaders),
                hostRewriteLiteral: leg.hostRewrite,
              }),
            ),
          },
        }),
    timeout: toDurationJson(action.timeoutMs),
    retryPolicy: action.retryPolicy && toRetryJson(action.retryPolicy),
    prefixRewrite: action.prefixRewrite,
    regexRewrite: action.regexRewrite && {
      pattern: { regex: action.regexRewrite.pattern },
      substitution: action.regexRewrite.substitution,
    },
    hostRewriteLiteral: action.hostRewrite,
    requestMirrorPolicies: action.mirrors.map(mirror => ({
      cluster: mirror.cluster,
      runtimeFraction: { defaultValue: toFractionJson(mirror.numerator) },
      traceSampled: false,
      disableShadowHostSuffixAppend: true,
    })),
  })
}

const SINGLE = 1

function toRetryJson(policy: RetryPolicy): Json {
  return withoutEmpty({
    retryOn: policy.retryOn,
    numRetries: policy.numRetries,
    perTryTimeout: policy.perTryTimeoutMs === undefined ? undefined : toDurationJson(policy.perTryTimeoutMs),
    retryHostPredicate: policy.avoidPreviousHosts ? [PREVIOUS_HOSTS] : [],
    hostSelectionRetryMaxAttempts: '5',
    retriableStatusCodes: policy.retriableStatusCodes,
    retryBackOff: policy.backOffBaseMs === 25 ? undefined : { baseInterval: toDurationJson(policy.backOffBaseMs) },
  })
}

const PREVIOUS_HOSTS = {
  name: 'envoy.retry_host_predicates.previous_hosts',
  typedConfig: { '@type': 'type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate' },
}

function toHeadersJson(side: 'request' | 'response', { add, remove }: HeaderMutations): Json {
  return { [`${side}HeadersToAdd`]: add.map(toHeaderValueJson), [`${side}HeadersToRemove`]: remove }
}

function toHeaderValueJson({ name, value, append }: HeaderValue): Json {
  const header = withoutEmpty({ key: name, value })
  return append === 'APPEND_IF_EXISTS_OR_ADD' ? { header } : { header, appendAction: append }
}

function toFaultJson({ delay, abort }: FaultConfig): Json {
  return withoutEmpty({
    '@type': 'type.googleapis.com/envoy.extensions.filters.http.fault.v3.HTTPFault',
    delay: delay && { fixedDelay: toDurationJson(delay.fixedDelayMs), percentage: toFractionJson(delay.numerator) },
    abort:
      abort &&
      withoutEmpty({
        httpStatus: abort.httpStatus,
        grpcStatus: GRPC_CODES[abort.grpcStatus ?? ''],
        percentage: toFractionJson(abort.numerator),
      }),
  })
}

const GRPC_CODES: Readonly<Record<string, number>> = { UNAVAILABLE: 14 }

function toCorsJson(cors: CorsConfig): Json {
  return withoutEmpty({
    '@type': 'type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy',
    allowOriginStringMatch: cors.allowOrigins.map(toStringJson),
    allowMethods: cors.allowMethods,
    allowHeaders: cors.allowHeaders,
    exposeHeaders: cors.exposeHeaders,
    maxAge: cors.maxAge,
    allowCredentials: cors.allowCredentials === undefined ? undefined : { keep: cors.allowCredentials },
    filterEnabled: { defaultValue: { numerator: 100 } },
    forwardNotMatchingPreflights: { keep: cors.forwardUnmatchedPreflights },
  })
}

const toFractionJson = (numerator: number) => ({ numerator, denominator: 'MILLION' })

const toDurationJson = (ms: number) => (ms % 1000 === 0 ? `${String(ms / 1000)}s` : `${(ms / 1000).toFixed(3)}s`)

/** Leaves out what protobuf's JSON leaves out; `{ keep: x }` stands for an x that is written even when it is empty. */
function withoutEmpty(fields: Json): Json {
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    if (isKept(value)) return [[name, value.keep] as const]
    const isEmpty = value === undefined || value === '' || (typeof value === 'object' && isHollow(value))
    return isEmpty ? [] : [[name, value] as const]
  })
  return Object.fromEntries(kept)
}

const isKept = (value: unknown): value is { keep: unknown } =>
  typeof value === 'object' && value !== null && 'keep' in value

const isHollow = (value: object | null) => value === null || Object.keys(value).length === 0

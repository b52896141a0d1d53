import type { ForwardAction, HashPolicy, MirrorPolicy, RetryPolicy, WeightedCluster } from '../route.ts'
import { toHeadersJson } from './headers-json.ts'
import { keep, toDurationJson, toFractionJson, withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'

/** Envoy's RouteAction. The time-out holds for gRPC too, whatever the client asks for. */
export function toForwardJson(action: ForwardAction): Json {
  const { regexRewrite, retryPolicy } = action
  return withoutEmpty({
    ...toClusterSpecifier(action),
    clusterNotFoundResponseCode: action.clusterNotFoundStatus === 500 ? 'INTERNAL_SERVER_ERROR' : undefined,
    prefixRewrite: action.prefixRewrite,
    regexRewrite: regexRewrite && { pattern: { regex: regexRewrite.pattern }, substitution: regexRewrite.substitution },
    hostRewriteLiteral: action.hostRewrite,
    timeout: toDurationJson(action.timeoutMs),
    retryPolicy: retryPolicy && toRetryJson(retryPolicy),
    requestMirrorPolicies: action.mirrors.map(toMirrorJson),
    hashPolicy: action.hashPolicies?.map(toHashPolicyJson),
    maxGrpcTimeout: toDurationJson(action.timeoutMs),
  })
}

/** Istio writes a single cluster for a single destination and weights for several, of which one may be left. */
function toClusterSpecifier({ clusters, totalWeight }: ForwardAction): Json {
  const [only] = clusters
  if (clusters.length === 1 && only?.weight === SINGLE && totalWeight === SINGLE) return { cluster: keep(only.cluster) }
  return { weightedClusters: keep(withoutEmpty({ clusters: clusters.map(toLegJson) })) }
}

const SINGLE = 1

function toLegJson(leg: WeightedCluster): Json {
  return withoutEmpty({
    name: leg.cluster,
    weight: keep(leg.weight),
    ...toHeadersJson('request', leg.requestHeaders),
    ...toHeadersJson('response', leg.responseHeaders),
    hostRewriteLiteral: leg.hostRewrite,
  })
}

function toMirrorJson({ cluster, numerator, denominator }: MirrorPolicy): Json {
  return {
    cluster,
    runtimeFraction: { defaultValue: toFractionJson(numerator, denominator) },
    traceSampled: false,
    disableShadowHostSuffixAppend: true,
  }
}

function toRetryJson(policy: RetryPolicy): Json {
  return withoutEmpty({
    retryOn: policy.retryOn,
    numRetries: keep(policy.numRetries),
    perTryTimeout: policy.perTryTimeoutMs === undefined ? undefined : toDurationJson(policy.perTryTimeoutMs),
    retryHostPredicate: policy.avoidPreviousHosts ? [PREVIOUS_HOSTS] : [],
    hostSelectionRetryMaxAttempts: '5',
    retriableStatusCodes: policy.retriableStatusCodes,
    retryBackOff:
      policy.backOffBaseMs === ENVOYS_BACK_OFF_MS ? undefined : { baseInterval: toDurationJson(policy.backOffBaseMs) },
  })
}

/** Envoy's own, where nothing is written. */
const ENVOYS_BACK_OFF_MS = 25

const PREVIOUS_HOSTS = {
  name: 'envoy.retry_host_predicates.previous_hosts',
  typedConfig: { '@type': 'type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate' },
}

function toHashPolicyJson(policy: HashPolicy): Json {
  switch (policy.kind) {
    case 'header':
      return { header: { headerName: policy.name } }
    case 'queryParameter':
      return { queryParameter: { name: policy.name } }
    case 'sourceIp':
      return { connectionProperties: { sourceIp: true } }
    case 'cookie': {
      const { name, path, ttlMs } = policy
      return { cookie: withoutEmpty({ name, ttl: ttlMs === undefined ? undefined : toDurationJson(ttlMs), path }) }
    }
  }
}

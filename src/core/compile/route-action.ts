import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { ClusterName } from '../base/ids.ts'
import type {
  ForwardAction,
  HashPolicy,
  HeaderMutations,
  MirrorPolicy,
  RouteAction,
  WeightedCluster,
} from '../envoy/index.ts'
import { resolveHost } from '../mesh/index.ts'
import type { MeshService } from '../mesh/index.ts'
import type { Destination, HttpDestination } from '../resources/index.ts'
import type { BoundRule } from './bound-virtual-service.ts'
import { quoteMeta } from './gateway-api/cors-filter.ts'
import { toClusterName } from './cluster-name.ts'
import { toMillionths } from './fault.ts'
import { NO_MUTATIONS, appendMutations, toHeaderMutations } from './header-operations.ts'
import type { HeaderMutationPair } from './header-operations.ts'
import { toRedirect } from './redirect.ts'
import { toRetryPolicy } from './retry-policy.ts'
import type { RouteContext } from './route-context.ts'

export interface ActionParts {
  readonly action: RouteAction
  readonly requestHeaders: HeaderMutations
  readonly responseHeaders: HeaderMutations
}

/** What a rule does, the same for all of its matches. Istio, translateRoute. */
export function toRouteAction(bound: BoundRule, context: RouteContext): ActionParts {
  const { rule } = bound
  const operations = toHeaderMutations(rule.headers)
  const headers = { requestHeaders: operations.request, responseHeaders: operations.response }
  if (rule.redirect) return { ...headers, action: toRedirect(rule.redirect, context.port, context.gateway?.hasTls) }
  if (rule.directResponse) {
    const { status, body, base64 } = rule.directResponse
    const bytes = base64 === undefined ? {} : { base64 }
    return { ...headers, action: { kind: 'directResponse', status, body: body ?? '', ...bytes } }
  }
  const [only, ...others] = rule.route
  return only && others.length === 0
    ? toSingleDestination(bound, only, operations, context)
    : { ...headers, action: toForward(bound, toWeightedClusters(bound, context), operations.authority, context) }
}

/** One destination: weight has no meaning, and its header operations follow the rule's in one batch [C1][C91]. */
function toSingleDestination(
  bound: BoundRule,
  destination: HttpDestination,
  operations: HeaderMutationPair,
  context: RouteContext,
): ActionParts {
  const own = toHeaderMutations(destination.headers)
  const leg: WeightedCluster = {
    cluster: clusterFor(destination.destination, bound, context),
    weight: 1,
    requestHeaders: NO_MUTATIONS,
    responseHeaders: NO_MUTATIONS,
    origin: legOrigin(bound, 0),
  }
  const host = operations.authority ?? (bound.rule.rewrite?.authority ? undefined : own.authority)
  return {
    action: toForward(bound, [leg], host, context),
    requestHeaders: appendMutations(operations.request, own.request),
    responseHeaders: appendMutations(operations.response, own.response),
  }
}

/** Several destinations: those of weight 0 are dropped, the rest keep their own header operations [C2][C92]. */
function toWeightedClusters(bound: BoundRule, context: RouteContext): readonly WeightedCluster[] {
  return bound.rule.route.flatMap((destination, i) => {
    if (!destination.weight) return []
    const { request, response, authority } = toHeaderMutations(destination.headers)
    return {
      cluster: clusterFor(destination.destination, bound, context),
      weight: destination.weight,
      requestHeaders: request,
      responseHeaders: response,
      ...(authority !== undefined && { hostRewrite: authority }),
      origin: legOrigin(bound, i),
    }
  })
}

const legOrigin = ({ origin, legOrigins }: BoundRule, i: number): Origin => legOrigins?.[i] ?? below(origin, 'route', i)

/** Istio, applyHTTPRouteDestination [C20]-[C31]. */
function toForward(
  bound: BoundRule,
  clusters: readonly WeightedCluster[],
  host: string | undefined,
  context: RouteContext,
): ForwardAction {
  const { rule } = bound
  const { rewrite } = rule
  const hashPolicies = toHashPolicies(bound, context)
  const removal = bound.isGatewayApi && rewrite?.uri === '/' ? prefixRemoval(bound) : undefined
  const regex = rewrite?.uriRegexRewrite ?? removal
  return {
    kind: 'forward',
    clusters,
    totalWeight: clusters.reduce((sum, leg) => sum + leg.weight, 0),
    timeoutMs: rule.timeoutMs ?? 0,
    retryPolicy: toRetryPolicy(rule.retries, rule.route.length === 1 && hashPolicies.length > 0),
    ...(hashPolicies.length > 0 && { hashPolicies }),
    prefixRewrite: regex ? undefined : rewrite?.uri || undefined,
    regexRewrite: regex && { pattern: regex.match, substitution: regex.rewrite },
    hostRewrite: rewrite?.authority || host,
    mirrors: toMirrors(bound, context),
    clusterNotFoundStatus: bound.isGatewayApi ? 500 : 503,
  }
}

/** A prefix that is replaced by `/` goes, with the slash after it. */
function prefixRemoval({ rule }: BoundRule): { readonly match: string; readonly rewrite: string } {
  const uri = rule.match[0]?.uri
  const prefix = uri?.kind === 'prefix' && uri.value !== '/' ? uri.value.replace(/\/$/, '') : ''
  return { match: `^${quoteMeta(prefix)}(/?)(.*)`, rewrite: '/\\2' }
}

/** The cluster of a backend that istiod does not understand: it exists nowhere. */
const UNKNOWN_SERVICE = 'UnknownService' as ClusterName

/** A policy for each destination that hashes, in their order, without those of weight 0 [C100][C103]. */
function toHashPolicies({ rule, namespace }: BoundRule, context: RouteContext): readonly HashPolicy[] {
  const legs = rule.route.length > 1 ? rule.route.filter(({ weight }) => weight) : rule.route
  return legs.flatMap(({ destination: { host, subset, port } }) => {
    return context.hashes.forDestination(resolveHost(host, namespace, context.clusterDomain), subset, port) ?? []
  })
}

/** Istio, TranslateRequestMirrorPolicy; a share of 0 is no mirror [C70]. */
function toMirrors(bound: BoundRule, context: RouteContext): readonly MirrorPolicy[] {
  return bound.rule.mirrors.flatMap(({ destination, percent, isOldPercent, path }, i) => {
    if (percent <= 0) return []
    return {
      cluster: clusterFor(destination, bound, context),
      ...(isOldPercent
        ? { numerator: Math.trunc(percent), denominator: 100 }
        : { numerator: toMillionths(percent), denominator: 1_000_000 }),
      origin: bound.mirrorOrigins?.[i] ?? below(bound.origin, ...path),
    }
  })
}

/**
 * The cluster that a destination names; without a port, the port that the caller dialled: at a sidecar a service is known
 * by that port only. An ExternalName is replaced by its target. Istio, GetDestinationCluster [A56][A57][A67].
 */
function clusterFor(destination: Destination, { namespace }: BoundRule, context: RouteContext): ClusterName {
  if (destination.host === '') return UNKNOWN_SERVICE
  const host = resolveHost(destination.host, namespace, context.clusterDomain)
  const service = context.services.get(host)
  const target = service?.externalName ?? host
  return toClusterName(destination.port ?? ownPort(service, context) ?? context.port, destination.subset, target)
}

/** At a gateway a service is known with all of its ports; if it has only one, that is meant [A27]. */
function ownPort(service: MeshService | undefined, { gateway }: RouteContext): number | undefined {
  return gateway && service?.ports.length === 1 ? service.ports[0]?.number : undefined
}

import type { Origin } from '../base/origin.ts'
import type { Route, RouteMatch } from '../envoy/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { HttpMatch } from '../resources/index.ts'
import type { BoundRule, BoundVirtualService } from './bound-virtual-service.ts'
import { toCorsConfig } from './cors.ts'
import { toFaultConfig } from './fault.ts'
import type { ActionParts } from './route-action.ts'
import { toRouteAction } from './route-action.ts'
import type { RouteContext } from './route-context.ts'
import { MATCH_ALL, isCatchAll, toRouteMatch } from './route-match.ts'

/**
 * A VirtualService's routes for one caller and port: one for each match of each rule, in order, up to the first that
 * matches everything; what follows it is not sent. Istio, BuildHTTPRoutesForVirtualService [B1]-[B4][B30].
 */
export function buildHttpRoutes(bound: BoundVirtualService, context: RouteContext): readonly Route[] {
  const routes: Route[] = []
  for (const rule of bound.rules) if (addRuleRoutes(routes, rule, context)) break
  return routes
}

/** Adds a rule's routes; true once one of them matches everything. */
function addRuleRoutes(routes: Route[], bound: BoundRule, context: RouteContext): boolean {
  const { rule, origin, matchOrigins } = bound
  const name = rule.name ?? ''
  if (rule.match.length === 0) {
    routes.push(toRoute(name, MATCH_ALL, undefined, bound, toRouteAction(bound, context)))
    return true
  }
  let parts: ActionParts | undefined
  for (const [i, match] of rule.match.entries()) {
    if (!isForCaller(match, context)) continue
    parts ??= toRouteAction(bound, context)
    const matchOrigin = matchOrigins[i] ?? origin
    const routeMatch = toRouteMatch(
      match,
      matchOrigin,
      bound.isGatewayApi ? { fieldPaths: bound.fieldPaths } : undefined,
    )
    routes.push(toRoute(match.name ? `${name}.${match.name}` : name, routeMatch, matchOrigin, bound, parts))
    if (isCatchAll(routeMatch)) return true
  }
  return false
}

function toRoute(
  name: string,
  match: RouteMatch,
  matchOrigin: Origin | undefined,
  { rule, origin }: BoundRule,
  { action, requestHeaders, responseHeaders }: ActionParts,
): Route {
  return {
    name,
    match,
    action,
    requestHeaders,
    responseHeaders,
    fault: toFaultConfig(rule.fault, origin),
    cors: toCorsConfig(rule.corsPolicy),
    origin,
    matchOrigin,
  }
}

/**
 * The conditions that are settled before Envoy hears of the route: the port that was dialled, and the gateways or, where
 * it names none, the caller's labels and namespace. Istio, sourceMatchHTTP [B10]-[B17].
 */
function isForCaller(match: HttpMatch, { caller, port, gateway }: RouteContext): boolean {
  if (match.port && match.port !== port) return false
  if (match.gateways.length > 0) return match.gateways.includes(gateway?.key ?? 'mesh')
  if (!hasLabels(caller.labels, match.sourceLabels)) return false
  return !match.sourceNamespace || match.sourceNamespace === caller.namespace
}

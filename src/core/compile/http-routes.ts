import type { Route } from '../envoy/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { HttpMatch } from '../resources/index.ts'
import type { BoundRule, BoundVirtualService } from './bound-virtual-service.ts'
import { toCorsConfig } from './cors.ts'
import { toFaultConfig } from './fault.ts'
import { toRouteAction } from './route-action.ts'
import type { RouteContext } from './route-context.ts'
import { MATCH_ALL, isCatchAll, toRouteMatch } from './route-match.ts'

/**
 * A VirtualService's routes for one caller and port: one for each match of each rule, in order, up to the first that
 * matches everything; what follows it is not sent. Istio, BuildHTTPRoutesForVirtualService [B1]-[B4][B30].
 */
export function buildHttpRoutes(bound: BoundVirtualService, context: RouteContext): readonly Route[] {
  const routes: Route[] = []
  for (const rule of bound.rules) {
    for (const route of buildRuleRoutes(rule, context)) {
      routes.push(route)
      if (isCatchAll(route.match)) return routes
    }
  }
  return routes
}

function* buildRuleRoutes(bound: BoundRule, context: RouteContext): Iterable<Route> {
  const { rule, origin, matchOrigins } = bound
  const matches = rule.match.flatMap((match, i) => (isForCaller(match, context) ? [{ match, i }] : []))
  if (rule.match.length > 0 && matches.length === 0) return
  const shared = {
    ...toRouteAction(bound, context),
    fault: toFaultConfig(rule.fault, origin),
    cors: toCorsConfig(rule.corsPolicy),
    origin,
  }
  const name = rule.name ?? ''
  if (rule.match.length === 0) yield { ...shared, name, match: MATCH_ALL, matchOrigin: undefined }
  for (const { match, i } of matches) {
    const matchOrigin = matchOrigins[i] ?? origin
    yield {
      ...shared,
      name: match.name ? `${name}.${match.name}` : name,
      match: toRouteMatch(match, matchOrigin),
      matchOrigin,
    }
  }
}

/**
 * The conditions that are settled before Envoy hears of the route: the port that was dialled, and the gateways or, where
 * it names none, the caller's labels and namespace. Istio, sourceMatchHTTP [B10]-[B17].
 */
function isForCaller(match: HttpMatch, { caller, port }: RouteContext): boolean {
  if (match.port && match.port !== port) return false
  if (match.gateways.length > 0) return match.gateways.includes('mesh')
  if (!hasLabels(caller.labels, match.sourceLabels)) return false
  return !match.sourceNamespace || match.sourceNamespace === caller.namespace
}

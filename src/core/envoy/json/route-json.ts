import type { Origin } from '../../base/origin.ts'
import type { RouteConfiguration } from '../envoy-config.ts'
import type { RedirectAction, Route, RouteAction, VirtualHost } from '../route.ts'
import { toFilterConfigJson } from './filters-json.ts'
import { toForwardJson } from './forward-json.ts'
import { toHeadersJson } from './headers-json.ts'
import { toMatchJson } from './match-json.ts'
import { keep, withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'

/** Finds the name that istiod writes beside what a resource caused: `/apis/…/virtual-service/reviews`. */
export type ConfigOf = (origin: Origin | undefined) => string | undefined

const UNKNOWN: ConfigOf = () => undefined

/** Envoy's RouteConfiguration, as `istioctl proxy-config routes -o json` prints it. */
export function toRouteConfigurationJson(config: RouteConfiguration, configOf: ConfigOf = UNKNOWN): Json {
  return {
    name: config.name,
    virtualHosts: config.virtualHosts.map(virtualHost => toVirtualHostJson(virtualHost, configOf)),
    validateClusters: false,
    maxDirectResponseBodySizeBytes: 1_048_576,
    ignorePortInHostMatching: true,
  }
}

/** Envoy's VirtualHost. */
export function toVirtualHostJson(virtualHost: VirtualHost, configOf: ConfigOf = UNKNOWN): Json {
  const { name, domains, routes, requireTls } = virtualHost
  return withoutEmpty({
    name,
    domains,
    routes: routes.map(route => toRouteJson(route, virtualHost, configOf)),
    requireTls: requireTls ? 'ALL' : undefined,
    includeRequestAttemptCount: true,
  })
}

/** What istiod names as a route's cause: a delegate's routes belong to its root, merged ones to their own rule. */
export function causeOfRoute(route: Route, { source, origin }: VirtualHost): Origin | undefined {
  return source?.merged && source.merged.length > 0 ? route.origin : origin
}

/** Envoy's Route; what a rule caused is named in its metadata. */
export function toRouteJson(route: Route, virtualHost: VirtualHost, configOf: ConfigOf = UNKNOWN): Json {
  return withoutEmpty({
    name: route.name,
    match: toMatchJson(route),
    ...toActionJson(route.action),
    metadata: toMetadataJson(configOf(causeOfRoute(route, virtualHost))),
    typedPerFilterConfig: toFilterConfigJson(route),
    ...toHeadersJson('request', route.requestHeaders),
    ...toHeadersJson('response', route.responseHeaders),
  })
}

export function toMetadataJson(config: string | undefined, more: Json = {}): Json | undefined {
  const istio = withoutEmpty({ config, ...more })
  return Object.keys(istio).length === 0 ? undefined : { filterMetadata: { istio } }
}

function toActionJson(action: RouteAction): Json {
  switch (action.kind) {
    case 'forward':
      return { route: toForwardJson(action) }
    case 'redirect':
      return action.status in REDIRECT_CODES ? { redirect: keep(toRedirectJson(action)) } : {}
    case 'directResponse': {
      const body = action.base64 === undefined ? { inlineString: action.body } : { inlineBytes: action.base64 }
      return { directResponse: withoutEmpty({ status: action.status, body: withoutEmpty(body) }) }
    }
  }
}

/** Without a path, Istio writes an empty one, which changes nothing. */
function toRedirectJson(action: RedirectAction): Json {
  return withoutEmpty({
    schemeRedirect: action.scheme,
    hostRedirect: action.host,
    portRedirect: action.port,
    ...(action.prefixRewrite === undefined
      ? { pathRedirect: keep(action.path ?? '') }
      : { prefixRewrite: keep(action.prefixRewrite) }),
    responseCode: REDIRECT_CODES[action.status],
  })
}

const REDIRECT_CODES: Readonly<Record<number, string>> = {
  301: '',
  302: 'FOUND',
  303: 'SEE_OTHER',
  307: 'TEMPORARY_REDIRECT',
  308: 'PERMANENT_REDIRECT',
}

import type { Route, RouteConfiguration, VirtualHost } from '../envoy/index.ts'
import type { Matcher } from './match/matcher.ts'
import { indexPaths } from './match/path-index.ts'
import type { CandidateFinder } from './match/path-index.ts'
import { compileRouteMatch } from './match/route.ts'

export interface ReadyRoute {
  readonly route: Route
  readonly matcher: Matcher
}

/** Routes in order, with a short cut to those that a path may match where there are many. */
export interface ReadyRoutes {
  readonly all: readonly ReadyRoute[]
  readonly candidates: CandidateFinder | undefined
}

interface ReadyVirtualHost {
  readonly virtualHost: VirtualHost
  /** Made when first asked for: a proxy has thousands of routes, and a request needs a few. */
  readonly routes: () => ReadyRoutes
}

interface FoundVirtualHost {
  /** The entry of `domains` that matched: `reviews`, `*.example.com`, `*`. */
  readonly domain: string
  readonly host: ReadyVirtualHost
}

/** Finds the virtual host of a Host header. */
export type VirtualHostFinder = (authority: string) => FoundVirtualHost | undefined

/**
 * Indexes the domains of one route configuration: exact name, then the longest `*.suffix` (at least one character more
 * than the suffix), then `*`; letter case and port do not count. Envoy, config_impl.cc, RouteMatcher::findVirtualHost [B40].
 */
export function indexVirtualHosts(config: RouteConfiguration): VirtualHostFinder {
  const exact = new Map<string, FoundVirtualHost>()
  const suffixes = new Map<string, FoundVirtualHost>()
  let everything: FoundVirtualHost | undefined
  for (const virtualHost of config.virtualHosts) {
    const host = makeReady(virtualHost)
    for (const domain of virtualHost.domains) {
      const found = { domain, host }
      if (domain === '*') everything ??= found
      else if (domain.startsWith('*')) keepFirst(suffixes, domain.slice(1), found)
      else keepFirst(exact, domain, found)
    }
  }
  const lengths = [...new Set([...suffixes.keys()].map(suffix => suffix.length))].sort((a, b) => b - a)
  return authority => {
    const name = hostWithoutPort(authority).toLowerCase()
    const found = exact.get(name)
    if (found) return found
    for (const length of lengths) {
      if (name.length <= length) continue
      const bySuffix = suffixes.get(name.slice(-length))
      if (bySuffix) return bySuffix
    }
    return everything
  }
}

/** `reviews` of `reviews:9080`; an IPv6 address keeps its brackets. */
function hostWithoutPort(authority: string): string {
  const colon = authority.lastIndexOf(':')
  if (colon < 0 || authority.includes(']', colon)) return authority
  return authority.slice(0, colon)
}

function makeReady(virtualHost: VirtualHost): ReadyVirtualHost {
  let ready: ReadyRoutes | undefined
  return { virtualHost, routes: () => (ready ??= makeRoutesReady(virtualHost.routes)) }
}

function makeRoutesReady(routes: readonly Route[]): ReadyRoutes {
  return {
    all: routes.map(route => ({ route, matcher: compileRouteMatch(route.match) })),
    candidates: indexPaths(routes),
  }
}

function keepFirst<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value)
}

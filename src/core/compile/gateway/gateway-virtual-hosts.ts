import type { Origin } from '../../base/origin.ts'
import type { Route, VirtualHost } from '../../envoy/index.ts'
import { buildHttpRoutes } from '../http-routes.ts'
import type { RouteContext } from '../route-context.ts'
import { isCatchAll } from '../route-match.ts'
import type { GatewayRoutes } from './gateway-server.ts'
import { compareSpecificity, hostsForNamespace, intersectHosts } from './host-intersection.ts'
import type { MergedServer } from './merge-servers.ts'
import { serverRef, sourceOf } from './virtual-host-source.ts'

/** What the virtual hosts of one route configuration are made with. */
export interface GatewayHostsInput {
  /** The servers that share the routes, in the order of their Gateways. */
  readonly servers: readonly MergedServer[]
  /** In the order in which they are merged [A19]. */
  readonly routesFor: (gateway: string) => readonly GatewayRoutes[]
  readonly contextFor: (server: MergedServer) => RouteContext
}

interface Draft {
  readonly name: string
  readonly domains: string[]
  readonly routes: Route[]
  requireTls: boolean
  readonly from: GatewayRoutes[]
  readonly servers: MergedServer[]
}

/**
 * The virtual hosts of one route configuration at a gateway: one for each host that a server and a VirtualService have in
 * common. VirtualServices of one host are merged in order, Gateway by Gateway; then those that match everything go last.
 * Without any host there is one without routes. Istio, buildGatewayHTTPRouteConfig [A20]-[A24].
 */
export function buildGatewayVirtualHosts(input: GatewayHostsInput): readonly VirtualHost[] {
  const drafts = new Map<string, Draft>()
  const made = new Map<string, readonly Route[]>()
  for (const server of input.servers) {
    addRoutes(drafts, made, server, input)
    if (server.server.tls?.httpsRedirect) redirectAll(drafts, server)
  }
  if (drafts.size === 0) return [blackhole(input.servers)]
  return collapse(drafts).map(toVirtualHost)
}

function addRoutes(
  drafts: Map<string, Draft>,
  made: Map<string, readonly Route[]>,
  merged: MergedServer,
  { routesFor, contextFor }: GatewayHostsInput,
): void {
  const { server, gateway } = merged
  for (const from of routesFor(gateway.key)) {
    const { resource, hosts: own } = from.bound
    const hosts = intersectHosts(hostsForNamespace(server.hosts, resource.namespace), own)
    if (hosts.length === 0) continue
    const key = `${gateway.key} ${resource.namespace}/${resource.name}`
    const routes = made.get(key) ?? buildHttpRoutes(from.bound, contextFor(merged))
    if (routes.length === 0) continue
    made.set(key, routes)
    for (const host of hosts) {
      const draft = draftFor(drafts, host, server.port.number)
      draft.routes.push(...routes)
      if (!draft.from.includes(from)) draft.from.push(from)
      if (!draft.servers.includes(merged)) draft.servers.push(merged)
      if (server.tls?.httpsRedirect) draft.requireTls = true
    }
  }
}

/** Hosts without VirtualServices are redirected too; they keep the namespace that they are written with [A24]. */
function redirectAll(drafts: Map<string, Draft>, merged: MergedServer): void {
  for (const host of merged.server.hosts) {
    const draft = draftFor(drafts, host, merged.server.port.number)
    draft.requireTls = true
    if (!draft.servers.includes(merged)) draft.servers.push(merged)
  }
}

function draftFor(drafts: Map<string, Draft>, host: string, port: number): Draft {
  const domain = host.toLowerCase()
  const known = drafts.get(domain)
  if (known) return known
  const draft: Draft = {
    name: `${domain}:${String(port)}`,
    domains: [domain],
    routes: [],
    requireTls: false,
    from: [],
    servers: [],
  }
  drafts.set(domain, draft)
  return draft
}

/** Hosts with the very same routes become one virtual host, named after the most specific. Istio, collapseDuplicateRoutes. */
function collapse(drafts: ReadonlyMap<string, Draft>): readonly Draft[] {
  const kept: Draft[] = []
  for (const domain of [...drafts.keys()].sort(compareSpecificity)) {
    const draft = drafts.get(domain)
    if (!draft) continue
    const same = kept.findLast(other => haveSameRoutes(other, draft))
    if (same?.requireTls === draft.requireTls) same.domains.push(...draft.domains)
    else kept.push(draft)
  }
  return kept
}

const haveSameRoutes = (a: Draft, b: Draft): boolean =>
  a.routes.length === b.routes.length && a.routes.every((route, i) => route === b.routes[i])

/** Routes that match everything go last, so that no VirtualService hides another's. Istio, SortVHostRoutes [A21]. */
function toVirtualHost({ name, domains, routes, requireTls, from, servers }: Draft): VirtualHost {
  const source = sourceOf(from)
  return {
    name,
    domains,
    routes: [...routes.filter(({ match }) => !isCatchAll(match)), ...routes.filter(({ match }) => isCatchAll(match))],
    ...(requireTls && { requireTls }),
    servers: servers.map(serverRef),
    origin: originOf(from, servers),
    ...(source && { source }),
  }
}

const originOf = (from: readonly GatewayRoutes[], servers: readonly MergedServer[]): Origin | undefined =>
  from[0]?.bound.resource.origin ?? servers[0]?.server.origin

/** What answers where no host is served: 404 to everything [A23]. */
function blackhole(servers: readonly MergedServer[]): VirtualHost {
  const [first] = servers
  return {
    name: `blackhole:${String(first?.server.port.number ?? 0)}`,
    domains: ['*'],
    routes: [],
    servers: servers.map(serverRef),
    origin: first?.server.origin,
  }
}

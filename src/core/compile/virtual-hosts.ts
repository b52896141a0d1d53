import type { Hostname } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { Route, VirtualHost, VirtualHostSource } from '../envoy/index.ts'
import { isHttpOrDetected } from '../mesh/index.ts'
import type { MeshService, MeshServicePort } from '../mesh/index.ts'
import { namedRules } from './bound-virtual-service.ts'
import type { BoundVirtualService } from './bound-virtual-service.ts'
import { defaultRoute } from './fixed-routes.ts'
import { buildHttpRoutes } from './http-routes.ts'
import type { RouteContext } from './route-context.ts'
import { namesServiceOf, separateHosts } from './service-claims.ts'
import type { PortServices, ServiceClaims } from './service-claims.ts'
import { createDomainClaims, toDomains } from './virtual-host-domains.ts'

export interface VirtualHostInput {
  readonly context: RouteContext
  /** In the order in which they claim hosts. */
  readonly virtualServices: readonly BoundVirtualService[]
  readonly claims: ServiceClaims
  /** The services that have the port, whatever it speaks; an ExternalName answers only to its VirtualService [A67]. */
  readonly services: PortServices
  /** ExternalNames by the full name that they stand for. */
  readonly aliases: ReadonlyMap<Hostname, readonly MeshService[]>
}

interface Draft {
  readonly hosts: readonly Hostname[]
  readonly services: readonly MeshService[]
  readonly routes: readonly Route[]
  readonly origin: Origin
  readonly source: VirtualHostSource
}

/** A port that no service need have for VirtualServices to get virtual hosts on it [A12][A17]. */
const PLAIN_HTTP_PORT = 80

/**
 * The virtual hosts of one port without the catch-all: VirtualServices' first, then those of the services that are left.
 * The first to take a name keeps it. Istio, BuildSidecarOutboundVirtualHosts [A12]-[A18].
 */
export function buildVirtualHosts(input: VirtualHostInput): readonly VirtualHost[] {
  const drafts = input.virtualServices.flatMap(bound => draftFor(bound, input) ?? [])
  const routed = new Set(drafts.flatMap(draft => draft.services))
  for (const service of input.services.values()) {
    const port = httpPort(service, input.context.port)
    if (!port || routed.has(service) || service.externalName !== undefined) continue
    const routes = [defaultRoute(service, port, input.context.hashes.forService(service.hostname, port.number))]
    const kind = service.registry === 'Kubernetes' ? 'Service' : 'ServiceEntry'
    const source: VirtualHostSource = { kind, name: service.name, rules: [] }
    drafts.push({ hosts: [], services: [service], routes, origin: service.origin, source })
  }
  return claimNames(drafts, input)
}

function draftFor(bound: BoundVirtualService, input: VirtualHostInput): Draft | undefined {
  const { port } = input.context
  if (port !== PLAIN_HTTP_PORT && !namesServiceOf(bound, input.services)) return undefined
  const routes = buildHttpRoutes(bound, input.context)
  if (routes.length === 0) return undefined
  const { hosts, services: all } = separateHosts(bound, input.services, input.claims)
  const services = bound.isGatewayApi ? reachable(all, bound, input.context) : all
  if (bound.isGatewayApi && services.length === 0) return undefined
  const http = services.filter(service => httpPort(service, port))
  if (http.length === 0 && port !== PLAIN_HTTP_PORT) return undefined
  const source: VirtualHostSource = bound.source ?? {
    kind: 'VirtualService',
    name: bound.resource.name,
    rules: namedRules(bound),
  }
  return { hosts, services: http, routes, origin: bound.resource.origin, source }
}

/**
 * The services that an HTTPRoute speaks for to this caller: those of its own namespace to all, others to callers in its
 * namespace only. Istio, buildSidecarVirtualHostsForVirtualService.
 */
function reachable(services: readonly MeshService[], { resource }: BoundVirtualService, { caller }: RouteContext) {
  return services.filter(({ namespace }) => namespace === resource.namespace || caller.namespace === resource.namespace)
}

function claimNames(drafts: readonly Draft[], input: VirtualHostInput): readonly VirtualHost[] {
  const fullNames = new Set(drafts.flatMap(draft => draft.services.map(service => service.hostname)))
  const claim = createDomainClaims(fullNames)
  const names = new Set<string>()
  const virtualHosts: VirtualHost[] = []
  const add = (hostname: Hostname, service: MeshService | undefined, { routes, origin, source }: Draft) => {
    const name = `${hostname}:${String(input.context.port)}`
    if (names.has(name)) return
    names.add(name)
    const domains = claim(
      service
        ? toDomains(
            service,
            input.aliases.get(hostname) ?? [],
            input.context.caller.namespace,
            input.context.clusterDomain,
            input.context.port,
          )
        : { all: [hostname], expanded: new Set() },
    )
    if (domains.length > 0) virtualHosts.push({ name, domains, routes, origin, source })
  }
  for (const draft of drafts) {
    for (const host of draft.hosts) add(host, undefined, draft)
    for (const service of draft.services) add(service.hostname, service, draft)
  }
  return virtualHosts
}

function httpPort(service: MeshService, number: number): MeshServicePort | undefined {
  return service.ports.find(port => port.number === number && isHttpOrDetected(port.detected))
}

import { toProxyId } from '../base/ids.ts'
import type { Hostname } from '../base/ids.ts'
import { isExportedTo, isGateway } from '../compile/index.ts'
import { overlaps, resolveHost } from '../mesh/index.ts'
import type { Mesh, MeshWorkload } from '../mesh/index.ts'
import type { Resource, VirtualServiceResource } from '../resources/index.ts'
import type { HttpRequest } from '../route/index.ts'
import { clientsOf, theScenario } from '../scenario/index.ts'

/** A request that a client of the text's Scenario sends. */
export interface PlayedRequest {
  /** The client's name, and what it calls the request. */
  readonly client: string
  readonly label: string
  readonly request: HttpRequest
  /** Whose proxy decides. */
  readonly caller: MeshWorkload
  /** It comes to a gateway, from outside. */
  readonly isFromOutside: boolean
}

export function findPlayedRequests(resources: readonly Resource[], mesh: Mesh): readonly PlayedRequest[] {
  const scenario = theScenario(resources)
  if (!scenario) return []
  const callers = new Map(mesh.workloads.map(one => [toProxyId(one.name, one.namespace), one]))
  return clientsOf(scenario, mesh).flatMap(({ id: client, proxy, classes }) => {
    const caller = callers.get(proxy)
    if (!caller) return []
    const isFromOutside = isGateway(mesh, caller)
    return classes.map(({ label, request }) => ({ client, label, request, caller, isFromOutside }))
  })
}

/** The host that a name means to a caller: a Service's, by one of its shorter names too. */
export function meantHost(
  { request, caller }: PlayedRequest,
  { services, settings: { clusterDomain } }: Mesh,
): Hostname {
  const host = request.authority.replace(/:\d+$/, '').toLowerCase()
  const full = [
    resolveHost(host, caller.namespace, clusterDomain),
    `${host}.svc.${clusterDomain}`,
    `${host}.${clusterDomain}`,
  ]
  return (full as Hostname[]).find(name => services.has(name)) ?? (host as Hostname)
}

/** VirtualServices that may decide about a request: for its host, its way in and the caller's namespace. */
export function virtualServicesFor(played: PlayedRequest, mesh: Mesh): readonly VirtualServiceResource[] {
  const host = meantHost(played, mesh)
  return withHosts(mesh).flatMap(({ resource, hosts }) => {
    const { gateways } = resource.spec
    const isHere = played.isFromOutside
      ? gateways.some(name => name !== 'mesh')
      : gateways.length === 0 || gateways.includes('mesh')
    const decides = isHere && hosts.some(each => overlaps(each, host))
    return decides && isExportedTo(resource, played.caller.namespace) ? resource : []
  })
}

interface WithHosts {
  readonly resource: VirtualServiceResource
  /** In full. */
  readonly hosts: readonly Hostname[]
}

const known = new WeakMap<Mesh, readonly WithHosts[]>()

/** A mesh's VirtualServices; what their hosts mean is worked out once, not for each request. */
function withHosts(mesh: Mesh): readonly WithHosts[] {
  const { clusterDomain } = mesh.settings
  const found =
    known.get(mesh) ??
    mesh.virtualServices.map(resource => ({
      resource,
      hosts: resource.spec.hosts.map(each => resolveHost(each, resource.namespace, clusterDomain)),
    }))
  known.set(mesh, found)
  return found
}

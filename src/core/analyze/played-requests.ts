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
  return mesh.virtualServices.filter(({ spec, namespace, ...rest }) => {
    const isHere = played.isFromOutside
      ? spec.gateways.some(name => name !== 'mesh')
      : spec.gateways.length === 0 || spec.gateways.includes('mesh')
    return (
      isHere &&
      spec.hosts.some(each => overlaps(resolveHost(each, namespace, mesh.settings.clusterDomain), host)) &&
      isExportedTo({ ...rest, spec, namespace }, played.caller.namespace)
    )
  })
}

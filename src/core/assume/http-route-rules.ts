import { viewHttpRouteRule } from '../resources/index.ts'
import type { HttpRouteResource, HttpRule, Resource, VirtualServiceResource } from '../resources/index.ts'

const remembered = new WeakMap<HttpRouteResource, readonly VirtualServiceResource[]>()

/**
 * An HTTPRoute that is attached to Services as VirtualServices, as far as made-up requests need them: one for each
 * parentRef, with the HTTPRoute's own name and key, so that it is called by its rules like any VirtualService.
 */
export function asVirtualServices(
  resource: HttpRouteResource,
  resources: readonly Resource[],
): readonly VirtualServiceResource[] {
  const known = remembered.get(resource)
  if (known) return known
  const parents = resource.spec.parentRefs.filter(({ group, kind }) => group === '' && kind === 'Service')
  const made = parents.map(({ name, namespace = resource.namespace, port }): VirtualServiceResource => {
    const dialled = port === usualPort(name, namespace, resources) ? undefined : port
    return {
      ...resource,
      kind: 'VirtualService',
      spec: {
        hosts: [`${name}.${namespace}.svc.cluster.local`],
        gateways: [],
        exportTo: [],
        http: resource.spec.rules.map(rule => forPort(viewHttpRouteRule(rule, resource.namespace), dialled)),
        tcp: [],
        tls: [],
      },
    }
  })
  remembered.set(resource, made)
  return made
}

/** The same for an HTTPRoute that is attached to a Gateway. */
export function routeAsVirtualService(resource: HttpRouteResource, hosts: readonly string[]): VirtualServiceResource {
  const http = resource.spec.rules.map(rule => viewHttpRouteRule(rule, resource.namespace))
  return { ...resource, kind: 'VirtualService', spec: { hosts, gateways: [], exportTo: [], http, tcp: [], tls: [] } }
}

/** The port that requests go to by themselves; undefined also where the text has no such Service. */
function usualPort(name: string, namespace: string, resources: readonly Resource[]): number | undefined {
  const service = resources.find(each => each.kind === 'Service' && each.name === name && each.namespace === namespace)
  if (service?.kind !== 'Service') return undefined
  const { ports } = service.spec
  return (ports.find(port => /^(http|grpc)/.test(port.appProtocol ?? port.name)) ?? ports[0])?.number
}

/** A rule of a port that is not the usual one: requests to it dial that port. */
function forPort(rule: HttpRule, port: number | undefined): HttpRule {
  return port === undefined ? rule : { ...rule, match: rule.match.map(match => ({ ...match, port })) }
}

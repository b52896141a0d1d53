import { below } from '../../base/origin.ts'
import { convertRoutes, resolveGatewayName } from '../../compile/index.ts'
import type { GatewayResource, KubernetesGatewayResource, Resource } from '../../resources/index.ts'
import { nodeOf } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Gateways to which no route is bound; what is bound in vain is told where it is written. */
export const checkUnboundGateway: Rule = ({ mesh, parsed, resources }) => {
  const named = new Set(
    mesh.virtualServices.flatMap(({ namespace, spec }) =>
      spec.gateways.map(name => resolveGatewayName(name, namespace)),
    ),
  )
  const istio = mesh.gateways.filter(gateway => !named.has(keyOf(gateway)) && wantsRoutes(gateway))
  const others = mesh.kubernetesGateways.filter(
    gateway => gateway.spec.gatewayClassName === 'istio' && !resources.some(each => mayName(parsed, each, gateway)),
  )
  const bound = new Set(convertRoutes(mesh).gatewayRoutes.flatMap(({ gateways }) => gateways))
  const unbound = others.filter(gateway => {
    const isOwn = (name: string): boolean => name === keyOf(gateway) || name.startsWith(`${keyOf(gateway)}~`)
    return ![...bound, ...named].some(isOwn)
  })
  return [...istio, ...unbound].map(({ name, origin }) =>
    say(
      MESSAGES.nothingBound,
      { gateway: name },
      {
        detail: 'Nothing that arrives is sent anywhere: HTTP requests are answered 404 NR.',
        origin: below(origin, 'metadata', 'name'),
      },
    ),
  )
}

const keyOf = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  `${namespace}/${name}`

/** Servers that pass connections on by their server name, or send all on to https, need no routes. */
function wantsRoutes({ spec }: GatewayResource): boolean {
  return spec.servers.some(({ tls }) => tls?.mode !== 'AUTO_PASSTHROUGH' && !tls?.httpsRedirect)
}

/** What an HTTPRoute names is told of by itself; other routes of the Gateway API are not looked into. */
function mayName(parsed: ParsedText, resource: Resource, gateway: KubernetesGatewayResource): boolean {
  if (resource.kind === 'HTTPRoute') {
    return resource.spec.parentRefs.some(
      ({ name, namespace = resource.namespace }) => name === gateway.name && namespace === gateway.namespace,
    )
  }
  if (resource.kind !== 'Other' || !OTHER_ROUTES.has(resource.spec.otherKind)) return false
  const parents = nodeOf(parsed, below(resource.origin, 'spec', 'parentRefs'))
  if (parents?.kind !== 'list') return false
  return parents.items.some((_, i) => {
    const name = nodeOf(parsed, below(resource.origin, 'spec', 'parentRefs', i, 'name'))
    return name?.kind === 'scalar' && name.value === gateway.name
  })
}

const OTHER_ROUTES: ReadonlySet<string> = new Set(['TCPRoute', 'TLSRoute', 'UDPRoute', 'GRPCRoute'])

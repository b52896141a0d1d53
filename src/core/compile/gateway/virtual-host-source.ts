import type { GatewayServerRef, VirtualHostSource } from '../../envoy/index.ts'
import { namedRules } from '../bound-virtual-service.ts'
import type { GatewayRoutes } from './gateway-server.ts'
import type { MergedServer } from './merge-servers.ts'

/** A server as a trace names it. */
export function serverRef({ server, gateway }: MergedServer): GatewayServerRef {
  return { gateway: gateway.key, kind: gateway.kind, hosts: server.hosts, origin: server.origin }
}

/** The VirtualService that a virtual host is made of, with the others that are merged into it. */
export function sourceOf(from: readonly GatewayRoutes[]): VirtualHostSource | undefined {
  const sources = from.map(({ bound }): VirtualHostSource => {
    const { resource } = bound
    return (
      bound.source ?? {
        kind: 'VirtualService',
        name: resource.name,
        rules: namedRules(bound),
      }
    )
  })
  const [first, ...others] = sources
  if (!first || others.length === 0) return first
  return {
    ...first,
    rules: sources.flatMap(({ kind, name, rules }, i) =>
      i === 0 || kind === 'HTTPRoute' ? rules : rules.map(rule => ({ of: name, ...rule })),
    ),
    merged: from.slice(1).map(({ bound }, i) => ({
      kind: others[i]?.kind ?? 'VirtualService',
      name: others[i]?.name ?? bound.resource.name,
      origin: bound.resource.origin,
    })),
  }
}

import { below } from '../../base/origin.ts'
import type { GatewayResource } from '../../resources/index.ts'
import type { BoundGateway } from './gateway-server.ts'

/** An Istio Gateway with its hosts' namespaces resolved. */
export function toBoundGateway(resource: GatewayResource): BoundGateway {
  const { name, namespace, spec } = resource
  return {
    key: `${namespace}/${name}`,
    name,
    namespace,
    kind: 'Gateway',
    creationTimestamp: resource.creationTimestamp,
    servedBy: { kind: 'selector', labels: spec.selector },
    servers: spec.servers.map((server, i) => ({
      name: server.name,
      hosts: resolveServerHosts(server.hosts, namespace),
      port: server.port,
      bind: server.bind,
      tls: server.tls && { mode: server.tls.mode, httpsRedirect: server.tls.httpsRedirect },
      origin: below(resource.origin, 'spec', 'servers', i),
    })),
    origin: resource.origin,
  }
}

/**
 * `./host` means the Gateway's own namespace, any namespace's host is just the host, and every host of every namespace is
 * the one entry `*`. Istio, sanitizeServerHostNamespace [A20].
 */
export function resolveServerHosts(hosts: readonly string[], namespace: string): readonly string[] {
  if (hosts.includes('*/*')) return ['*']
  return hosts.map(host => {
    const slash = host.indexOf('/')
    if (slash < 0) return host
    const [of, name] = [host.slice(0, slash), host.slice(slash + 1)]
    return of === '.' ? `${namespace}/${name}` : of === '*' ? name : host
  })
}

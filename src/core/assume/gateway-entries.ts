import { hasLabels, isCoveredBy } from '../mesh/index.ts'
import type {
  GatewayResource,
  GatewayServer,
  Labels,
  PodResource,
  Resource,
  VirtualServiceResource,
  WorkloadResource,
} from '../resources/index.ts'
import { isWorkload, podLabelsOf } from './assume-services.ts'
import type { UsualPort } from './assume-traffic.ts'

/** A way in from outside: a port of a gateway, and what is bound there. */
export interface GatewayEntry {
  /** Whose pods serve it. */
  readonly workloads: readonly (WorkloadResource | PodResource)[]
  readonly port: UsualPort
  /** The VirtualService, or what stands for an HTTPRoute; undefined: nothing is bound to any port of this gateway. */
  readonly target: VirtualServiceResource | undefined
  /** Hosts that both have. */
  readonly hosts: readonly string[]
  /** Whether a rule for these gateways (empty: for all) counts here. */
  readonly isMeant: (names: readonly string[]) => boolean
}

/** All ways in through Istio Gateways, in the order of the text. */
export function findEntries(resources: readonly Resource[]): readonly GatewayEntry[] {
  const gateways = resources.filter((resource): resource is GatewayResource => resource.kind === 'Gateway')
  if (gateways.length === 0) return []
  const bound = resources.flatMap(target => {
    if (target.kind !== 'VirtualService') return []
    const names = new Set(target.spec.gateways.map(name => gatewayKey(name, target.namespace)))
    return gateways.flatMap(gateway => {
      const own = `${gateway.namespace}/${gateway.name}`
      if (!names.has(own)) return []
      const isMeant = (gateways: readonly string[]) =>
        gateways.length === 0 || gateways.some(name => gatewayKey(name, target.namespace) === own)
      return gateway.spec.servers.flatMap(server => {
        const hosts = target.spec.hosts.flatMap(host => commonHost(host, server, target, gateway) ?? [])
        return hosts.length > 0 ? [{ gateway, ...entryAt(gateway, server, resources), target, hosts, isMeant }] : []
      })
    })
  })
  const taken = new Set(bound.map(({ gateway }) => gateway))
  const unbound = gateways.filter(gateway => !taken.has(gateway))
  return [
    ...bound,
    ...unbound.flatMap(gateway =>
      gateway.spec.servers.map(server => ({
        ...entryAt(gateway, server, resources),
        target: undefined,
        hosts: server.hosts.map(host => host.slice(host.indexOf('/') + 1)),
        isMeant: () => true,
      })),
    ),
  ]
}

function entryAt(gateway: GatewayResource, { tls, port }: GatewayServer, resources: readonly Resource[]) {
  const scheme = tls && /^(https|tls)$/i.test(port.protocol) ? 'https' : 'http'
  return { workloads: workloadsOf(gateway, resources), port: { number: port.number, scheme } as const }
}

/** Workloads whose pods serve a Gateway. */
export function workloadsOf(
  { spec }: GatewayResource,
  resources: readonly Resource[],
): readonly (WorkloadResource | PodResource)[] {
  return resources.filter(isWorkload).filter(workload => selects(spec.selector, podLabelsOf(workload)))
}

/** A Gateway without a selector is served by every gateway; here that is what usual labels say. */
export function selects(selector: Labels, labels: Labels): boolean {
  return Object.keys(selector).length > 0 ? hasLabels(labels, selector) : (labels['istio'] ?? '').endsWith('gateway')
}

/** `ns/name`. Istio, resolveGatewayName [A3]. */
export function gatewayKey(name: string, namespace: string): string {
  if (name.includes('/')) return name.startsWith('./') ? namespace + name.slice(1) : name
  const [first = '', second] = name.split('.')
  return second === undefined ? `${namespace}/${name}` : `${second}/${first}`
}

/** The narrower of two hosts that overlap [A20]. */
function commonHost(
  host: string,
  server: GatewayServer,
  target: VirtualServiceResource,
  gateway: GatewayResource,
): string | undefined {
  for (const written of server.hosts) {
    const slash = written.indexOf('/')
    const of = slash < 0 ? '*' : written.slice(0, slash)
    if (of !== '*' && (of === '.' ? gateway.namespace : of) !== target.namespace) continue
    const name = written.slice(slash + 1)
    if (isCoveredBy(host, name)) return host
    if (isCoveredBy(name, host)) return name
  }
  return undefined
}

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

/** A way in from outside: a server of a Gateway, and a VirtualService that is bound there. */
export interface GatewayEntry {
  readonly gateway: GatewayResource
  readonly server: GatewayServer
  readonly target: VirtualServiceResource
  /** Hosts that both have. */
  readonly hosts: readonly string[]
}

/** All ways in through Istio Gateways, in the order of the text. */
export function findEntries(resources: readonly Resource[]): readonly GatewayEntry[] {
  const gateways = resources.filter((resource): resource is GatewayResource => resource.kind === 'Gateway')
  if (gateways.length === 0) return []
  return resources.flatMap(target => {
    if (target.kind !== 'VirtualService') return []
    const names = new Set(target.spec.gateways.map(name => gatewayKey(name, target.namespace)))
    return gateways.flatMap(gateway => {
      if (!names.has(`${gateway.namespace}/${gateway.name}`)) return []
      return gateway.spec.servers.flatMap(server => {
        const hosts = target.spec.hosts.flatMap(host => commonHost(host, server, target, gateway) ?? [])
        return hosts.length > 0 ? [{ gateway, server, target, hosts }] : []
      })
    })
  })
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

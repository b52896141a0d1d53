import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import { resolveHost } from '../mesh/index.ts'
import type { DestinationRuleResource, HttpRule, Resource, VirtualServiceResource } from '../resources/index.ts'

const MESH = 'mesh'
const SERVICE_HOST = /^([a-z](?:[-a-z0-9]*[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.svc\.cluster\.local$/

export interface ServiceName {
  readonly name: string
  readonly namespace: string
}

/** The Service that a host names as a resource of `namespace` means it; undefined where it names none [A1]. */
export function toServiceName(host: string, namespace: string): ServiceName | undefined {
  const match = SERVICE_HOST.exec(resolveHost(host, namespace, 'cluster.local'))
  return match?.[1] !== undefined && match[2] !== undefined && host === host.toLowerCase()
    ? { name: match[1], namespace: match[2] }
    : undefined
}

export const serviceKey = ({ name, namespace }: ServiceName): string => `${namespace}/${name}`

/** VirtualServices that sidecars use: bound to `mesh`, with hosts, and seen by somebody [A8]. */
export function meshVirtualServices(resources: readonly Resource[]): readonly VirtualServiceResource[] {
  return resources.filter(
    (resource): resource is VirtualServiceResource =>
      resource.kind === 'VirtualService' &&
      resource.spec.hosts.length > 0 &&
      !resource.spec.exportTo.includes('~') &&
      (resource.spec.gateways.length === 0 || resource.spec.gateways.includes(MESH)),
  )
}

/** Rules' matches that a sidecar's requests can meet: those for gateways only are left out. */
export const appliesToMesh = (gateways: readonly string[]): boolean => gateways.length === 0 || gateways.includes(MESH)

/** Where a namespace's callers see a VirtualService: its own, or the first it is exported to [A10]. */
export function callerNamespace({ namespace, spec }: VirtualServiceResource): string {
  const { exportTo } = spec
  const isLocal = exportTo.length === 0 || exportTo.some(to => to === '*' || to === '.' || to === namespace)
  return isLocal ? namespace : (exportTo[0] ?? namespace)
}

export interface Mention {
  readonly service: ServiceName
  readonly port: number | undefined
  readonly role: 'host' | 'destination' | 'rule'
  readonly origin: Origin
}

const remembered = new WeakMap<Resource, readonly Mention[]>()

/** Every Service that VirtualServices and DestinationRules name, in the order of the text. */
export function findMentions(resources: readonly Resource[]): readonly Mention[] {
  return resources.flatMap(resource => {
    if (resource.kind !== 'VirtualService' && resource.kind !== 'DestinationRule') return []
    const known = remembered.get(resource) ?? mentionsOf(resource)
    remembered.set(resource, known)
    return known
  })
}

function mentionsOf(resource: VirtualServiceResource | DestinationRuleResource): readonly Mention[] {
  const mentions: Mention[] = []
  const { namespace, origin } = resource
  const mention = (
    host: string,
    namespace: string,
    role: Mention['role'],
    origin: Origin,
    ports: readonly (number | undefined)[] = [],
  ): void => {
    const service = toServiceName(host, namespace)
    if (!service) return
    for (const port of ports.length > 0 ? ports : [undefined]) mentions.push({ service, port, role, origin })
  }
  if (resource.kind === 'DestinationRule') {
    const ports = resource.spec.trafficPolicy?.portLevelSettings.map(({ port }) => port)
    mention(resource.spec.host, namespace, 'rule', below(origin, 'spec', 'host'), ports)
    return mentions
  }
  const isBound = meshVirtualServices([resource]).length > 0
  const ports = resource.spec.http.flatMap(rule => rule.match.map(match => match.port))
  resource.spec.hosts.forEach((host, i) => {
    if (isBound) mention(host, namespace, 'host', below(origin, 'spec', 'hosts', i), ports)
  })
  resource.spec.http.forEach((rule, i) => {
    for (const { host, port, path } of destinationsOf(rule)) {
      mention(host, namespace, 'destination', below(origin, 'spec', 'http', i, ...path), [port])
    }
  })
  return mentions
}

function destinationsOf(rule: HttpRule) {
  return [
    ...rule.route.map(({ destination }, i) => ({ ...destination, path: ['route', i, 'destination', 'host'] })),
    ...rule.mirrors.map(({ destination, path }) => ({ ...destination, path: [...path, 'host'] })),
  ]
}

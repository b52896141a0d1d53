import { below } from '../base/origin.ts'
import type { Origin, Path } from '../base/origin.ts'
import { resolveHost } from '../mesh/index.ts'
import type {
  BackendRef,
  DestinationRuleResource,
  HttpRouteResource,
  HttpRule,
  ParentRef,
  Resource,
  ServiceEntryResource,
  VirtualServiceResource,
} from '../resources/index.ts'
import { asVirtualServices } from './http-route-rules.ts'

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

/**
 * VirtualServices that sidecars use: bound to `mesh`, with hosts, and seen by somebody [A8]; and what stands for HTTPRoutes
 * attached to Services.
 */
export function meshVirtualServices(resources: readonly Resource[]): readonly VirtualServiceResource[] {
  return resources.flatMap(resource => {
    if (resource.kind === 'HTTPRoute') return asVirtualServices(resource, resources)
    return resource.kind === 'VirtualService' && isForMesh(resource) ? resource : []
  })
}

const isForMesh = ({ spec }: VirtualServiceResource): boolean =>
  spec.hosts.length > 0 && !spec.exportTo.includes('~') && (spec.gateways.length === 0 || spec.gateways.includes(MESH))

/** Rules' matches that a sidecar's requests can meet: those for gateways only are left out. */
export const appliesToMesh = (gateways: readonly string[]): boolean => gateways.length === 0 || gateways.includes(MESH)

/** Where a namespace's callers see a VirtualService or a ServiceEntry: its own, or the first it is exported to [A10]. */
export function callerNamespace({ namespace, spec }: VirtualServiceResource | ServiceEntryResource): string {
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

/** Every Service that VirtualServices, HTTPRoutes and DestinationRules name, in the order of the text. */
export function findMentions(resources: readonly Resource[]): readonly Mention[] {
  return resources.flatMap(resource => {
    if (!isNaming(resource)) return []
    const known = remembered.get(resource) ?? mentionsOf(resource)
    remembered.set(resource, known)
    return known
  })
}

type Naming = VirtualServiceResource | DestinationRuleResource | HttpRouteResource

const isNaming = (resource: Resource): resource is Naming =>
  resource.kind === 'VirtualService' || resource.kind === 'DestinationRule' || resource.kind === 'HTTPRoute'

function mentionsOf(resource: Naming): readonly Mention[] {
  if (resource.kind === 'HTTPRoute') return mentionsOfRoute(resource)
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
  const isBound = isForMesh(resource)
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

/** Parents are hosts, backends and mirrors destinations. */
function mentionsOfRoute({ namespace, origin, spec }: HttpRouteResource): readonly Mention[] {
  const mention = (ref: ParentRef | BackendRef, role: Mention['role'], ...path: Path): readonly Mention[] => {
    if (ref.group !== '' || ref.kind !== 'Service' || ref.name.includes('.')) return []
    const service = { name: ref.name, namespace: ref.namespace ?? namespace }
    return [{ service, port: ref.port, role, origin: below(origin, 'spec', ...path) }]
  }
  return [
    ...spec.parentRefs.flatMap((ref, i) => mention(ref, 'host', 'parentRefs', i)),
    ...spec.rules.flatMap(({ backendRefs, filters }, i) => [
      ...backendRefs.flatMap((ref, j) => mention(ref, 'destination', 'rules', i, 'backendRefs', j)),
      ...filters.flatMap(({ requestMirror }, j) =>
        requestMirror
          ? mention(requestMirror.backendRef, 'destination', 'rules', i, 'filters', j, 'requestMirror')
          : [],
      ),
    ]),
  ]
}

function destinationsOf(rule: HttpRule) {
  return [
    ...rule.route.map(({ destination }, i) => ({ ...destination, path: ['route', i, 'destination', 'host'] })),
    ...rule.mirrors.map(({ destination, path }) => ({ ...destination, path: [...path, 'host'] })),
  ]
}

import { below } from '../../base/origin.ts'
import { toHostname } from '../../base/ids.ts'
import type { Hostname } from '../../base/ids.ts'
import type { Origin } from '../../base/origin.ts'
import { compareText, isCoveredBy, isWildcard } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { HttpRouteResource, ParentRef } from '../../resources/index.ts'
import type { ListenerParent } from './listeners.ts'

const GATEWAY_GROUP = 'gateway.networking.k8s.io'

/** One thing that an HTTPRoute is attached to, and for which hosts. */
export interface Attachment {
  /** Attachments of several HTTPRoutes with one key and host are merged. */
  readonly key: string
  readonly hosts: readonly Hostname[]
  /** The mesh: callers, for a port or all. A gateway: those that come in by the listener. */
  readonly parent:
    | { readonly kind: 'mesh'; readonly port: number | undefined }
    | { readonly kind: 'gateway'; readonly gateway: string }
}

/** Why a parentRef attaches to nothing. */
export interface Refusal {
  readonly because: string
  readonly origin: Origin
}

export interface Attachments {
  readonly accepted: readonly Attachment[]
  readonly refused: readonly Refusal[]
}

/**
 * What an HTTPRoute is attached to, in the order in which istiod visits it: Services and ServiceEntries for callers in the
 * mesh, listeners of Gateways for what comes from outside. Istio, extractParentReferenceInfo, referenceAllowed.
 */
export function findAttachments(
  resource: HttpRouteResource,
  mesh: Mesh,
  listeners: ReadonlyMap<string, readonly ListenerParent[]>,
): Attachments {
  const refused: Refusal[] = []
  const refs = resource.spec.parentRefs
    .map((ref, i) => ({ ref, origin: below(resource.origin, 'spec', 'parentRefs', i) }))
    .sort((a, b) => compareText(textOf(a.ref, resource.namespace), textOf(b.ref, resource.namespace)))
  const accepted = refs.flatMap(({ ref, origin }): readonly Attachment[] => {
    const refuse = (because: string): readonly [] => {
      refused.push({ because, origin })
      return []
    }
    const namespace = ref.namespace ?? resource.namespace
    switch (`${ref.group}/${ref.kind}`) {
      case '/Service':
      case 'networking.istio.io/ServiceEntry': {
        const hosts = meshHosts(ref, namespace, mesh)
        if (!hosts) return refuse(`${ref.kind} ${ref.name} does not exist in namespace ${namespace}`)
        const key = ref.port === undefined ? resource.namespace : `${resource.namespace}/${String(ref.port)}`
        return [{ key, hosts, parent: { kind: 'mesh', port: ref.port } }]
      }
      case `${GATEWAY_GROUP}/Gateway`: {
        const own = listeners.get(`${namespace}/${ref.name}`)
        if (!own) return refuse(`namespace ${namespace} has no Gateway ${ref.name} that Istio takes care of`)
        const found = own.map(listener => attachToListener(resource, ref, listener, own))
        const attached = found.filter(result => typeof result !== 'string')
        return attached.length > 0
          ? attached
          : refuse(found.find(result => typeof result === 'string') ?? 'the Gateway has no listener')
      }
      default:
        return refuse(`istiod attaches no routes to ${ref.kind} of group ${ref.group || 'core'}`)
    }
  })
  return { accepted: [...accepted].sort((a, b) => compareText(gatewayOf(a), gatewayOf(b))), refused }
}

const gatewayOf = ({ parent }: Attachment): string => (parent.kind === 'mesh' ? 'mesh' : parent.gateway)

/** Istio, parentRefString. */
function textOf(ref: ParentRef, namespace: string): string {
  const port = String(ref.port ?? 0)
  return `${ref.group}/${ref.kind}/${ref.name}/${ref.sectionName ?? ''}/${port}.${ref.namespace ?? namespace}`
}

function meshHosts(ref: ParentRef, namespace: string, mesh: Mesh): readonly Hostname[] | undefined {
  if (ref.kind === 'Service') {
    const service = mesh.services.get(toHostname(`${ref.name}.${namespace}.svc.${mesh.settings.clusterDomain}`))
    return service?.registry === 'Kubernetes' ? [service.hostname] : undefined
  }
  const entries = [...mesh.services.values(), ...mesh.sameHostServices].filter(
    service => service.registry === 'ServiceEntry' && service.name === ref.name && service.namespace === namespace,
  )
  return entries.length > 0 ? entries.map(({ hostname }) => hostname) : undefined
}

/** The listener that a parentRef means, if it takes the route; else why it does not. */
function attachToListener(
  resource: HttpRouteResource,
  ref: ParentRef,
  listener: ListenerParent,
  all: readonly ListenerParent[],
): Attachment | string {
  if (ref.port !== undefined && ref.port !== listener.port)
    return `the Gateway has no listener on port ${String(ref.port)}`
  if (ref.sectionName !== undefined && ref.sectionName !== listener.name) {
    return `the Gateway has no listener ${ref.sectionName}`
  }
  const routeHosts = resource.spec.hostnames.length > 0 ? resource.spec.hostnames : ['*']
  const fitting = listener.hosts.filter(({ hostname }) => routeHosts.some(host => haveNamesInCommon(hostname, host)))
  if (fitting.length === 0) return `its hostnames have none in common with ${listener.hostname ?? '*'}`
  if (!fitting.some(({ namespace }) => namespace === '*' || namespace === resource.namespace)) {
    return `listener ${listener.name} allows no routes from namespace ${resource.namespace}`
  }
  if (!listener.allowsHttpRoutes) return `listener ${listener.name} takes no HTTPRoutes`
  const hosts = routeHosts.filter(host => isNotOthers(host, listener, all))
  return { key: listener.gateway, hosts: hosts as Hostname[], parent: { kind: 'gateway', gateway: listener.gateway } }
}

/** Istio, host.Name.Matches. */
const haveNamesInCommon = (a: string, b: string): boolean => isCoveredBy(a, b) || isCoveredBy(b, a)

/**
 * Whether a host of a route is this listener's, and not one that a more exact listener on the same port takes.
 * Istio, hostnameAllowedByIsolation.
 */
function isNotOthers(host: string, listener: ListenerParent, all: readonly ListenerParent[]): boolean {
  const own = listener.hostname ?? ''
  if (own !== '' && !isWildcard(own)) return true
  if (own !== '' && !haveNamesInCommon(host, own)) return false
  return all.every(other => {
    const theirs = other.hostname ?? ''
    if (other === listener || other.port !== listener.port || other.protocol !== listener.protocol) return true
    if (theirs === own || own.length > theirs.length) return true
    return !isCoveredBy(host, theirs)
  })
}

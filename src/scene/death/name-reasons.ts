import { toHostname } from '../../core/base/ids.ts'
import { clusterParts, shortHost } from '../names.ts'
import { namespaceOf } from './death.ts'
import type { CauseLink, Death } from './death.ts'

/** Nothing has the name that was asked for. */
export function nameReasons({ request, world, proxy }: Death): readonly CauseLink[] {
  const [name = '', namespace = namespaceOf(proxy)] = request.dialHost.split('.')
  const near = [...world.mesh.services.values()].find(service => service.name === name)
  if (!near) return []
  return [
    {
      title: `Service ${near.name} is in namespace ${near.namespace}, not in ${namespace}`,
      detail: `from here it is called ${near.name}.${near.namespace}`,
      origin: near.origin,
    },
  ]
}

/** What keeps the host from this proxy, where something does. */
export function hiddenReasons(death: Death): readonly CauseLink[] {
  const { world, proxy, request } = death
  const links = hiddenLinks(death, 'Service', request.dialHost)
  if (links.length > 0) return links
  const entries = hiddenLinks(death, 'ServiceEntry', request.dialHost)
  if (entries.length > 0 || death.cause !== 'refused-passthrough') return entries
  const known = [...world.mesh.services.values()].some(({ hostname }) => hostname === request.dialHost)
  if (known) return []
  const host = shortHost(request.dialHost, namespaceOf(proxy))
  return [
    {
      title: `No Service or ServiceEntry is for ${host}`,
      detail: 'under REGISTRY_ONLY a proxy lets nothing else out',
      origin: undefined,
    },
  ]
}

/** What of a kind this proxy does not see, of the host that was asked for. */
export function hiddenLinks(
  { world, proxy, decision }: Death,
  kind: 'Service' | 'ServiceEntry' | 'DestinationRule',
  host: string = clusterParts(decision.leg?.cluster ?? decision.cluster)?.host ?? '',
): readonly CauseLink[] {
  const [name = '', namespace = namespaceOf(proxy)] = host.split('.')
  return world
    .hiddenFrom(proxy)
    .filter(({ resource }) => {
      if (resource.kind !== kind) return false
      if (kind === 'Service') return resource.name === name && resource.namespace === namespace
      if (kind === 'ServiceEntry') return resource.origin.documentId === documentOfEntry(world, host)
      const rule = world.mesh.destinationRules.find(each => each.origin === resource.origin)
      const [of = '', where = resource.namespace] = (rule?.spec.host ?? '').split('.')
      return of === name && where === namespace
    })
    .map(({ resource, because, origin }) => ({
      title: `${kind} ${resource.name} is not for this proxy`,
      detail: because,
      origin,
    }))
}

const documentOfEntry = ({ mesh }: Death['world'], host: string) =>
  mesh.services.get(toHostname(host.toLowerCase()))?.origin.documentId

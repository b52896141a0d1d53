import { below } from '../../base/origin.ts'
import { resolveHost } from '../../mesh/index.ts'
import type { VirtualServiceResource } from '../../resources/index.ts'
import { isForMesh } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Istio, virtualservice.ConflictingMeshGatewayHostsAnalyzer [H67], for those that everybody sees; the oldest counts [A13]. */
export const checkConflictingHosts: Rule = ({ mesh }) => {
  const claims = new Map<string, { readonly resource: VirtualServiceResource; readonly index: number }[]>()
  for (const resource of mesh.virtualServices.filter(each => isForMesh(each) && isPublic(each))) {
    resource.spec.hosts.forEach((host, index) => {
      const hostname = resolveHost(host, resource.namespace, mesh.settings.clusterDomain)
      const known = claims.get(hostname)
      if (known?.every(claim => claim.resource !== resource)) known.push({ resource, index })
      else if (!known) claims.set(hostname, [{ resource, index }])
    })
  }
  return [...claims].flatMap(([hostname, claimants]) => {
    const [first] = claimants
    if (!first || claimants.length < 2) return []
    return claimants.map(({ resource, index }) => {
      const others = claimants.filter(other => other.resource !== resource).map(other => nameOf(other.resource))
      const what =
        resource === first.resource ? 'This one counts, as it is the oldest.' : `${nameOf(first.resource)} counts.`
      const host = resource.spec.hosts[index] ?? hostname
      const detail = `${others.join(', ')} ${others.length === 1 ? 'names' : 'name'} it too, and they are not merged. ${what}`
      return say(
        MESSAGES.conflictingHosts,
        { host },
        { detail, origin: below(resource.origin, 'spec', 'hosts', index) },
      )
    })
  })
}

const nameOf = ({ namespace, name }: VirtualServiceResource): string => `${namespace}/${name}`

const isPublic = ({ spec }: VirtualServiceResource): boolean =>
  spec.exportTo.length === 0 || spec.exportTo.includes('*')

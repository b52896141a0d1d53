import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Hostname } from '../../base/ids.ts'
import { below } from '../../base/origin.ts'
import { overlaps, resolveHost } from '../../mesh/index.ts'
import type { VirtualServiceResource } from '../../resources/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { isForMesh } from '../facts.ts'
import { mergeInto } from '../fixes/merge-virtual-services.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

interface Claim {
  readonly resource: VirtualServiceResource
  readonly index: number
  readonly hostname: Hostname
}

const EVERYWHERE = '*'

/**
 * VirtualServices for one host that the same callers see: all of them, or those of a namespace. There public ones of a host
 * that overlaps count too. Istio, virtualservice.ConflictingMeshGatewayHostsAnalyzer [H67]; which one counts [A9][A13].
 */
export const checkConflictingHosts: Rule = ({ mesh, parsed }) => {
  const scopes = new Map<string, Map<Hostname, Claim[]>>()
  for (const resource of mesh.virtualServices.filter(isForMesh)) {
    for (const scope of scopesOf(resource)) {
      const hosts = scopes.get(scope) ?? new Map<Hostname, Claim[]>()
      scopes.set(scope, hosts)
      resource.spec.hosts.forEach((host, index) => {
        const hostname = resolveHost(host, resource.namespace, mesh.settings.clusterDomain)
        const known = hosts.get(hostname) ?? []
        if (known.every(claim => claim.resource !== resource))
          hosts.set(hostname, [...known, { resource, index, hostname }])
      })
    }
  }
  const reported = new Set<VirtualServiceResource>()
  return [...scopes].flatMap(([scope, hosts]) =>
    [...hosts].flatMap(([hostname, own]) => {
      const everywhere = scope === EVERYWHERE ? [] : overlapping(scopes.get(EVERYWHERE), hostname)
      const claims = [...own, ...everywhere.filter(claim => own.every(({ resource }) => resource !== claim.resource))]
      return claims.length < 2 ? [] : report(parsed, scope, hostname, claims, reported)
    }),
  )
}

/** Namespaces whose callers see it; a star: all. */
function scopesOf({ namespace, spec: { exportTo } }: VirtualServiceResource): ReadonlySet<string> {
  if (exportTo.length === 0 || exportTo.includes(EVERYWHERE)) return new Set([EVERYWHERE])
  return new Set(exportTo.map(each => (each === '.' ? namespace : each)).filter(each => each !== '~'))
}

function overlapping(hosts: ReadonlyMap<Hostname, readonly Claim[]> | undefined, hostname: Hostname): readonly Claim[] {
  return [...(hosts ?? [])].flatMap(([other, claims]) => (overlaps(hostname, other) ? claims : []))
}

/** Each VirtualService once, however many hosts it has in common with others. */
function report(
  parsed: ParsedText,
  scope: string,
  hostname: Hostname,
  claims: readonly Claim[],
  reported: Set<VirtualServiceResource>,
): readonly Diagnostic[] {
  const same = claims.filter(claim => claim.hostname === hostname)
  const first = (same.find(({ resource }) => resource.namespace === scope) ?? same[0])?.resource
  const where = scope === EVERYWHERE ? '' : `For callers in ${scope} `
  const [other, third] = claims.filter(({ resource }) => resource !== first)
  const fix = first && other && !third ? mergeInto(parsed, first, other.resource) : undefined
  return claims.flatMap(({ resource, index }) => {
    if (reported.has(resource)) return []
    reported.add(resource)
    const others = [
      ...new Set(claims.filter(other => other.resource !== resource).map(other => nameOf(other.resource))),
    ]
    const counts =
      resource === first
        ? scope === EVERYWHERE
          ? 'This one counts, as it is the oldest.'
          : `${where}this one counts.`
        : `${where}${first ? nameOf(first) : ''} counts.`
    const detail = `${others.join(', ')} ${others.length === 1 ? 'names' : 'name'} it too, and they are not merged. ${counts}`
    const host = resource.spec.hosts[index] ?? hostname
    const origin = below(resource.origin, 'spec', 'hosts', index)
    return say(MESSAGES.conflictingHosts, { host }, { detail, origin, fix })
  })
}

const nameOf = ({ namespace, name }: VirtualServiceResource): string => `${namespace}/${name}`

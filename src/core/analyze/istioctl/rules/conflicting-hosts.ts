import { isWildcard, overlaps } from '../../../mesh/index.ts'
import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import { scopesOf, toFullHost } from '../hosts.ts'

const EVERYWHERE = '*'

/**
 * VirtualServices in the mesh for one host: hosts of one scope that are the same text, and public ones that overlap with a
 * private one. Istio, virtualservice.ConflictingMeshGatewayHostsAnalyzer.
 */
export const checkConflictingHosts: IstioctlRule = ({ cluster }) => {
  const scopes = new Map<string, Map<string, PlacedItem[]>>()
  for (const item of cluster.items('VirtualService').filter(isInMesh)) {
    for (const scope of scopesOf(item.spec.strings('exportTo'), item.namespace)) {
      const hosts = scopes.get(scope) ?? new Map<string, PlacedItem[]>()
      scopes.set(scope, hosts)
      for (const host of item.spec.strings('hosts')) {
        const full = toFullHost(host, item.namespace)
        hosts.set(full, [...(hosts.get(full) ?? []), item])
      }
    }
  }
  const publicHosts = scopes.get(EVERYWHERE) ?? new Map<string, PlacedItem[]>()
  const publicWildcards = [...publicHosts].filter(([host]) => isWildcard(host))
  const overlapping = (host: string): readonly PlacedItem[] =>
    isWildcard(host)
      ? [...publicHosts].flatMap(([other, items]) => (overlaps(host, other) ? items : []))
      : [
          ...(publicHosts.get(host) ?? []),
          ...publicWildcards.flatMap(([other, items]) => (overlaps(host, other) ? items : [])),
        ]
  const reported = new Set<PlacedItem>()
  return [...scopes].flatMap(([scope, hosts]) =>
    [...hosts].flatMap(([host, own]) => {
      const all = scope === EVERYWHERE ? own : [...own, ...overlapping(host)]
      return all.length < 2 ? [] : report(all, host, scope, reported)
    }),
  )
}

const isInMesh = ({ spec }: PlacedItem): boolean => {
  const gateways = spec.strings('gateways')
  return gateways.length === 0 || gateways.includes('mesh')
}

function report(
  all: readonly PlacedItem[],
  host: string,
  scope: string,
  reported: Set<PlacedItem>,
): readonly Finding[] {
  const isItself = new Set(all).size === 1
  const values = { names: all.map(fullName).join(', '), host, scope }
  return all.flatMap(about => {
    if (reported.has(about)) return []
    reported.add(about)
    const needless = isItself ? { needless: 'It means its own short and full host, which is one host.' } : {}
    return {
      message: 'conflictingHosts' as const,
      about,
      values,
      line: ['metadata', 'name'],
      at: ['spec', 'hosts'],
      ...needless,
    }
  })
}

import type { ClusterName } from '../../base/ids.ts'
import type { MatchedChain } from '../../envoy/index.ts'
import { isCoveredBy } from '../../mesh/index.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { ConsolidatedRule } from '../consolidated-rule.ts'
import type { MergedServer } from './merge-servers.ts'

/**
 * Mesh traffic from elsewhere, told apart by a server name that is a cluster's: a chain for each port and subset of the
 * services that the server's hosts cover. Istio, builtAutoPassthroughFilterChains.
 */
export function autoPassthroughChains(
  { server }: MergedServer,
  services: Iterable<MeshService>,
  ruleFor: (service: MeshService) => ConsolidatedRule | undefined,
): readonly MatchedChain[] {
  const hosts = server.hosts.map(host => host.slice(host.indexOf('/') + 1))
  return [...services].flatMap(service => {
    if (service.meshExternal || !hosts.some(host => isCoveredBy(service.hostname, host))) return []
    const subsets = ['', ...(ruleFor(service)?.subsets ?? []).map(({ subset }) => subset.name)]
    return service.ports.flatMap(port => {
      if (port.detected === 'UDP') return []
      return subsets.map((subset): MatchedChain => {
        const name = `outbound_.${String(port.number)}_.${subset}_.${service.hostname}`
        return { serverNames: [name], chain: { kind: 'tcp', cluster: name as ClusterName }, origin: server.origin }
      })
    })
  })
}

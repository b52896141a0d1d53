import type { Cluster, EnvoyConfig } from '../../core/envoy/index.ts'
import { managedName } from './managed-by.ts'
import type { ManagedBy } from './managed-by.ts'
import { compareText, originsOf } from './proxy-table.ts'
import type { ProxyRow } from './proxy-table.ts'

/** Clusters by host, subset and port. Istio, istioctl's PrintClusterSummary. */
export function clusterRows(config: EnvoyConfig, managedBy: ManagedBy): readonly ProxyRow[] {
  return sortClusters(config).map(cluster => {
    const { direction, port, subset, host } = keyOf(cluster.name)
    const isService = direction !== ''
    const type = cluster.type === 'DYNAMIC_FORWARD_PROXY' ? 'STATIC' : cluster.type
    const rule = managedName(managedBy(causeOfCluster(cluster, config)))
    return {
      id: cluster.name,
      cells: [host, isService ? String(port) : '-', subset || '-', isService ? direction : '-', type, rule],
      origins: originsOf(cluster.subsetOrigin, cluster.destinationRuleOrigin, cluster.serviceOrigin),
    }
  })
}

export function sortClusters({ clusters }: EnvoyConfig): readonly Cluster[] {
  const keyed = [...clusters.values()].map(cluster => ({ cluster, key: keyOf(cluster.name) }))
  keyed.sort(
    ({ key: a }, { key: b }) =>
      compareText(a.host, b.host) ||
      compareText(a.subset, b.subset) ||
      a.port - b.port ||
      compareText(a.direction, b.direction),
  )
  return keyed.map(({ cluster }) => cluster)
}

/** Istio, model.ParseSubsetKey; a name without parts is a host. */
function keyOf(name: string) {
  const [direction = '', port = '', subset = '', host] = name.split('|')
  if (host === undefined) return { direction: '', port: 0, subset: '', host: name }
  return { direction, port: Number(port), subset, host }
}

/** What istiod names as a cluster's rule: of several for one host the first, whichever has the subset. */
export function causeOfCluster(cluster: Cluster, { clusters }: EnvoyConfig): Cluster['destinationRuleOrigin'] {
  const [direction, port, , host] = cluster.name.split('|')
  const whole = clusters.get([direction, port, '', host].join('|') as Cluster['name'])
  return whole?.destinationRuleOrigin ?? cluster.destinationRuleOrigin
}

import { toHostname } from '../core/base/ids.ts'
import type { Cluster, EnvoyConfig } from '../core/envoy/index.ts'
import type { Mesh } from '../core/mesh/index.ts'
import type { DestinationRuleResource, TrafficPolicy } from '../core/resources/index.ts'
import { limitOf } from './full-limits.ts'
import { subsetsId } from './ids.ts'
import { findElsewhere } from './missing.ts'
import { clusterParts, originKey, shortHost } from './names.ts'
import type { SubsetRow, SubsetsNode } from './stage.ts'

/** A cluster that a leg, a mirror or a TCP connection asks for, and on which line of the rules it is asked for. */
export interface ClusterUse {
  readonly cluster: string
  readonly line: number
}

/** One card per host: the subsets asked for and those declared beside them, rows as the rules first ask for them. */
export function subsetCards(
  config: EnvoyConfig,
  mesh: Mesh,
  namespace: string,
  uses: readonly ClusterUse[],
): readonly SubsetsNode[] {
  const hosts = new Map<string, Set<number>>()
  for (const use of uses) {
    const parts = clusterParts(use.cluster)
    if (!parts) continue
    const ports = hosts.get(parts.host) ?? new Set()
    hosts.set(parts.host, ports.add(parts.port))
  }
  const byHost = clustersByHost(config, hosts)
  const linesOf = linesByCluster(uses)
  const rules = new Map(mesh.destinationRules.map(rule => [originKey(rule.origin), rule]))
  return [...hosts].flatMap(([host, ports]) => {
    const clusters = byHost.get(host) ?? []
    if (clusters.length === 0) return []
    const declared = clusters.filter(cluster => {
      const parts = clusterParts(cluster.name)
      if (!parts || !ports.has(parts.port)) return false
      return parts.subset !== '' || linesOf.has(cluster.name)
    })
    const ruled = clusters.find(cluster => cluster.destinationRuleOrigin)
    const rule = ruled && rules.get(originKey(ruled.destinationRuleOrigin))
    const service = mesh.services.get(toHostname(host))
    return [
      {
        kind: 'subsets' as const,
        id: subsetsId(host),
        title: shortHost(host, namespace),
        resource: rule?.key,
        badges: rule ? hostBadges(rule) : [findElsewhere({ host, subset: '' }, namespace, mesh) ? UNSEEN : NONE],
        rows: byFirstUse(declared, linesOf).map(cluster => subsetRow(cluster, rule, ports.size > 1, service?.selector)),
        origin: rule?.origin ?? clusters[0]?.serviceOrigin,
        assumed: rule ? rule.assumed?.because : service?.assumed?.because,
      },
    ]
  })
}

const NONE = 'no DestinationRule'
/** There are some, in namespaces where this caller does not look. */
const UNSEEN = 'none seen from here'

function hostBadges({ spec: { trafficPolicy } }: DestinationRuleResource): readonly string[] {
  const badges = policyBadges(trafficPolicy)
  if (trafficPolicy?.loadBalancer) return badges
  const first = trafficPolicy ? tlsBadge(trafficPolicy).length : 0
  return [...badges.slice(0, first), 'least request', ...badges.slice(first)]
}

function clustersByHost(config: EnvoyConfig, hosts: ReadonlyMap<string, unknown>): Map<string, Cluster[]> {
  const found = new Map<string, Cluster[]>()
  for (const cluster of config.clusters.values()) {
    const host = clusterParts(cluster.name)?.host
    if (host === undefined || !hosts.has(host)) continue
    const list = found.get(host)
    if (list) list.push(cluster)
    else found.set(host, [cluster])
  }
  return found
}

function linesByCluster(uses: readonly ClusterUse[]): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>()
  for (const { cluster, line } of uses) {
    const known = lines.get(cluster)
    if (known) known.push(line)
    else lines.set(cluster, [line])
  }
  return lines
}

/**
 * As the rules first ask for them, so that a further rule leaves them where they are; those that none asks for last, in the order
 * of the document.
 */
function byFirstUse(clusters: readonly Cluster[], linesOf: ReadonlyMap<string, readonly number[]>): readonly Cluster[] {
  const place = (cluster: Cluster): number => Number(cluster.subsetOrigin?.path.at(-1) ?? -1)
  return clusters
    .map(cluster => ({ cluster, at: Math.min(...(linesOf.get(cluster.name) ?? [])), place: place(cluster) }))
    .sort((a, b) => (a.at === b.at ? a.place - b.place : a.at - b.at))
    .map(entry => entry.cluster)
}

function subsetRow(
  cluster: Cluster,
  rule: DestinationRuleResource | undefined,
  severalPorts: boolean,
  selector: Readonly<Record<string, string>> | undefined,
): SubsetRow {
  const { subset = '', port = 0 } = clusterParts(cluster.name) ?? {}
  const { maxConnections, maxPendingRequests, maxRequests } = cluster.limits
  const isLimited = [maxConnections, maxPendingRequests, maxRequests].some(limit => limitOf(limit) !== undefined)
  const declared = rule?.spec.subsets.find(candidate => candidate.name === subset)
  const hasPods = selector !== undefined && Object.keys(selector).length > 0
  const name = subset !== '' ? subset : hasPods ? 'all pods' : 'all'
  const labels = subset === '' ? selector : declared?.labels
  return {
    id: cluster.name,
    name: severalPorts ? `${name} :${String(port)}` : name,
    selector:
      subset === '' && !hasPods
        ? WITHOUT_PODS[cluster.type]
        : Object.entries(labels ?? {})
            .map(([key, value]) => `${key}=${value}`)
            .join(', '),
    share: 0,
    badges: policyBadges(declared?.trafficPolicy),
    ...(isLimited && { isLimited }),
    tone: 'ok',
    origin: cluster.subsetOrigin ?? cluster.serviceOrigin,
  }
}

/** Where a host's endpoints come from, where no selector finds them. */
const WITHOUT_PODS: Readonly<Record<Cluster['type'], string>> = {
  EDS: 'as listed',
  STATIC: 'as listed',
  STRICT_DNS: 'by DNS',
  LOGICAL_DNS: 'by DNS',
  ORIGINAL_DST: 'as dialled',
  DYNAMIC_FORWARD_PROXY: 'by DNS',
}

/** What is spoken to the pods decides whether anything arrives at all, so it comes before the rest. */
const tlsBadge = ({ tls }: TrafficPolicy): readonly string[] =>
  tls ? [tls.mode === 'ISTIO_MUTUAL' ? 'mTLS' : tls.mode === 'DISABLE' ? 'tls off' : 'tls'] : []

/** `round robin`, `hash cookie`, `pool 10`, `eject 5`, `mTLS`. */
function policyBadges(policy: TrafficPolicy | undefined): readonly string[] {
  if (!policy) return []
  const badges = [...tlsBadge(policy)]
  const { loadBalancer, connectionPool: pool, outlierDetection: outlier } = policy
  if (loadBalancer?.consistentHash) badges.push(`hash ${loadBalancer.consistentHash.key}`)
  else if (loadBalancer?.simple) badges.push(loadBalancer.simple.toLowerCase().replaceAll('_', ' '))
  if (pool?.maxConnections !== undefined) badges.push(`pool ${String(pool.maxConnections)}`)
  if (pool?.http1MaxPendingRequests !== undefined) badges.push(`queue ${String(pool.http1MaxPendingRequests)}`)
  const ejects = outlier?.consecutive5xxErrors ?? outlier?.consecutiveGatewayErrors
  if (outlier) badges.push(`eject ${String(ejects ?? 5)}`)
  return badges
}

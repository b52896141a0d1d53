import type { Origin } from '../core/base/origin.ts'
import { below } from '../core/base/origin.ts'
import type { Cluster } from '../core/envoy/index.ts'
import type { Mesh } from '../core/mesh/index.ts'
import type { TrafficPolicy } from '../core/resources/index.ts'
import type { Decision, Router } from '../core/route/index.ts'
import { clusterParts, originKey } from './names.ts'

const NO_LIMIT = 4294967295

/** What istiod writes where nobody sets a limit counts as none. */
export const limitOf = (limit: number): number | undefined => (limit < NO_LIMIT ? limit : undefined)

/** Limits of a cluster that turn requests away, as the DestinationRule calls them. */
function limitsOf({ limits }: Cluster) {
  const { maxPendingRequests: queue, maxRequests } = limits
  return [
    ...(queue < NO_LIMIT
      ? [{ field: 'http1MaxPendingRequests', size: queue, words: `the queue of ${queue} is full` }]
      : []),
    ...(maxRequests < NO_LIMIT
      ? [{ field: 'http2MaxRequests', size: maxRequests, words: `${maxRequests} requests are under way` }]
      : []),
  ]
}

/** `the queue of 1 is full: http1MaxPendingRequests`; of two limits a request does not say which one turned it away. */
export function fullWords(cluster: Cluster | undefined): string {
  const limits = cluster ? limitsOf(cluster) : []
  const [first] = limits
  if (!first) return 'a limit is reached'
  if (limits.length === 1) return `${first.words}: ${first.field}`
  return `a limit is reached: ${limits.map(({ field, size }) => `${field} ${size}`).join(' or ')}`
}

/** The line of the first of these limits: a subset's own pool, or the one of all; that of its port before the others. */
export function limitOrigin(cluster: Cluster, mesh: Pick<Mesh, 'destinationRules'>): Origin | undefined {
  const key = originKey(cluster.destinationRuleOrigin)
  const rule = cluster.destinationRuleOrigin && mesh.destinationRules.find(each => originKey(each.origin) === key)
  const [limit] = limitsOf(cluster)
  const { subset = '', port = 0 } = clusterParts(cluster.name) ?? {}
  if (!rule || !limit) return undefined
  const index = rule.spec.subsets.findIndex(({ name }) => name === subset)
  const own = rule.spec.subsets[index]?.trafficPolicy
  const place =
    poolPlace(own, port, ['spec', 'subsets', index, 'trafficPolicy']) ??
    poolPlace(rule.spec.trafficPolicy, port, ['spec', 'trafficPolicy'])
  return place && below(rule.origin, ...place, 'http', limit.field)
}

/** Where the limit stands that turned a request away; undefined where something else was its end. */
export function limitThatEnds(
  { cluster: name, details }: Decision,
  router: Router,
  mesh: Pick<Mesh, 'destinationRules'>,
): Origin | undefined {
  const cluster = name === '-' || !details.includes('overflow') ? undefined : router.config.clusters.get(name)
  return cluster && limitOrigin(cluster, mesh)
}

function poolPlace(policy: TrafficPolicy | undefined, port: number, path: Origin['path']): Origin['path'] | undefined {
  const level = policy?.portLevelSettings.findIndex(each => each.port === port) ?? -1
  if (policy?.portLevelSettings[level]?.connectionPool) return [...path, 'portLevelSettings', level, 'connectionPool']
  return policy?.connectionPool && [...path, 'connectionPool']
}

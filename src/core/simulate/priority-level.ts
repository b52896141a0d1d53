import type { Endpoint } from '../envoy/index.ts'
import type { Host } from './host.ts'

/** The hosts of one priority, as the balancer knows them. */
export interface PriorityLevel {
  readonly hosts: readonly Host[]
  /** Of `hosts`, those that take requests. */
  readonly usable: readonly Host[]
  /** `usable` by locality, where localities are weighed; else none. */
  readonly groups: readonly HostGroup[]
  /** The same as endpoints, for tables that are made of them. */
  readonly endpoints: readonly Endpoint[]
  /** Percent of the requests that this level gets. */
  readonly load: number
}

/** The usable hosts of one locality. */
export interface HostGroup {
  readonly usable: readonly Host[]
  readonly share: number
}

/** The lowest priority keeps what this times its healthy share allows. Envoy, overprovisioning_factor. */
const OVERPROVISIONING = 140

/**
 * Sorts hosts into levels and shares requests among them: each takes what its health allows of what those before it leave.
 * Below the panic threshold all hosts of a level are used. Envoy, load_balancer_impl.cc, recalculatePerPriorityState
 * [D18] [D19] [D68].
 */
export function toLevels(hosts: readonly Host[], panicPercent: number): readonly PriorityLevel[] {
  const byPriority = new Map<number, Host[]>()
  for (const host of hosts) {
    const { priority = 0 } = host.endpoint
    const level = byPriority.get(priority)
    if (level) level.push(host)
    else byPriority.set(priority, [host])
  }
  const levels = [...byPriority].sort(([a], [b]) => a - b).map(([, all]) => ({ all, healthy: all.filter(isHealthy) }))
  const health = levels.map(({ all, healthy }) =>
    Math.min(100, Math.floor((OVERPROVISIONING * healthy.length) / all.length)),
  )
  const total = Math.min(
    100,
    health.reduce((sum, one) => sum + one, 0),
  )
  let left = 100
  return levels.map(({ all, healthy }, i) => {
    const load = total === 0 ? (i === 0 ? 100 : 0) : Math.min(left, Math.floor(((health[i] ?? 0) * 100) / total))
    left -= load
    const isPanic = (100 * healthy.length) / all.length < panicPercent
    const usable = isPanic ? all : healthy
    return {
      hosts: all,
      usable,
      groups: toGroups(all, usable),
      endpoints: usable.map(({ endpoint }) => endpoint),
      load,
    }
  })
}

/** A locality keeps its share while enough of it is healthy. Envoy, effectiveLocalityWeight [D67]. */
function toGroups(all: readonly Host[], usable: readonly Host[]): readonly HostGroup[] {
  const localities = new Set(all.flatMap(({ endpoint }) => (endpoint.localityWeight ? (endpoint.locality ?? '') : [])))
  return [...localities].flatMap(locality => {
    const isHere = ({ endpoint }: Host): boolean => (endpoint.locality ?? '') === locality
    const here = all.filter(isHere)
    const share = here[0]?.endpoint.localityWeight ?? 0
    const left = usable.filter(isHere)
    const kept = Math.min(100, Math.floor((OVERPROVISIONING * left.length) / here.length))
    return left.length > 0 ? { usable: left, share: (share * kept) / 100 } : []
  })
}

const isHealthy = ({ endpoint, knownEjected }: Host): boolean => endpoint.healthy && !knownEjected

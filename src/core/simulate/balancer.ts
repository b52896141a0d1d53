import type { Cluster } from '../envoy/index.ts'
import type { Host } from './host.ts'
import type { HostGroup, PriorityLevel } from './priority-level.ts'
import { warmthOf } from './slow-start.ts'
import { createWeightedSchedule } from './weighted-schedule.ts'
import type { WeightedSchedule } from './weighted-schedule.ts'

/** Chooses among the usable hosts of a level; called again for each draw. Not for clusters that hash. */
export interface Balancer {
  draw(level: PriorityLevel, random: () => number): Host | undefined
}

/**
 * ROUND_ROBIN by a counter that goes on whatever becomes of the list; LEAST_REQUEST by two draws, where the second wins with
 * strictly fewer requests in flight; RANDOM knows no weights. Where hosts count differently the first two go by deadlines.
 * Envoy, load_balancer_impl.cc, RoundRobinLoadBalancer, LeastRequestLoadBalancer, RandomLoadBalancer [D60]-[D66].
 */
export function createBalancer(cluster: Cluster, nowMs: () => number, random: () => number): Balancer {
  let turn = Math.floor(random() * 0x10000)
  const schedules = new WeakMap<readonly Host[], WeightedSchedule<Host>>()
  const turnsOfLocalities = new WeakMap<PriorityLevel, WeightedSchedule<HostGroup>>()
  const isRandom = cluster.lbPolicy === 'RANDOM'
  const isRoundRobin = cluster.lbPolicy === 'ROUND_ROBIN'

  function weightOf(host: Host): number {
    const weight = (host.endpoint.weight ?? 1) * warmthOf(cluster, host, nowMs())
    return isRoundRobin ? weight : weight / (host.active + 1)
  }

  /** The hosts of one locality: all of them, unless localities are weighed. */
  function chooseLocality(level: PriorityLevel): readonly Host[] {
    const { groups, usable } = level
    if (groups.length < 2) return groups[0]?.usable ?? usable
    let turns = turnsOfLocalities.get(level)
    if (!turns) {
      const shareOf = ({ share }: HostGroup): number => share
      turnsOfLocalities.set(level, (turns = createWeightedSchedule(groups, shareOf, shareOf, random)))
    }
    return turns.next()?.usable ?? usable
  }

  function scheduleOf(usable: readonly Host[]): WeightedSchedule<Host> {
    const known = schedules.get(usable)
    if (known) return known
    const made = createWeightedSchedule(usable, ({ endpoint }) => endpoint.weight ?? 1, weightOf, random)
    schedules.set(usable, made)
    return made
  }

  return {
    draw(level, dice) {
      const usable = chooseLocality(level)
      if (usable.length < 2) return usable[0]
      if (isRandom) return usable[Math.floor(dice() * usable.length)]
      if (countsDiffer(cluster, usable, nowMs())) return scheduleOf(usable).next()
      if (isRoundRobin) return usable[turn++ % usable.length]
      const first = usable[Math.floor(dice() * usable.length)]
      const second = usable[Math.floor(dice() * usable.length)]
      return first && second && second.active < first.active ? second : first
    },
  }
}

function countsDiffer(cluster: Cluster, hosts: readonly Host[], nowMs: number): boolean {
  const weight = hosts[0]?.endpoint.weight ?? 1
  if (hosts.some(({ endpoint }) => (endpoint.weight ?? 1) !== weight)) return true
  if (!cluster.details?.slowStart) return false
  const warmth = hosts[0] ? warmthOf(cluster, hosts[0], nowMs) : 1
  return hosts.some(host => warmthOf(cluster, host, nowMs) !== warmth)
}

import type { Host } from './host.ts'

/** Whose turn it is where hosts count differently. */
export interface WeightedSchedule {
  next(): Host | undefined
}

/** More places than this per turn are not counted out; weights then count as fractions. */
const MOST_PLACES = 1_000_000

/**
 * Earliest deadline first: each host comes back after 1/weight, ties in the order of the list; begins anywhere in its cycle.
 * Whole weights are counted in whole parts, so that ties are ties. Envoy, edf_scheduler.h [D66].
 */
export function createWeightedSchedule(
  hosts: readonly Host[],
  weightOf: (host: Host) => number,
  random: () => number,
): WeightedSchedule {
  const unit = commonMultiple(hosts.map(({ endpoint }) => endpoint.weight ?? 1))
  let order = 0
  const entries = hosts.map(host => ({ host, deadline: unit / weightOf(host), order: order++ }))

  function next(): Host | undefined {
    let first = entries[0]
    for (const entry of entries) {
      if (
        first &&
        (entry.deadline < first.deadline || (entry.deadline === first.deadline && entry.order < first.order))
      ) {
        first = entry
      }
    }
    if (!first) return undefined
    first.deadline += unit / weightOf(first.host)
    first.order = order++
    return first.host
  }

  const cycle = hosts.reduce((sum, { endpoint }) => sum + (endpoint.weight ?? 1), 0)
  const skipped = Math.floor(random() * Math.min(cycle, MOST_SKIPPED))
  for (let i = 0; i < skipped; i++) next()
  return { next }
}

const MOST_SKIPPED = 1000

function commonMultiple(weights: readonly number[]): number {
  let multiple = 1
  for (const weight of weights) {
    multiple = (multiple / commonDivisor(multiple, weight)) * weight
    if (!(multiple <= MOST_PLACES)) return 1
  }
  return multiple
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

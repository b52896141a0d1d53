import type { Cluster, Route } from '../../core/envoy/index.ts'
import { parseCaller } from '../caller.ts'
import type { Plan } from './plan-worlds.ts'
import type { Recording } from './recording.ts'
import type { TimedCase } from './timed-case.ts'

/**
 * What chance decides in a case. `turn`: where turns begin, and for how long a retry waits: some seed gives just what was
 * recorded. `dice`: every request by itself: shares of many runs.
 */
export type ChanceKind = 'turn' | 'dice'

export function chanceOf(one: TimedCase, plan: Plan, recording: Recording): ChanceKind {
  if (BY_BACK_OFF.has(one.name)) return 'dice'
  const names = new Set(Object.values(recording.traffic ?? {}).flatMap(({ cluster }) => Object.keys(cluster)))
  const configs = one.flows.map(({ from }) => plan.routerFor(parseCaller(from)).config)
  const clusters = configs.flatMap(({ clusters: all }) => [...all.values()].filter(({ name }) => names.has(name)))
  const routes = configs.flatMap(({ routeConfigs }) =>
    [...routeConfigs.values()].flatMap(({ virtualHosts }) => virtualHosts.flatMap(({ routes: all }) => all)),
  )
  const isDrawn = clusters.some(cluster => drawsPods(one, cluster)) || routes.some(route => draws(route))
  return isDrawn ? 'dice' : 'turn'
}

/** How many tries there are, and where they go, depends on how long each waits. */
const BY_BACK_OFF: ReadonlySet<string> = new Set([
  'retries-timeout-during-backoff',
  'retries-ejected-between-tries',
  'connect-timeout-and-timeout',
])

function drawsPods(one: TimedCase, { lbPolicy, endpoints, details }: Cluster): boolean {
  const healthy = endpoints.filter(endpoint => endpoint.healthy)
  if (healthy.length < 2) return false
  if (new Set(healthy.map(({ priority = 0 }) => priority)).size > 1) return true
  if (lbPolicy === 'RANDOM') return true
  if (lbPolicy === 'RING_HASH' || lbPolicy === 'MAGLEV')
    return one.flows.some(flow => !flow.vary && Object.keys(flow.headers).length === 0)
  if (lbPolicy !== 'LEAST_REQUEST') return false
  const isAlone = one.flows.every(({ load }) => load.kind === 'loop' && load.concurrency === 1)
  const isWeighted = new Set(healthy.map(({ weight = 1 }) => weight)).size > 1 || details?.weighsLocalities === true
  return !(isAlone && isWeighted)
}

/** Legs, faults and copies that only some requests get. */
function draws({ action, fault }: Route): boolean {
  const isPartial = (part: { readonly numerator: number } | undefined) =>
    part !== undefined && part.numerator > 0 && part.numerator < 1_000_000
  if (isPartial(fault?.delay) || isPartial(fault?.abort)) return true
  if (action.kind !== 'forward') return false
  return (
    action.clusters.length > 1 ||
    action.mirrors.some(({ numerator, denominator }) => numerator > 0 && numerator < denominator)
  )
}

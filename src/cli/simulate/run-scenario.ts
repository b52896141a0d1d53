import { planRun } from '../../core/pipeline/index.ts'
import type { RunPlan, World } from '../../core/pipeline/index.ts'
import { simulate } from '../../core/simulate/index.ts'
import type { Client, EventLog } from '../../core/simulate/index.ts'

/** So long requests that left in time have for their end. */
const SETTLE_MS = 60_000

export interface Run {
  readonly log: EventLog
  /** What was applied, deleted, scaled or changed its readiness. */
  readonly applied: RunPlan['applied']
}

/** What a world's traffic meets: requests that leave before `untilMs`, with all that became of them, and events until then. */
export function runScenario(world: World, untilMs: number): Run {
  const proxies = [...new Set(world.traffic.clients.map(({ proxy }) => proxy))]
  const { routerFor, changes, applied, pods } = planRun(world, proxies)
  const traffic = { ...world.traffic, clients: world.traffic.clients.map(client => until(client, untilMs)) }
  const input = { traffic, routerFor, ...(changes && { changes }), ...(pods && { pods }) }
  const { requests, events } = simulate(input, untilMs + SETTLE_MS)
  const isInTime = ({ atMs }: { readonly atMs: number }): boolean => atMs < untilMs
  return {
    log: { untilMs, requests: requests.filter(isInTime), events: events.filter(isInTime) },
    applied: applied.filter(isInTime),
  }
}

/** Nobody sends after the end: only what is on its way then comes to its own. */
function until(client: Client, untilMs: number): Client {
  const load = client.load ?? { kind: 'rate', perSecond: client.ratePerSecond }
  return load.kind === 'burst'
    ? client
    : { ...client, load: { ...load, endMs: Math.min(load.endMs ?? untilMs, untilMs) } }
}

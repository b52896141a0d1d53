import { createSimulation } from '../../core/simulate/index.ts'
import type { EventLog } from '../../core/simulate/index.ts'
import { parseCaller } from '../caller.ts'
import type { Plan } from './plan-worlds.ts'
import { createPodScript } from './pod-script.ts'
import type { TimedCase } from './timed-case.ts'
import { countOf, toClient } from './to-clients.ts'

/** Simulates a case with one seed until all its requests have ended, and as long as it says after that. */
export function runTimedCase(one: TimedCase, plan: Plan, seed: number): EventLog {
  const simulation = createSimulation({
    traffic: { seed, clients: one.flows.map(toClient) },
    routerFor: plan.routerFor,
    pods: createPodScript(one),
    changes: plan.changes,
    startedAtMs: startOf(one, plan),
  })
  const watchMs = Math.max(0, ...one.flows.map(flow => flow.watchMs))
  for (let untilMs = firstLook(one); untilMs < TOO_LONG_MS; untilMs += Math.max(1000, untilMs / 2)) {
    const log = simulation.runUntil(untilMs)
    const overMs = endOf(one, log)
    if (overMs === undefined) continue
    return simulation.runUntil(Math.max(untilMs, overMs + watchMs + LAST_LOOK_MS))
  }
  throw new Error(`${one.name}: its requests never end`)
}

const TOO_LONG_MS = 3_600_000
/** The recorder looked once more a little later. */
const LAST_LOOK_MS = 300
/** Longer intervals than this were never reached within a case. */
const SWEPT_MS = 3000

/** Where sweeps take place at all the traffic began 20 ms after one. */
function startOf(one: TimedCase, { routerFor }: Plan): number {
  const clusters = one.flows.flatMap(({ from }) => [...routerFor(parseCaller(from)).config.clusters.values()])
  const intervalMs = Math.min(...clusters.flatMap(({ outlierDetection }) => outlierDetection?.intervalMs ?? []))
  return intervalMs <= SWEPT_MS ? -intervalMs - 20 : -110
}

function firstLook({ flows }: TimedCase): number {
  return Math.max(...flows.map(({ startMs, durationMs }) => startMs + (durationMs ?? 0))) + 1000
}

/** When the last request ended; undefined while there are some to come. */
function endOf({ flows }: TimedCase, { untilMs, requests }: EventLog): number | undefined {
  let overMs = 0
  for (const { endMs } of requests) {
    if (endMs === undefined || endMs > untilMs) return undefined
    overMs = Math.max(overMs, endMs)
  }
  const isOver = (flow: (typeof flows)[number]): boolean => {
    const count = countOf(flow)
    const byTime = flow.durationMs !== undefined && untilMs >= flow.startMs + flow.durationMs
    return byTime || (count !== undefined && requests.filter(({ client }) => client.id === flow.id).length >= count)
  }
  return flows.every(isOver) ? overMs : undefined
}

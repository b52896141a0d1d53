import { performance } from 'node:perf_hooks'
import { createPipeline } from '../../core/pipeline/index.ts'
import { createSimulation } from '../../core/simulate/index.ts'
import type { Client, PodBehaviour } from '../../core/simulate/index.ts'
import { parseCaller } from '../caller.ts'
import { retries } from './texts.ts'
import { requestFor } from './time-decisions.ts'

const ROUNDS = 3
const REQUESTS = 100_000

/** A pod that fails for a while, and some failures everywhere: there are retries, ejections and returns all the time. */
const pods: PodBehaviour = ({ endpoint, atMs, random }) => ({
  answer: (endpoint?.pod === 'reviews-v1-0' && atMs % 20_000 < 5000) || random() < 0.02 ? 503 : 200,
  latencyMs: 5,
})

/** Milliseconds of the median round, each a simulation of its own. */
function timeSimulation(ratePerSecond: number, untilMs: number): number {
  const world = createPipeline().run(retries())
  const client: Client = {
    id: 'sleep',
    proxy: parseCaller('sleep'),
    ratePerSecond,
    classes: [{ id: 'all', label: '', weight: 1, request: requestFor('http://reviews:9080/') }],
  }
  const rounds: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const simulation = createSimulation({
      traffic: { seed: round, clients: [client] },
      routerFor: world.routerFor,
      pods,
    })
    const start = performance.now()
    const { requests, events } = simulation.runUntil(untilMs)
    if (round > 0) rounds.push(performance.now() - start)
    const isLively = requests.some(({ tries }) => tries.length > 1) && events.some(({ kind }) => kind === 'returned')
    if (!isLively) throw new Error('nothing happens in what is measured')
  }
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN
}

export function benchSimulation(): Readonly<Record<string, number>> {
  const untilMs = 100_000
  const ms = timeSimulation(REQUESTS / (untilMs / 1000), untilMs)
  return {
    'simulate.retries': Math.round((REQUESTS / ms) * 1000),
    'simulate.tenMinutes.ms': Math.round(timeSimulation(100, 600_000)),
  }
}

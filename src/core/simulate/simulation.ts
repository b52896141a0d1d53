import { createPrng, createReseedable, firstNumber, mixSeed } from '../base/prng.ts'
import type { ProxyId } from '../base/ids.ts'
import { createRandomChance } from '../route/index.ts'
import { createChoice } from './choose-class.ts'
import type { ClusterEvent, ConnectionTrack, EventLog, RequestRecord } from './event-log.ts'
import { createEventQueue } from './event-queue.ts'
import { createPods } from './pods.ts'
import { createProxyRuntime } from './proxy-runtime.ts'
import type { ProxyRuntime } from './proxy-runtime.ts'
import { sendRequest } from './send-request.ts'
import { CLASS, UPSTREAM, startSender } from './senders.ts'
import type { SimulationInput } from './simulation-input.ts'
import type { Client } from './traffic.ts'

/** A simulation that can be gone on with. */
export interface Simulation {
  /** Everything before `untilMs`; records of requests that are still on their way are filled in as it goes on. */
  runUntil(untilMs: number): EventLog
}

/**
 * Plays traffic against proxies, their clusters and pods on virtual time. Each request has a seed of its own
 * (`mixSeed(seed, client, n)`); pods, limits and turns are shared.
 */
export function createSimulation(input: SimulationInput): Simulation {
  const { traffic, routerFor, changes = [], startedAtMs = 0, mostRequests = MOST_REQUESTS } = input
  const queue = createEventQueue(startedAtMs)
  const pods = createPods(input.pods, queue)
  const requests: RequestRecord[] = []
  const events: ClusterEvent[] = []
  const connections: ConnectionTrack[] = []
  const proxies = new Map<ProxyId, ProxyRuntime>()
  const dice = createReseedable()
  const chance = createRandomChance(dice.next)
  let untilMs = 0

  function proxyOf(proxy: ProxyId, index: number): ProxyRuntime {
    const known = proxies.get(proxy)
    if (known) return known
    const runtime = createProxyRuntime({
      proxy,
      router: routerFor(proxy),
      queue,
      seed: mixSeed(traffic.seed ^ PROXIES, index),
      sinceMs: startedAtMs,
      onEvent: event => events.push(event),
      onTrack: track => connections.push(track),
    })
    proxies.set(proxy, runtime)
    return runtime
  }

  function start(client: Client, index: number): void {
    const choose = createChoice(client.classes)
    if (!choose) return
    const runtime = proxyOf(client.proxy, index)
    startSender(client, mixSeed(traffic.seed, index), queue, (n, seed, caller, onDone) => {
      const requestClass = choose(firstNumber(mixSeed(seed, CLASS)))
      dice.seed(seed)
      const record = sendRequest({
        runtime,
        queue,
        pods,
        client,
        requestClass,
        number: requests.length + 1,
        index: n - 1,
        seed,
        chance,
        random: createPrng(mixSeed(seed, UPSTREAM)),
        caller,
        onDone,
      })
      requests.push(record)
    })
  }

  for (const change of changes) {
    queue.at(change.atMs, () => {
      for (const [proxy, runtime] of proxies) {
        if (change.proxy === undefined || change.proxy === proxy) {
          runtime.reconfigure(change.routerFor(proxy), change.label, change.ordered ?? change.label)
        }
      }
    })
  }
  traffic.clients.forEach(start)

  return {
    runUntil(until) {
      queue.runUntil(until, () => requests.length >= mostRequests)
      untilMs = Math.max(untilMs, Math.min(until, queue.nowMs()))
      return { untilMs, requests, events, connections }
    },
  }
}

/** Ten minutes at 500 a second. */
const MOST_REQUESTS = 300_000

/** Proxies draw from seeds of their own. */
const PROXIES = 0x5bd1e995

/** All that happens before `untilMs`. */
export function simulate(input: SimulationInput, untilMs: number): EventLog {
  return createSimulation(input).runUntil(untilMs)
}

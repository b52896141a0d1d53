import { describe, expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import type { Chance, Decision, HttpRequest, Router } from '../route/index.ts'
import { explainRecord } from './explain-record.ts'
import { createSimulation, simulate as play } from './simulation.ts'
import type { Client, Traffic } from './traffic.ts'

const request = (path: string): HttpRequest => ({
  method: 'GET',
  scheme: 'http',
  dialHost: 'reviews',
  dialPort: 80,
  authority: 'reviews',
  path,
  headers: new Map(),
})

const client = (id: string, ratePerSecond: number, weights: readonly number[] = [1]): Client => ({
  id,
  proxy: toProxyId(id, 'default'),
  ratePerSecond,
  classes: weights.map((weight, i) => ({ id: `c${String(i)}`, label: '', weight, request: request(`/${String(i)}`) })),
})

/** Answers 200 or 503 by one draw, so that a wrong seed shows. */
const decide = (asked: HttpRequest, chance: Chance) =>
  ({ status: chance.choose([1, 1], 2) === 0 ? 200 : 503, details: asked.path, delayMs: 0 }) as Decision
const router = { begin: decide } as unknown as Router
const simulate = (of: Traffic, untilMs: number) => play({ traffic: of, routerFor: () => router }, untilMs)

const traffic = (...clients: readonly Client[]): Traffic => ({ seed: 42, clients })
const times = (of: Traffic, untilMs: number) =>
  simulate(of, untilMs).requests.map(record => [record.client.id, record.atMs])

describe('arrivals', () => {
  test('are one in each slot', () => {
    const slots = simulate(traffic(client('a', 4)), 10_000).requests.map(({ atMs }) => Math.floor(atMs / 250))
    expect(slots).toEqual(Array.from({ length: 40 }, (_, slot) => slot))
  })

  test('are as many as rate and time say', () => {
    expect(times(traffic(client('a', 50)), 20_000)).toHaveLength(1000)
  })

  test('are spread over their slots, whatever the class', () => {
    const { requests } = simulate(traffic(client('a', 100, [1, 1])), 40_000)
    const places = requests.filter(({ requestClass }) => requestClass.id === 'c0').map(({ atMs }) => (atMs % 10) / 10)
    // About 2,000 even draws, a quarter of them in each quarter: five standard deviations are 97.
    for (const quarter of [0, 1, 2, 3]) {
      const there = places.filter(place => Math.floor(place * 4) === quarter).length
      expect(Math.abs(there - places.length / 4)).toBeLessThan(97)
    }
  })

  test('of several clients are merged by time, and each client’s are what they are without the others', () => {
    const [a, b, silent] = [client('a', 2), client('b', 3), client('a', 0)]
    const alone = [...times(traffic(a), 5000), ...times(traffic(silent, b), 5000)]
    expect(alone).toHaveLength(10 + 15)
    expect(times(traffic(a, b), 5000)).toEqual(alone.sort(([, x], [, y]) => Number(x) - Number(y)))
  })

  test('are numbered from 1', () => {
    expect(simulate(traffic(client('a', 4)), 500).requests.map(record => record.number)).toEqual([1, 2])
  })

  test.each([
    ['a rate of 0', client('a', 0)],
    ['no classes', client('a', 5, [])],
    ['weights of 0', client('a', 5, [0, 0])],
  ])('never come from a client with %s', (_, silent) => {
    expect(times(traffic(silent), 1000)).toEqual([])
  })
})

test.each([[0], [1], [333.4], [1000], [9999.9]])('a log that stopped at %d ms goes on as if it had not', stop => {
  const of = traffic(client('a', 7, [1, 3]), client('b', 50))
  const whole = simulate(of, 10_000)
  const simulation = createSimulation({ traffic: of, routerFor: () => router })
  simulation.runUntil(stop)
  expect(simulation.runUntil(10_000)).toEqual(whole)
  expect(whole.requests).toHaveLength(70 + 500)
})

test('a log that stopped where a request leaves goes on with that request', () => {
  const of = traffic(client('a', 7))
  const whole = simulate(of, 3000)
  const simulation = createSimulation({ traffic: of, routerFor: () => router })
  expect(simulation.runUntil(whole.requests[9]?.atMs ?? 0).requests).toHaveLength(9)
  expect(simulation.runUntil(3000)).toEqual(whole)
})

test('classes are drawn by weight, one of weight 0 never', () => {
  const log = simulate(traffic(client('a', 100, [3, 0, 1])), 40_000)
  const counts = [0, 1, 2].map(i => log.requests.filter(record => record.requestClass.id === `c${String(i)}`).length)
  expect(counts[1]).toBe(0)
  // 4,000 draws at 3 in 4: five standard deviations are 137.
  expect(Math.abs((counts[0] ?? 0) - 3000)).toBeLessThan(137)
  expect(counts[0]).not.toBe(3000 + 1000)
})

test('any record is decided again alone', () => {
  const log = simulate(traffic(client('a', 50, [1, 1])), 4000)
  expect(new Set(log.requests.map(record => record.decision?.status))).toEqual(new Set([200, 503]))
  for (const record of log.requests) expect(explainRecord(record, router, log).decision).toEqual(record.decision)
})

test('the class drawn says nothing of what is drawn in the proxy', () => {
  const log = simulate(traffic(client('a', 100, [1, 1])), 40_000)
  const first = log.requests.filter(record => record.requestClass.id === 'c0')
  const failed = first.filter(record => record.decision?.status === 503).length
  // About 2,000 draws at 1 in 2: five standard deviations are 112.
  expect(Math.abs(failed - first.length / 2)).toBeLessThan(112)
})

test('another seed gives another log', () => {
  const of = traffic(client('a', 50, [1, 1]))
  const seeds = (seed: number) => simulate({ ...of, seed }, 1000).requests.map(record => record.seed)
  expect(seeds(1)).toEqual(seeds(1))
  expect(seeds(1)).not.toEqual(seeds(2))
})

test('a log ends where there are more requests than anybody can look at', () => {
  const of = traffic(client('a', 100))
  const simulation = createSimulation({ traffic: of, routerFor: () => router, mostRequests: 25 })
  const { requests, untilMs } = simulation.runUntil(10_000)
  expect(requests).toHaveLength(25)
  expect(untilMs).toBe(requests.at(-1)?.atMs)
  expect(simulation.runUntil(20_000)).toEqual({ requests, untilMs, events: [], connections: [] })
})

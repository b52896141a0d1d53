import { describe, expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import type { Chance, Decision, HttpRequest, Router } from '../route/index.ts'
import type { Client, Traffic } from './event-log.ts'
import { explainRecord, simulate } from './simulate.ts'

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
  ({ status: chance.choose([1, 1], 2) === 0 ? 200 : 503, details: asked.path }) as Decision
const router = {
  decide,
  explain: (asked: HttpRequest, chance: Chance) => ({ decision: decide(asked, chance), trace: [] }),
} as unknown as Router
const routerFor = () => router

const traffic = (...clients: readonly Client[]): Traffic => ({ seed: 42, clients })
const times = (of: Traffic, untilMs: number) =>
  simulate(of, routerFor, untilMs).requests.map(record => [record.client.id, record.atMs])

describe('arrivals', () => {
  test('are evenly spaced, the first one interval after the start', () => {
    expect(times(traffic(client('a', 4)), 1000).map(([, atMs]) => atMs)).toEqual([250, 500, 750, 1000])
  })

  test('of several clients are merged by time, at one time in the order of the clients', () => {
    expect(times(traffic(client('a', 2), client('b', 3)), 1000)).toEqual([
      ['b', 1000 / 3],
      ['a', 500],
      ['b', 2000 / 3],
      ['a', 1000],
      ['b', 1000],
    ])
  })

  test('are numbered from 1', () => {
    expect(simulate(traffic(client('a', 4)), routerFor, 600).requests.map(record => record.number)).toEqual([1, 2])
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
  const whole = simulate(of, routerFor, 10_000)
  expect(simulate(of, routerFor, 10_000, simulate(of, routerFor, stop))).toEqual(whole)
  expect(whole.requests).toHaveLength(70 + 500)
})

test('classes are drawn by weight, one of weight 0 never', () => {
  const log = simulate(traffic(client('a', 100, [3, 0, 1])), routerFor, 40_000)
  const counts = [0, 1, 2].map(i => log.requests.filter(record => record.requestClass.id === `c${String(i)}`).length)
  expect(counts[1]).toBe(0)
  // 4,000 draws at 3 in 4: five standard deviations are 137.
  expect(Math.abs((counts[0] ?? 0) - 3000)).toBeLessThan(137)
  expect(counts[0]).not.toBe(3000 + 1000)
})

test('any record is decided again alone', () => {
  const log = simulate(traffic(client('a', 50, [1, 1])), routerFor, 4000)
  expect(new Set(log.requests.map(record => record.decision.status))).toEqual(new Set([200, 503]))
  for (const record of log.requests) expect(explainRecord(record, routerFor).decision).toEqual(record.decision)
})

test('the class drawn says nothing of what is drawn in the proxy', () => {
  const log = simulate(traffic(client('a', 100, [1, 1])), routerFor, 40_000)
  const first = log.requests.filter(record => record.requestClass.id === 'c0')
  const failed = first.filter(record => record.decision.status === 503).length
  // About 2,000 draws at 1 in 2: five standard deviations are 112.
  expect(Math.abs(failed - first.length / 2)).toBeLessThan(112)
})

test('another seed gives another log', () => {
  const of = traffic(client('a', 50, [1, 1]))
  const seeds = (seed: number) => simulate({ ...of, seed }, routerFor, 1000).requests.map(record => record.seed)
  expect(seeds(1)).toEqual(seeds(1))
  expect(seeds(1)).not.toEqual(seeds(2))
})

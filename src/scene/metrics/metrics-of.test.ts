import { describe, expect, test } from 'vitest'
import { createSimulation } from '../../core/simulate/index.ts'
import type { PodBehaviour, RequestRecord, Traffic, TryRecord } from '../../core/simulate/index.ts'
import { buildStage } from '../build-stage.ts'
import * as canary from '../testing/canary.ts'
import { classOf, request } from '../testing/canary.ts'
import { tallyAt } from '../tally.ts'
import { departuresOf } from '../timetable.ts'
import { metricsOf } from './metrics-of.ts'
import { placesOf, retriesOf } from './places.ts'

const TEXT = (http: string) =>
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', 2) +
  canary.deployment('reviews-v2', 'v2', 1) +
  canary.deployment('productpage', 'v1', 1, 'productpage') +
  canary.virtualService(http) +
  canary.destinationRule(['v1', 'v2'])

const TO_V1 = '  - route: [{ destination: { host: reviews, subset: v1 } }]'
const RETRIED = `${TO_V1}\n    retries: { attempts: 3, retryOn: 5xx }`
const SPLIT = `  - route:
    - { destination: { host: reviews, subset: v1 }, weight: 90 }
    - { destination: { host: reviews, subset: v2 }, weight: 10 }`

/** Requests at the beginning of equal slots. */
const evenly = (...rates: readonly number[]): Traffic => ({
  seed: 42,
  clients: rates.map((perSecond, i) => ({
    id: `client-${String(i)}`,
    proxy: canary.PRODUCTPAGE,
    ratePerSecond: perSecond,
    classes: [classOf('all', 1, request())],
    load: { kind: 'rate', perSecond, evenly: true },
  })),
})

function play(http: string, traffic: Traffic, pods: PodBehaviour) {
  const world = canary.worldOf(TEXT(http), traffic)
  const stage = buildStage(world, canary.PRODUCTPAGE, traffic)
  const log = createSimulation({ traffic, routerFor: world.routerFor, pods }).runUntil(60_000)
  return { stage, log, at: (untilMs: number, fromMs = 0) => metricsOf(log, stage, { fromMs, untilMs }) }
}

const slowly: PodBehaviour = () => ({ answer: 200, latencyMs: 20 })
const failing: PodBehaviour = () => ({ answer: 503, latencyMs: 0 })

describe('requests that all succeed', () => {
  const { at } = play(TO_V1, evenly(10, 40), slowly)

  test('rates are of full stretches of simulated time: 60 s shown, so one second each', () => {
    const { all, clients, series } = at(20_000)
    expect([all.offeredPerSecond, all.answeredPerSecond]).toEqual([50, 50])
    expect(clients.map(({ id, offeredPerSecond }) => [id, offeredPerSecond])).toEqual([
      ['client-0', 10],
      ['client-1', 40],
    ])
    expect(series.stepMs).toBe(1000)
    expect(series.stretches).toHaveLength(20)
    expect(series.stretches[7]).toEqual({ offered: 50, answered: 50, succeeded: 50 })
  })

  test('all have landed some seconds later: 10 and 40 a second for 60 seconds', () => {
    const { all, clients, places, statuses, retries } = at(90_000)
    expect([all.landed, all.succeeded]).toEqual([3000, 3000])
    expect(clients.map(({ landed }) => landed)).toEqual([600, 2400])
    expect(statuses).toEqual([{ label: '200', outcome: 'succeeded', count: 3000 }])
    expect(places.pods.reduce((sum, pod) => sum + pod.requests, 0)).toBe(3000)
    expect([places.pods.length, places.nowhere]).toEqual([2, 0])
    expect(places.pods.map(({ id }) => id)).toEqual(['pod:default/reviews-v1-0', 'pod:default/reviews-v1-1'])
    for (const { percentiles } of places.pods) expect(percentiles?.p99).toBeCloseTo(20.4, 6)
    // Istio's own policy allows two retries, of connections that did not come about.
    expect(retries).toEqual({ requests: 3000, tries: 3000, retried: 0, atMost: 9000 })
  })

  test('they take what the pod takes, 0.4 ms on the way, and the first ones a connection', () => {
    const { latency } = at(90_000)
    expect(latency.percentiles?.p50).toBeCloseTo(20.4, 6)
    expect(latency.percentiles?.p99).toBeCloseTo(20.4, 6)
    expect(latency.bins).toEqual([{ fromMs: 20, toMs: 30, count: 3000 }])
  })

  test('since a change only what left after it counts', () => {
    expect(at(90_000, 40_000).all.landed).toBe(1000)
    expect(at(90_000, 40_000).all.offeredPerSecond).toBe(20) // 20 s of traffic in 50 s
  })
})

test('three retries make 40,000 tries of 10,000 requests when all pods fail', () => {
  const traffic: Traffic = {
    seed: 42,
    clients: evenly(500).clients.map(client => ({
      ...client,
      load: { kind: 'rate', perSecond: 500, evenly: true, count: 10_000 },
    })),
  }
  const { all, retries, statuses, places } = play(RETRIED, traffic, failing).at(60_000)
  expect([all.landed, all.succeeded]).toEqual([10_000, 0])
  expect(retries).toEqual({ requests: 10_000, tries: 40_000, retried: 10_000, atMost: 40_000 })
  expect(statuses).toEqual([{ label: '503 URX', outcome: 'app-error', count: 10_000 }])
  expect(places.pods.map(({ tries, failed }) => tries - failed)).toEqual([0, 0])
  expect(places.pods.reduce((sum, { tries }) => sum + tries, 0)).toBe(40_000)
})

test('the stage counts the tries that the table counts, of what has landed by then', () => {
  const { log, stage, at } = play(RETRIED, evenly(50), failing)
  for (const untilMs of [1000, 5000, 17_300]) {
    const { total, tries } = tallyAt(departuresOf(log, stage), untilMs)
    const { requests, tries: counted } = at(untilMs).retries
    expect([total, tries]).toEqual([requests, counted])
    expect(tries).toBe(4 * total)
  }
})

test('each pod’s answers have percentiles of their own; one that never answers has none', () => {
  const one = (endpoint: object, times: readonly [number, number], result: number | 'refused') =>
    ({ endpoint, atMs: 0, sentMs: result === 'refused' ? undefined : times[0], endMs: times[1], result }) as TryRecord
  const [a, b] = ['a', 'b'].map(pod => ({ namespace: 'default', pod }))
  const requests = Array.from({ length: 10 }, (_, i) => ({
    tries: [one(b ?? {}, [0, 1], 'refused'), one(a ?? {}, [100, 110 + i], i === 9 ? 503 : 200)],
  })) as unknown as readonly RequestRecord[]
  // 10, 11, … 19 ms: the fifth, and the last.
  expect(placesOf(requests).pods).toEqual([
    {
      id: 'pod:default/a',
      pod: 'a',
      requests: 10,
      tries: 10,
      failed: 1,
      percentiles: { p50: 14, p90: 18, p99: 19 },
    },
    { id: 'pod:default/b', pod: 'b', requests: 0, tries: 10, failed: 10, percentiles: undefined },
  ])
})

test('what a limit turned away is no try upstream and no failure of a pod', () => {
  const endpoint = { namespace: 'default', pod: 'a' }
  const [answered, failed, overflow] = [200, 503, 'overflow'].map(
    result => ({ endpoint, atMs: 0, sentMs: result === 'overflow' ? undefined : 0, endMs: 10, result }) as TryRecord,
  )
  const requests = [[answered], [failed, answered], [failed, overflow], [overflow]].map(tries => ({ tries }))
  const records = requests as unknown as readonly RequestRecord[]
  const { pods, nowhere, turnedAway } = placesOf(records)
  expect(pods.map(({ requests: last, tries, failed: bad }) => [last, tries, bad])).toEqual([[2, 4, 2]])
  expect([nowhere, turnedAway]).toEqual([0, 2])
  expect(retriesOf(records)).toMatchObject({ requests: 4, tries: 4, retried: 1 })
})

describe('a rule with two destinations', () => {
  const { at, log, stage } = play(SPLIT, evenly(50), slowly)

  test('is measured against its weights', () => {
    const { splits, all } = at(30_000)
    expect(splits.map(({ rule, label, set }) => [rule, label, set])).toEqual([
      ['rule 1', 'v1', 0.9],
      ['rule 1', 'v2', 0.1],
    ])
    expect(splits.reduce((sum, { count }) => sum + count, 0)).toBe(all.landed)
    expect(splits.map(({ of }) => of)).toEqual([all.landed, all.landed])
  })

  test('has the counts that the stage shows at that time', () => {
    for (const untilMs of [500, 2000, 17_300]) {
      const tally = tallyAt(departuresOf(log, stage), untilMs)
      const { splits, all } = at(untilMs)
      expect(all.landed).toBe(tally.total)
      expect(all.succeeded).toBe(tally.byOutcome.get('succeeded') ?? 0)
      expect(splits.map(({ count }) => count)).toEqual(splits.map(({ id }) => tally.counts.get(id) ?? 0))
    }
  })

  test('one destination is no split', () => {
    expect(play(TO_V1, evenly(1), slowly).at(5000).splits).toEqual([])
  })
})

test('before anything landed there is nothing to say, and nothing fails', () => {
  const { all, latency, splits, series } = play(SPLIT, evenly(50), slowly).at(10)
  expect(all).toEqual({ landed: 0, succeeded: 0, offeredPerSecond: 0, answeredPerSecond: 0, percentiles: undefined })
  expect([latency.bins, series.stretches]).toEqual([[], []])
  expect(splits.map(({ range, verdict }) => [range, verdict.kind])).toEqual([
    [undefined, 'none'],
    [undefined, 'none'],
  ])
})

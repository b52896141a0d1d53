import { describe, expect, test } from 'vitest'
import { presumeAnswer, simulate } from '../core/simulate/index.ts'
import type { PodBehaviour, SimulationInput, Traffic } from '../core/simulate/index.ts'
import { buildStage } from './build-stage.ts'
import { particlesAt } from './particles.ts'
import type { Course } from './scene.ts'
import { seenIn } from './seen.ts'
import { tallyAt } from './tally.ts'
import * as canary from './testing/canary.ts'
import { classOf, request, trafficOf } from './testing/canary.ts'
import { departuresOf } from './timetable.ts'

/** Two pods; three tries of each request, each within a second, all within `timeout`. */
const textOf = (timeout: string) =>
  canary.virtualService(`  - route: [{ destination: { host: reviews, subset: v1 } }]
    timeout: ${timeout}
    retries: { attempts: 2, perTryTimeout: 1s, retryOn: '5xx,connect-failure' }
`) +
  canary.destinationRule(['v1']) +
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', 2) +
  canary.deployment('productpage', 'v1', 1, 'productpage')

/** One request a second, sent as the second begins. */
const traffic: Traffic = {
  ...trafficOf(classOf('all', 1, request())),
  clients: trafficOf(classOf('all', 1, request())).clients.map(client => ({
    ...client,
    ratePerSecond: 1,
    load: { kind: 'rate', perSecond: 1, evenly: true },
  })),
}

function play(pods: PodBehaviour, timeout = '10s', text = textOf(timeout)) {
  const world = canary.worldOf(text, traffic)
  const input: SimulationInput = { traffic, routerFor: proxy => world.routerFor(proxy), pods }
  const whole = simulate(input, 30_000)
  const log = { ...whole, requests: whole.requests.filter(({ atMs }) => atMs < 5000) }
  const stage = buildStage(world, canary.PRODUCTPAGE, traffic, seenIn(log.requests))
  return { log, stage, departures: departuresOf(log, stage) }
}

const told = ({ steps }: Course) =>
  steps.map(step => {
    const what =
      step.kind === 'travel' ? (step.laneId.split(':')[0] ?? '') : step.kind === 'wait' ? step.why : step.kind
    const number = step.attempt === undefined ? '' : ` (${String(step.attempt)})`
    return `${what}${number} ${String(step.endMs)}`
  })
const TO_THE_GATE = ['in 300', 'spine 390', 'rail 610', 'split 1030', 'subset 1250']

describe('a request that is tried twice', () => {
  const { log, stage, departures } = play(({ attempt }) =>
    attempt === 1 ? { answer: 503, latencyMs: 200 } : { answer: 200, latencyMs: 100 },
  )
  const [first] = departures
  const [record] = log.requests
  const pods = record?.tries.map(({ endpoint }) => `pod:default/${endpoint?.pod ?? ''}`) ?? []

  test('goes to one pod, waits its back-off at the gate, and goes to the other one as number 2', () => {
    expect(first && told(first.course)).toEqual([
      ...TO_THE_GATE,
      'deliver 1510',
      'served 1710',
      'back-off (2) 1790',
      'deliver (2) 2050',
      'served (2) 2150',
      'answered (2) 2270',
    ])
    expect(new Set(pods).size).toBe(2)
    expect([first?.course.landsAtMs, first?.course.turnsAtMs, first?.course.outcome]).toEqual([2150, 2150, 'succeeded'])
  })

  test('leaves the first try where it failed, until the answer', () => {
    const deliver = stage.lanes.find(({ kind }) => kind === 'deliver')?.id
    expect(first?.course.failed).toEqual([
      { laneId: deliver, pod: pods[0], attempt: 1, look: 'app-error', startMs: 1710, endMs: 2150 },
    ])
  })

  test('is served by one pod after the other, and counted once, by its answer', () => {
    expect(first?.course.served).toEqual([
      { podId: pods[0], startMs: 1510, endMs: 1710 },
      { podId: pods[1], startMs: 2050, endMs: 2150 },
    ])
    const own = departures
      .filter(({ numbers }) => numbers.includes(1))
      .map(one => ({ ...one, atMs: one.atMs.slice(0, 1) }))
    const tally = (atMs: number) => tallyAt(own, (record?.atMs ?? 0) + atMs)
    expect([1510, 1709, 1710, 2050, 2149, 2150].map(at => [...tally(at).inFlight.keys()])).toEqual([
      [pods[0]],
      [pods[0]],
      [],
      [pods[1]],
      [pods[1]],
      [],
    ])
    expect([tally(2149).total, tally(2150).total]).toEqual([0, 1])
    expect(tally(9999).byOutcome).toEqual(new Map([['succeeded', 1]]))
    expect([tally(9999).counts.get(pods[0] ?? ''), tally(9999).counts.get(pods[1] ?? '')]).toEqual([undefined, 1])
  })

  test('shares its course with all that went the same way: the back-offs are too short to tell apart', () => {
    expect(departures.length).toBeLessThanOrEqual(2)
    expect(departures.reduce((sum, { atMs }) => sum + atMs.length, 0)).toBe(5)
  })

  test('shows as a circle with its number, and the try that failed beside it', () => {
    const at = (ms: number) =>
      particlesAt(departures, (record?.atMs ?? 0) + ms)
        .filter(({ number }) => number === 1)
        .map(({ look, step }) => [
          look,
          step.kind === 'wait' ? step.why : step.kind,
          step.kind !== 'sink' && step.attempt,
        ])
    expect(at(1700)).toEqual([['alive', 'served', undefined]])
    expect(at(1750)).toEqual([
      ['alive', 'back-off', 2],
      ['app-error', 'failed', 1],
    ])
    expect(at(2000)).toEqual([
      ['alive', 'travel', 2],
      ['app-error', 'failed', 1],
    ])
    expect(at(2200)).toEqual([['succeeded', 'answered', 2]])
  })
})

test('a request that is never answered waits out every try, and falls as what ended it', () => {
  const { departures, stage } = play(() => ({ answer: 'hang', latencyMs: 0 }), '1500ms')
  const [first] = departures
  // The second try leaves after the first one's second and a back-off of 1 to 25 ms; half a second is left to it, less that.
  const [, , second] = first?.course.served.map(({ startMs, endMs }) => endMs - startMs) ?? [0, 0, 0]
  expect(second).toBeUndefined()
  const [one = 0, two = 0] = first?.course.served.map(({ startMs, endMs }) => endMs - startMs) ?? []
  expect(one).toBe(1000)
  expect([470, 480, 490, 500]).toContain(two)
  expect(first && told(first.course)).toEqual([
    ...TO_THE_GATE,
    'deliver 1510',
    'time-out 2510',
    'back-off (2) 2590',
    'deliver (2) 2850',
    `time-out (2) ${String(2850 + two)}`,
    `fall (2) ${String(3270 + two)}`,
    `sink (2) ${String(3670 + two)}`,
  ])
  expect(first?.course.turnsAtMs).toBe(2850 + two)
  expect(first?.course.failed.map(({ attempt, look, startMs }) => [attempt, look, startMs])).toEqual([
    [1, 'late', 2510],
    [2, 'late', 2850 + two],
  ])
  expect(stage.holes.map(({ id, label, share }) => [id, label, share])).toEqual([[first?.course.end, '504 UT', 0]])
})

test('what is served is shown for 80 ms at least and 1.6 s at most', () => {
  const servedFor = (latencyMs: number) => {
    const [first] = play(
      () => ({ answer: 200, latencyMs }),
      '60s',
      textOf('60s').replace('perTryTimeout: 1s, ', ''),
    ).departures
    return first?.course.served.map(({ startMs, endMs }) => endMs - startMs)
  }
  expect([0, 84, 86, 1599, 4000].map(servedFor)).toEqual([[80], [80], [90], [1600], [1600]])
})

test('a request that its caller leaves during an injected delay waits no longer than that', () => {
  const delayed = textOf('10s').replace(
    '    timeout',
    '    fault: { delay: { percentage: { value: 100 }, fixedDelay: 3s } }\n    timeout',
  )
  const world = canary.worldOf(delayed, traffic)
  const clients = traffic.clients.map(client => ({ ...client, patienceMs: 700 }))
  const log = simulate({ traffic: { ...traffic, clients }, routerFor: proxy => world.routerFor(proxy) }, 5000)
  const stage = buildStage(world, canary.PRODUCTPAGE, traffic, seenIn(log.requests))
  const [first] = departuresOf(log, stage)
  expect(first && told(first.course).slice(1, 3)).toEqual(['spine 390', 'delay 1090'])
})

test('at the gate one waits for the only connection, those that find the queue full are turned away', () => {
  const pool = '{ tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 2 } }'
  const text = textOf('10s')
    .replace(/retries: .*/, 'retries: { attempts: 0 }')
    .replace('  subsets:', `  trafficPolicy: { connectionPool: ${pool} }\n  subsets:`)
    .replace('replicas: 2', 'replicas: 1')
  const burst: Traffic = {
    ...traffic,
    clients: traffic.clients.map(client => ({ ...client, load: { kind: 'burst', size: 4 } })),
  }
  const world = canary.worldOf(text, burst)
  const pods: PodBehaviour = () => ({ answer: 200, latencyMs: 300 })
  const log = simulate({ traffic: burst, routerFor: proxy => world.routerFor(proxy), pods }, 5000)
  const stage = buildStage(world, canary.PRODUCTPAGE, burst, seenIn(log.requests))
  const courses = departuresOf(log, stage).map(({ course, atMs }) => [atMs.length, ...told(course).slice(4)])
  expect(courses).toEqual([
    [1, 'subset 1250', 'deliver 1510', 'served 1810', 'answered 1930'],
    [1, 'queue 1330', 'subset 1550', 'deliver 1810', 'served 2110', 'answered 2230'],
    [2, 'fall 1450', 'sink 1850'],
  ])
  const [row] = stage.subsets[0]?.rows ?? []
  expect(stage.holes.map(({ label, at, outcome }) => [label, at, outcome])).toEqual([
    ['503 UO', row?.id, 'turned-away'],
  ])
})

test('a request that nobody ever answers stays with its pod, and is never counted', () => {
  const text = textOf('0s').replace(/retries: .*/, 'retries: { attempts: 0 }')
  const world = canary.worldOf(text, traffic)
  const router = world.routerFor(canary.PRODUCTPAGE)
  const log = simulate({ traffic, routerFor: () => router, pods: () => ({ answer: 'hang', latencyMs: 0 }) }, 5000)
  const stage = buildStage(world, canary.PRODUCTPAGE, traffic)
  expect(departuresOf(log, stage)).toEqual([])
  const departures = departuresOf(log, stage, undefined, record => presumeAnswer(record, router))
  for (const { course } of departures) {
    expect(told(course).slice(0, 7)).toEqual([...TO_THE_GATE, 'deliver 1510', 'served Infinity'])
  }
  const { total, inFlight, settled } = tallyAt(departures, 1_000_000)
  expect([total, settled?.total]).toEqual([0, 0])
  expect([...inFlight.values()].reduce((a, b) => a + b, 0)).toBe(5)
  expect(particlesAt(departures, 1_000_000).map(({ look, fraction }) => [look, fraction])).toEqual(
    Array.from({ length: 5 }, () => ['alive', 0]),
  )
})

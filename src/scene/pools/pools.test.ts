import type { ClusterName } from '../../core/base/ids.ts'
import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../../core/envoy/index.ts'
import type { Load, PodBehaviour, Traffic } from '../../core/simulate/index.ts'
import { simulate } from '../../core/simulate/index.ts'
import { buildStage } from '../build-stage.ts'
import { seenIn } from '../seen.ts'
import * as canary from '../testing/canary.ts'
import { departuresOf } from '../timetable.ts'
import { errorReels } from './error-reels.ts'
import type { CountedEnd } from './error-reels.ts'
import { filmPools } from './film-pools.ts'
import { poolsAt } from './pools-at.ts'

const rule = (policy: string) => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  trafficPolicy: ${policy}
`
const podsOf = (replicas: number) =>
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', replicas) +
  canary.deployment('productpage', 'v1', 1, 'productpage')

const loaded = (load: Load): Traffic => ({
  ...canary.USUAL,
  clients: canary.USUAL.clients.map(client => ({ ...client, load })),
})
const EVENLY = loaded({ kind: 'rate', perSecond: 10, evenly: true })
const ALL = 'outbound|9080||reviews.default.svc.cluster.local' as ClusterName
const [FIRST, SECOND] = ['pod:default/reviews-v1-0', 'pod:default/reviews-v1-1']

function play(policy: string, replicas: number, traffic: Traffic, pods: PodBehaviour, untilMs: number) {
  const world = canary.worldOf(rule(policy) + podsOf(replicas), traffic)
  const { requests, events, connections = [] } = simulate({ traffic, routerFor: world.routerFor, pods }, untilMs)
  const log = { untilMs, requests, events }
  const stage = buildStage(world, canary.PRODUCTPAGE, traffic, seenIn(requests))
  const configs = [{ atMs: 0, config: world.configFor(canary.PRODUCTPAGE) }]
  const departures = departuresOf(log, stage)
  const clusterOf = () => ALL
  const film = (fromMs = 0, until = untilMs) =>
    filmPools({ requests, events, connections, departures, configs, clusterOf }, { fromMs, untilMs: until })
  const cluster = configs[0]?.config.clusters.get(ALL)
  return { film, requests, events, cluster, at: (nowMs: number) => poolsAt(film(), nowMs) }
}

/** In, one rule, rail, split: 300 + 90 + 220 + 420. */
const GATE = 1030

describe('one connection and a queue of one, 10 requests a second that take 400 ms', () => {
  const slowly: PodBehaviour = () => ({ answer: 200, latencyMs: 400 })
  const pool = '{ connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1 } } }'
  const { at, film } = play(pool, 1, EVENLY, slowly, 5000)

  test('has what it had at once, later by the way to the gate', () => {
    const now = (ms: number) => {
      const { inFlight, waiting } = at(GATE + ms)?.clusters.get(ALL) ?? { inFlight: NaN, waiting: [] }
      return [inFlight, waiting.length]
    }
    // The first has a connection at 0.2 and its answer at 400.6; the second waits from 100 on, the next three are turned away.
    expect([50, 150, 250, 350, 399].map(now)).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ])
    // The second has the connection then, the sixth waits from 500 on.
    expect([450, 550].map(now)).toEqual([
      [1, 0],
      [1, 1],
    ])
  })

  test('tells how long one has waited, and how much of its wait that is', () => {
    const [first] = at(GATE + 250)?.clusters.get(ALL)?.waiting ?? []
    expect(first?.sinceMs).toBeCloseTo(150, 6)
    expect(first?.part).toBeCloseTo(150 / 300.6, 6)
  })

  test('knows its limits and whose requests these are', () => {
    expect(at(2000)?.clusters.get(ALL)?.limits).toEqual({ connections: 1, pending: 1, requests: undefined })
    expect(at(GATE + 250)?.pods.get(FIRST)).toEqual({ inFlight: 1, waiting: 1, idle: 0, errors: undefined })
  })

  test('is the same whatever stretch is filmed, and unknown outside it', () => {
    const part = film(2000, 3000)
    for (const ms of [2000, 2345, 3000]) expect(poolsAt(part, ms)).toEqual(at(ms))
    expect([poolsAt(part, 1999), poolsAt(part, 3001), poolsAt(undefined, 0)]).toEqual([undefined, undefined, undefined])
  })
})

test('each pod has a first connection whatever the limit, and keeps it when idle', () => {
  const quickly: PodBehaviour = () => ({ answer: 200, latencyMs: 20 })
  const policy = '{ loadBalancer: { simple: ROUND_ROBIN }, connectionPool: { tcp: { maxConnections: 1 } } }'
  const { at } = play(policy, 2, EVENLY, quickly, 3000)
  const now = (ms: number) => {
    const { clusters, pods } = at(GATE + ms) ?? {}
    const { connections, inFlight } = clusters?.get(ALL) ?? {}
    return [connections, inFlight, pods?.get(SECOND)?.idle, pods?.get(FIRST)?.idle]
  }
  expect([-1, 10, 50, 110, 150].map(now)).toEqual([
    [0, 0, 0, 0],
    [1, 1, 0, 0],
    [1, 0, 1, 0],
    [2, 1, 1, 0],
    [2, 0, 1, 1],
  ])
})

/** From the gate to the pod, and at the pod the least that can be seen: 220 + 260 + 80. */
const LANDS = GATE + 560

describe('a pod that answers nothing but errors', () => {
  const badSecond: PodBehaviour = ({ endpoint }) => ({
    answer: endpoint?.pod === 'reviews-v1-1' ? 500 : 200,
    latencyMs: 20,
  })
  const policy = (outlier: string) => `{ loadBalancer: { simple: ROUND_ROBIN }, outlierDetection: { ${outlier} } }`
  const bad = (outlier: string, untilMs = 12_000) => play(policy(outlier), 2, EVENLY, badSecond, untilMs)

  test('counts up as its errors land, and starts anew where they eject it', () => {
    const { at, film } = bad('consecutive5xxErrors: 3, interval: 1s, baseEjectionTime: 3s, maxEjectionPercent: 100')
    // It gets every other request: those of 0, 200 and 400.
    expect(
      film()
        .pools.find(({ cluster }) => cluster === ALL)
        ?.errors[0]?.atMs.slice(0, 3),
    ).toEqual([LANDS, LANDS + 200, LANDS + 400])
    const errors = (ms: number) => at(ms)?.pods.get(SECOND)?.errors
    expect(errors(LANDS - 1)).toEqual({ kind: 'consecutive-5xx', count: 0, threshold: 3 })
    expect([LANDS, LANDS + 199, LANDS + 200, LANDS + 400].map(ms => errors(ms)?.count)).toEqual([1, 1, 2, 0])
    expect(at(LANDS + 200)?.pods.get(FIRST)?.errors?.count).toBe(0)
  })

  test('a 500 is no gateway error', () => {
    const { film } = bad('consecutive5xxErrors: 9, consecutiveGatewayErrors: 2', 2000)
    const reels = film().pools.find(({ cluster }) => cluster === ALL)?.errors ?? []
    expect(reels.map(({ kind, pod }) => [kind, pod])).toEqual([['consecutive-5xx', SECOND]])
  })

  test('reaches its threshold whenever the log ejects it', () => {
    const flaky: PodBehaviour = ({ random }) => ({ answer: random() < 0.7 ? 503 : 200, latencyMs: 5 })
    const outlier = 'consecutive5xxErrors: 4, interval: 1s, baseEjectionTime: 1s, maxEjectionPercent: 100'
    const busy = loaded({ kind: 'rate', perSecond: 40, evenly: false })
    const { requests, events, cluster } = play(policy(outlier), 3, busy, flaky, 30_000)
    const pod = (endpoint: Endpoint | undefined) => `pod:default/${endpoint?.pod ?? ''}`
    const ends = requests.flatMap(({ tries }) =>
      tries.flatMap(({ endpoint, endMs, result }): readonly CountedEnd[] =>
        endMs === undefined || result === undefined
          ? []
          : [{ pod: pod(endpoint), atMs: endMs, shownMs: endMs, end: result }],
      ),
    )
    const returns = events.flatMap((event): readonly CountedEnd[] =>
      event.kind === 'returned'
        ? [{ pod: pod(event.endpoint), atMs: event.atMs, shownMs: event.atMs, end: 'anew' }]
        : [],
    )
    const reels = errorReels([...ends, ...returns], () => cluster, { fromMs: 0, untilMs: Infinity })
    const answered = new Set(ends.flatMap(({ end, atMs }) => (end === 200 ? [atMs] : [])))
    /** While it is out it may get requests all the same, where all are out: nothing comes of their errors. */
    const isOut = (of: string, atMs: number): boolean =>
      events
        .filter(event => event.kind === 'ejected' || event.kind === 'returned')
        .findLast(event => event.atMs < atMs && pod(event.endpoint) === of)?.kind === 'ejected'
    const reached = reels.flatMap(({ pod: of, atMs, counts }) =>
      atMs.filter((at, i) => counts[i] === 0 && counts[i - 1] === 3 && !answered.has(at) && !isOut(of, at)),
    )
    const ejected = events.flatMap(event => (event.kind === 'ejected' ? [event.atMs] : []))
    expect(ejected.length).toBeGreaterThan(10)
    expect(reached.sort((a, b) => a - b)).toEqual(ejected)
  })
})

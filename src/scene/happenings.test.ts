import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../core/envoy/index.ts'
import type { Load, PodBehaviour, Traffic } from '../core/simulate/index.ts'
import { simulate } from '../core/simulate/index.ts'
import { buildStage } from './build-stage.ts'
import { closingsOf, sinceBounce } from './closures.ts'
import { happeningsOf } from './happenings.ts'
import { headlineFor } from './headline.ts'
import { isOff, momentAt } from './moment.ts'
import { ejectionsOf, podStateAt } from './pod-tracks.ts'
import { podTail, stateSentences, stateWords, stayLeft } from './pod-words.ts'
import { seenIn } from './seen.ts'
import * as canary from './testing/canary.ts'
import { tallyAt } from './tally.ts'
import { departuresOf } from './timetable.ts'

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
const TWO_ERRORS = '{ consecutive5xxErrors: 2, interval: 1s, baseEjectionTime: 3s, maxEjectionPercent: 100 }'

const loaded = (load: Load): Traffic => ({
  ...canary.USUAL,
  clients: canary.USUAL.clients.map(client => ({ ...client, load })),
})
const EVENLY = loaded({ kind: 'rate', perSecond: 10, evenly: true })

function play(policy: string, replicas: number, traffic: Traffic, pods: PodBehaviour, untilMs: number) {
  const world = canary.worldOf(rule(policy) + podsOf(replicas), traffic)
  const { routerFor } = world
  const log = { ...simulate({ traffic, routerFor, pods }, untilMs + 20_000), untilMs }
  const stage = buildStage(world, canary.PRODUCTPAGE, traffic, seenIn(log.requests))
  const departures = departuresOf(log, stage)
  const config = world.configFor(canary.PRODUCTPAGE)
  return { log, stage, departures, happenings: happeningsOf(log, [stage], departures, [{ atMs: 0, config }]) }
}

/** Turns go round: the second pod gets every other request, and answers nothing but 500 after 20 ms. */
const badSecond: PodBehaviour = ({ endpoint }) => ({ answer: endpoint?.pod.endsWith('-1') ? 500 : 200, latencyMs: 20 })
const outlierRun = (untilMs: number) =>
  play(`{ loadBalancer: { simple: ROUND_ROBIN }, outlierDetection: ${TWO_ERRORS} }`, 2, EVENLY, badSecond, untilMs)
const SECOND = 'pod:default/reviews-v1-1'

/** In, one rule, rail, split, subset, to the pod, and at the pod the least that can be seen: 300+90+220+420+220+260+80. */
const LANDS = 1590

describe('a pod that is ejected after two errors', () => {
  const { departures, happenings, stage } = outlierRun(12_000)
  const [track, ...others] = happenings.pods

  test('changes when the deciding answer lands, and each stay is as long as in the log', () => {
    expect(others).toEqual([])
    expect(track?.id).toBe(SECOND)
    // Its second error is the third request, sent at 200. The log ejects it at 220.4, so all shows 1,569.6 later; checks
    // come each second, the first after 3,220.4 at 4,000. The second time it is out for 3 s twice: until 10,320.4.
    const lag = 200 + LANDS - 220.4
    expect(track?.states.map(({ kind }) => kind)).toEqual(['out', 'back', 'out', 'back', 'out'])
    for (const [i, atMs] of [200 + LANDS, 4000 + lag, 4300 + LANDS, 11_000 + lag, 11_300 + LANDS].entries())
      expect(track?.atMs[i]).toBeCloseTo(atMs, 6)
    expect(track?.states[2]).toMatchObject({ count: 2, factor: 2, baseMs: 3000, threshold: 2 })
    const again = track?.states[2]
    if (again?.kind !== 'out') throw new Error('it is out')
    expect(again.untilMs - again.sinceMs).toBeCloseTo(6000, 6)
    // Something was delivered within the last second: the balancer learns of it a second later.
    expect(again.told.map(({ used }) => used)).toEqual([false])
    expect((again.told[0]?.atMs ?? 0) - again.sinceMs).toBeCloseTo(1000, 6)
  })

  test('has landed exactly two errors by then', () => {
    const errors = (nowMs: number) => tallyAt(departures, nowMs).byOutcome.get('app-error') ?? 0
    expect([errors(1789), errors(1790)]).toEqual([1, 2])
    expect([podStateAt(track, 1789.9)?.kind, podStateAt(track, 1790)?.kind]).toEqual([undefined, 'out'])
  })

  test('is found at any time, whichever way time goes', () => {
    const kinds = [0, 2000, 5600, 6000, 12_000, 6000, 2000, 0].map(at => podStateAt(track, at)?.kind)
    expect(kinds).toEqual([undefined, 'out', 'back', 'out', 'out', 'out', 'out', undefined])
  })

  test('counts how often it was ejected by a moment, since another', () => {
    // At 1,790, 5,890 and 12,890 ms.
    expect([1789, 1790, 5889, 5890, 12_889, 12_890].map(at => ejectionsOf(track, 0, at))).toEqual([0, 1, 1, 2, 2, 3])
    expect([5000, 6000].map(from => ejectionsOf(track, from, 12_000))).toEqual([1, 0])
    expect(ejectionsOf(undefined, 0, 5000)).toBe(0)
  })

  test('is spoken of', () => {
    const first = podStateAt(track, 2000)
    expect(stateWords(first, 2000)).toBe('out since 1.8 s')
    expect(stateWords(first, 2000)).toBe('out since 1.8 s')
    expect(stateSentences(first, 2000)).toEqual([
      'Out since 1.8 s, after 2 answers of 5xx in a row.',
      'Stays out for 3 s × 1. Back at the first check after 4.8 s.',
      'Kubernetes still calls this pod ready. Only this sidecar avoids it.',
    ])
    expect(stateSentences(podStateAt(track, 6000), 6000)[1]).toBe(
      'Stays out for 3 s × 2. Back at the first check after 11.9 s. The balancer learns of it at 6.9 s.',
    )
    expect(stateWords(podStateAt(track, 5600), 5600)).toBe('back since 5.6 s')
    expect(stateWords(podStateAt(track, 5600), 8600)).toBeUndefined()
    expect(stayLeft(first, 3290)).toEqual({ ms: 1500, part: 0.5 })
    expect(stayLeft(first, 5000)).toEqual({ ms: 0, part: 0 })
    expect(['reviews-v1-m8d2q', 'reviews-v1-1', 'api'].map(podTail)).toEqual(['m8d2q', 'v1-1', 'api'])
  })

  test('is in the headline with its errors while these are recent, then alone', () => {
    const said = (nowMs: number) => headlineFor(stage, tallyAt(departures, nowMs), momentAt(happenings, nowMs))
    expect(said(1700).title).toBe('50 % of requests fail: pods answer 5xx')
    expect(said(1800)).toEqual({
      title: '66.7 % of requests fail: pods answer 5xx',
      detail: '2 of 3 got it from a pod or its sidecar. One pod is ejected, one carries everything.',
    })
    const none = { ...tallyAt(departures, 1800), recent: { total: 1, failed: new Map<string, number>() } }
    expect(headlineFor(stage, none, momentAt(happenings, 1800))).toEqual({
      title: 'One pod is ejected, one carries everything',
      detail: 'Kubernetes still calls this pod ready. Only productpage’s sidecar avoids it.',
    })
    const other = {
      ...stage.workloads[0]!,
      id: 'workload:other',
      pods: [{ id: 'pod:other', name: 'other', ready: true }],
    }
    const more = { ...stage, workloads: [...stage.workloads, other] } as typeof stage
    expect(headlineFor(more, none, momentAt(happenings, 1800)).title).toBe(
      'One pod is ejected, one other carries its share',
    )
    // By 5.65 s what left until 4,060 has landed, 41 requests; two of them were errors.
    expect(said(5650)).toEqual({
      title: '4.9 % of requests fail: pods answer 5xx',
      detail: '2 of 41 got it from a pod or its sidecar.',
    })
  })

  test('is marked on the timeline each time', () => {
    const marks = happenings.marks.map(({ kind, atMs, label }) => `${kind} ${label} ${atMs.toFixed(1)}`)
    expect(marks).toEqual([
      'out v1-1 1790.0',
      'back v1-1 5569.6',
      'out v1-1 5890.0',
      'back v1-1 12569.6',
      'out v1-1 12890.0',
    ])
  })

  test('has the same past in a longer log', () => {
    const longer = outlierRun(30_000).happenings.pods[0]
    expect([...(longer?.atMs ?? [])].slice(0, 5)).toEqual([...(track?.atMs ?? [])])
    expect(longer?.states.slice(0, 3)).toEqual(track?.states.slice(0, 3))
  })
})

describe('a limit that turns requests away', () => {
  const burst = loaded({ kind: 'burst', size: 4 })
  const pool = '{ connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1 } } }'
  const slow: PodBehaviour = () => ({ answer: 200, latencyMs: 500 })
  const { stage, departures, happenings } = play(pool, 1, burst, slow, 10_000)

  test('has its hole at the cluster that it is of, and the line of the DestinationRule', () => {
    const [hole, ...others] = stage.holes
    expect(others).toEqual([])
    expect(hole).toMatchObject({
      outcome: 'turned-away',
      label: '503 UO',
      cause: 'the queue of 1 is full: http1MaxPendingRequests',
      at: 'outbound|9080||reviews.default.svc.cluster.local',
      bounced: true,
    })
    expect(hole?.origin?.path).toEqual(['spec', 'trafficPolicy', 'connectionPool', 'http', 'http1MaxPendingRequests'])
  })

  test('bounces what came while one waited for a connection, before the cluster', () => {
    const bounced = departures.filter(({ course }) => course.outcome === 'turned-away')
    expect(bounced.flatMap(({ numbers }) => [...numbers])).toEqual([2, 3, 4])
    for (const { course } of bounced) {
      const lanes = course.steps.flatMap(step => (step.kind === 'travel' ? [step.laneId.replace(/:.*/, '')] : []))
      expect(lanes).toEqual(['in', 'spine', 'rail', 'split', 'fall'])
      // In, one rule, rail, split: then it turns; 420 more and it is over the rim.
      expect([course.turnsAtMs, course.landsAtMs]).toEqual([1030, 1450])
    }
  })

  test('closes the gate for a second, and says so', () => {
    const now = (nowMs: number) => momentAt(happenings, nowMs)
    const cluster = stage.holes[0]?.at ?? ''
    expect([1029, 1030, 1230, 2029, 2030].map(at => now(at).closed.get(cluster))).toEqual([
      undefined,
      0,
      200,
      999,
      undefined,
    ])
    expect(happenings.marks).toMatchObject([{ kind: 'gate', atMs: 1030 }])
    expect(headlineFor(stage, tallyAt(departures, 1500), now(1500))).toEqual({
      title: 'The queue is full',
      detail: '3 requests were turned away with 503 UO. productpage’s sidecar keeps this limit, not the pods.',
    })
    expect(headlineFor(stage, tallyAt(departures, 5000), now(5000))).toEqual({
      title: '75 % of requests are turned away: the queue of 1 is full',
      detail: '3 of 4 got 503 UO.',
    })
  })

  test('closes anew after a second without', () => {
    const closure = { hole: '', cluster: '', atMs: Float64Array.of(0, 400, 1399, 2399, 3500) }
    expect(closingsOf(closure)).toEqual([0, 2399, 3500])
    expect([399, 400, 1398, 2398.5, 2399, 3399].map(at => sinceBounce(closure, at))).toEqual([
      399,
      0,
      998,
      999.5,
      0,
      undefined,
    ])
  })
})

test('a pod that is not ready, and one that is gone, as the lists of the proxy have them', () => {
  const { log, stage, departures } = play('{}', 2, EVENLY, badSecond, 5000)
  const world = canary.worldOf(rule('{}') + podsOf(2), EVENLY)
  const config = world.configFor(canary.PRODUCTPAGE)
  const other = (of: (endpoint: Endpoint) => readonly Endpoint[]) => ({
    ...config,
    clusters: new Map(
      [...config.clusters].map(([name, cluster]) => [name, { ...cluster, endpoints: cluster.endpoints.flatMap(of) }]),
    ),
  })
  const isSecond = ({ pod }: Endpoint) => pod === 'reviews-v1-1'
  const { pods, marks } = happeningsOf(log, [stage], departures, [
    { atMs: 0, config },
    { atMs: 1000, config: other(each => [isSecond(each) ? { ...each, healthy: false } : each]) },
    { atMs: 2000, config: other(each => (isSecond(each) ? [] : [each])) },
    { atMs: 3000, config },
  ])
  const [track] = pods
  expect(pods.map(({ id }) => id)).toEqual([SECOND])
  const words = [999, 1000, 2000, 3000, 6000].map(at => stateWords(podStateAt(track, at), at))
  expect(words).toEqual([undefined, 'not ready', 'gone', 'back since 3.0 s', undefined])
  expect([999, 1000, 2000, 3000].map(at => isOff(podStateAt(track, at)))).toEqual([false, true, true, false])
  expect(marks.map(({ kind, atMs, words: said }) => `${kind} ${atMs} ${said}`)).toEqual([
    'out 1000 reviews-v1-1 is not ready',
    'out 2000 reviews-v1-1 is gone',
    'back 3000 reviews-v1-1 is back',
  ])
})

test('below minHealthPercent a pod that is out is used all the same', () => {
  const outlier = TWO_ERRORS.replace('}', ', minHealthPercent: 60 }')
  const policy = `{ loadBalancer: { simple: ROUND_ROBIN }, outlierDetection: ${outlier} }`
  const { stage, departures, happenings } = play(policy, 2, EVENLY, badSecond, 3000)
  const state = podStateAt(happenings.pods[0], 2000)
  // One of two is 50 %.
  expect(stateSentences(state, 2000).at(-1)).toBe('Too few pods are left, so this sidecar uses it all the same.')
  const good = { ...tallyAt(departures, 2000), recent: { total: 1, failed: new Map<string, number>() } }
  expect(headlineFor(stage, good, momentAt(happenings, 2000))).toEqual({
    title: 'One pod is ejected, yet every pod is used',
    detail: 'Too few are left: below minHealthPercent productpage’s sidecar sends to every pod.',
  })
})

test('a cluster that is set up anew knows nothing of an ejection', () => {
  const { log, stage, departures } = outlierRun(3000)
  const configOf = (policy: string) => canary.worldOf(rule(policy) + podsOf(2), EVENLY).configFor(canary.PRODUCTPAGE)
  const before = configOf(`{ loadBalancer: { simple: ROUND_ROBIN }, outlierDetection: ${TWO_ERRORS} }`)
  const tracks = (config: typeof before) =>
    happeningsOf(log, [stage], departures, [
      { atMs: 0, config: before },
      { atMs: 1000, config },
    ]).pods.map(({ states, atMs }) => states.map(({ kind }, i) => `${kind} ${(atMs[i] ?? 0).toFixed(1)}`))
  // Ejected at 220.4, shown 1,569.6 later.
  expect(tracks(configOf('{}'))).toEqual([['out 1790.0', 'back 2569.6']])
  expect(tracks(before)).toEqual([['out 1790.0']])
})

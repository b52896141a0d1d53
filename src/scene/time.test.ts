import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toProxyId } from '../core/base/ids.ts'
import { simulate } from '../core/simulate/index.ts'
import type { EventLog, SimulationInput } from '../core/simulate/index.ts'
import { buildStage } from './build-stage.ts'
import { courseOf } from './course.ts'
import type { Outcome } from './outcome.ts'
import { particlesAt } from './particles.ts'
import type { Course, Tally } from './scene.ts'
import { departuresOf } from './timetable.ts'
import { keyOf, tallyAt, timelineBars } from './tally.ts'
import * as canary from './testing/canary.ts'
import { classOf, request, trafficOf } from './testing/canary.ts'

const PODS =
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', 2) +
  canary.deployment('reviews-v2', 'v2', 1) +
  canary.deployment('productpage', 'v1', 1, 'productpage')

/** Something of everything: a delay, an abort, a mirror, a missing subset, no pods, no rule. */
const MIXED =
  canary.virtualService(`  - match: [{ uri: { prefix: /slow } }]
    route: [{ destination: { host: reviews, subset: v1 } }]
    fault: { delay: { percentage: { value: 50 }, fixedDelay: 2s }, abort: { percentage: { value: 30 }, httpStatus: 503 } }
  - match: [{ uri: { prefix: /copy } }]
    route: [{ destination: { host: reviews, subset: v1 } }]
    mirror: { host: reviews, subset: v2 }
  - match: [{ uri: { prefix: /x } }]
    route:
    - { destination: { host: reviews, subset: v7 }, weight: 50 }
    - { destination: { host: reviews, subset: v9 }, weight: 50 }
  - match: [{ uri: { exact: /old } }]
    redirect: { uri: /new }
`) +
  canary.destinationRule(['v1', 'v2', 'v9']) +
  PODS
const PATHS = ['/slow', '/copy', '/x', '/old', '/login']
const TRAFFIC = trafficOf(...PATHS.map(path => classOf(path, 1, request(path))))

/** Those that leave before `untilMs`, all at their end. */
function settled(input: SimulationInput, untilMs: number): EventLog {
  const log = simulate(input, untilMs + 30_000)
  return { ...log, untilMs, requests: log.requests.filter(({ atMs }) => atMs < untilMs) }
}

function play(text: string, traffic = TRAFFIC, untilMs = 20_000) {
  const world = canary.worldOf(text, traffic)
  const stage = buildStage(world, canary.PRODUCTPAGE, traffic)
  const log = settled({ traffic, routerFor: proxy => world.routerFor(proxy) }, untilMs)
  const courses = log.requests.flatMap(record =>
    record.decision ? courseOf(stage, record.decision, record.requestClass.request, record) : [],
  )
  return { stage, log, courses, departures: departuresOf(log, stage) }
}

const kinds = (course: Course) =>
  course.steps.map(
    step =>
      `${step.kind === 'travel' ? (step.laneId.split(':')[0] ?? '') : step.kind === 'wait' ? step.why : step.kind} ${String(step.endMs)}`,
  )

describe('a course', () => {
  const { courses } = play(MIXED)
  const find = (outcome: Outcome, part: string): Course | undefined =>
    courses.find(course => course.outcome === outcome && course.touches.some(id => id.includes(part)))

  test('of an answered request ends in its pod', () => {
    const course = find('succeeded', 'rule 2')
    expect(course && kinds(course)).toEqual([
      'in 300',
      'spine 480',
      'rail 700',
      'split 1120',
      'subset 1340',
      'deliver 1600',
      'served 1680',
      'answered 1800',
    ])
    expect([course?.turnsAtMs, course?.landsAtMs]).toEqual([1680, 1680])
    expect(course?.end).toMatch(/^pod:default\/reviews-v1-[01]$/)
  })

  test('of a missing cluster turns when its leg is drawn', () => {
    const course = find('nowhere', 'rule 3')
    expect(course && kinds(course)).toEqual(['in 300', 'spine 570', 'rail 790', 'fall 1210', 'sink 1610'])
    expect([course?.turnsAtMs, course?.landsAtMs]).toEqual([570, 1210])
  })

  test('without a rule turns where the spine ends, past all rules', () => {
    const course = find('nowhere', 'no-rule')
    expect(course && kinds(course)).toEqual(['in 300', 'spine 660', 'fall 1080', 'sink 1480'])
    expect([course?.turnsAtMs, course?.landsAtMs]).toEqual([660, 1080])
  })

  test('to nobody turns behind the subset', () => {
    const course = find('nobody', 'v9')
    expect(course && kinds(course)).toEqual([
      'in 300',
      'spine 570',
      'rail 790',
      'split 1210',
      'subset 1430',
      'fall 1850',
      'sink 2250',
    ])
    expect([course?.turnsAtMs, course?.landsAtMs]).toEqual([1430, 1850])
  })

  test('of an injected delay waits in simulated time after the spine', () => {
    const delayed = courses.find(
      course => course.outcome === 'injected' && course.steps.some(step => step.kind === 'wait'),
    )
    expect(delayed && kinds(delayed)).toEqual(['in 300', 'spine 390', 'delay 2390', 'fall 2810', 'sink 3210'])
    expect(delayed?.turnsAtMs).toBe(2390)
  })

  test('of a mirrored request sends a copy from the end of its rail, which nothing but its own lane counts', () => {
    const course = find('succeeded', 'rule 2')
    expect(course?.ghosts.map(ghost => [ghost.startsAtMs, ghost.steps.map(step => step.endMs)])).toEqual([
      [800, [1220, 1440, 1700, 1860]],
    ])
    // It ends as a ring at the pod, of which nothing comes back.
    expect(course?.ghosts[0]?.steps.at(-1)).toMatchObject({ kind: 'wait', why: 'copied', startMs: 1700 })
    expect(course?.touches.filter(id => id.includes('mirror')).length).toBe(2)
    expect(course?.touches.some(id => id.includes('reviews-v2'))).toBe(false)
  })

  test('is shared by all requests that go the same way', () => {
    // 5 paths: (2 pods + FI) x delayed or not, 2 pods, NC and UH, redirect, NR.
    expect(new Set(courses).size).toBe(6 + 2 + 2 + 1 + 1)
  })
})

test('lanes of every course follow on each other and stand on the stage with all that it touches', () => {
  const { stage, courses } = play(MIXED)
  const lanes = new Map(stage.lanes.map(lane => [lane.id, lane]))
  const ids = new Set<string>([
    ...lanes.keys(),
    ...[...stage.rules, ...stage.subsets, ...stage.workloads, ...stage.holes, ...stage.replies].map(node => node.id),
    ...stage.rules.flatMap(node => node.rows.flatMap(row => [row.id, ...row.legs.map(leg => leg.id)])),
    ...stage.subsets.flatMap(node => node.rows.map(row => row.id)),
    ...stage.workloads.flatMap(node => node.pods.map(pod => pod.id)),
  ])
  const follow = (steps: Course['steps'], from: string, name: string) => {
    let at = from
    for (const step of steps) {
      if (step.kind !== 'travel') continue
      const lane = lanes.get(step.laneId)
      expect(lane?.from, `${name}: ${step.laneId}`).toBe(at)
      at = lane?.to ?? ''
    }
  }
  for (const course of new Set(courses)) {
    follow(course.steps, 'client', course.end)
    for (const ghost of course.ghosts) {
      const first = ghost.steps[0]
      follow(ghost.steps, (first?.kind === 'travel' && lanes.get(first.laneId)?.from) || '', 'copy')
    }
    expect(course.touches.filter(id => !ids.has(id))).toEqual([])
    expect(ids).toContain(course.end)
  }
})

/** The slow and plain way to count. */
function bruteForce({ log, courses }: ReturnType<typeof play>, atMs: number): Tally {
  const byOutcome = new Map<Outcome, number>()
  const counts = new Map<string, number>()
  const inFlight = new Map<string, number>()
  let total = 0
  log.requests.forEach((record, i) => {
    const course = courses[i]
    for (const { podId, startMs, endMs } of course?.served ?? []) {
      const isServed = record.atMs + startMs <= atMs && atMs < record.atMs + endMs
      if (isServed) inFlight.set(podId, (inFlight.get(podId) ?? 0) + 1)
    }
    if (!course || record.atMs + course.landsAtMs > atMs) return
    total++
    byOutcome.set(course.outcome, (byOutcome.get(course.outcome) ?? 0) + 1)
    for (const id of course.touches) counts.set(id, (counts.get(id) ?? 0) + 1)
  })
  return { total, byOutcome, counts, inFlight }
}

const sorted = (map: ReadonlyMap<string, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

test('a tally at any time, forward or back, is what counting every request gives', () => {
  const played = play(MIXED)
  const time = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(time, atMs => {
      const tally = tallyAt(played.departures, atMs)
      const slow = bruteForce(played, atMs)
      expect(tally.total).toBe(slow.total)
      expect(sorted(tally.byOutcome)).toEqual(sorted(slow.byOutcome))
      expect(sorted(tally.counts)).toEqual(sorted(slow.counts))
      expect(sorted(tally.inFlight)).toEqual(sorted(slow.inFlight))
      expect([...tally.byOutcome.values()].reduce((a, b) => a + b, 0)).toBe(tally.total)
    }),
    { numRuns: 60 },
  )
})

test('numbers add up: rules and what no rule took make the card, ends make the total', () => {
  const { stage, departures } = play(MIXED)
  const tally = tallyAt(departures, 15_000)
  const of = (id: string): number => tally.counts.get(id) ?? 0
  const sum = (nodes: readonly { readonly id: string }[]): number => nodes.reduce((all, node) => all + of(node.id), 0)
  for (const card of stage.rules) {
    expect(sum(card.rows) + sum(stage.holes.filter(hole => hole.at === card.id))).toBe(of(card.id))
  }
  expect(sum([...stage.holes, ...stage.replies, ...stage.workloads])).toBe(tally.total)
  for (const node of stage.workloads) expect(sum(node.pods)).toBe(of(node.id))
  expect(keyOf(tally).reduce((all, entry) => all + entry.count, 0)).toBe(tally.total)
  expect(tally.total).toBeGreaterThan(600)
})

test('only requests of the caller in view count', () => {
  const [client] = TRAFFIC.clients
  if (!client) throw new Error('no client')
  const world = canary.worldOf(MIXED, TRAFFIC)
  const stage = buildStage(world, canary.PRODUCTPAGE, TRAFFIC)
  const both = { ...TRAFFIC, clients: [client, { ...client, id: 'b', proxy: world.callers[0] ?? client.proxy }] }
  const elsewhere = { ...both, clients: [client, { ...client, id: 'b', proxy: toProxyId('other', 'default') }] }
  const landed = (of: typeof both): number =>
    tallyAt(departuresOf(settled({ traffic: of, routerFor: proxy => world.routerFor(proxy) }, 1000), stage), 20_000)
      .total
  expect([landed(both), landed(elsewhere)]).toEqual([100, 50])
})

test('the timeline holds each landed request once, in the half second in which it landed', () => {
  const { departures } = play(MIXED)
  const bars = timelineBars(departures, 500, 10_000)
  expect(bars).toHaveLength(20)
  bars.forEach((bar, i) => {
    const until = tallyAt(departures, (i + 1) * 500 - 1e-6)
    const before = tallyAt(departures, i * 500 - 1e-6)
    for (const outcome of until.byOutcome.keys()) {
      const landed = (until.byOutcome.get(outcome) ?? 0) - (before.byOutcome.get(outcome) ?? 0)
      if (i < 19) expect(bar.get(outcome) ?? 0).toBe(landed)
    }
  })
})

test('particles are exactly the requests and copies on their way, alive until the deciding event', () => {
  const { log, courses, departures } = play(MIXED)
  for (const atMs of [0, 700, 5000, 9999, 23_000]) {
    const expected: string[] = []
    log.requests.forEach((record, i) => {
      const course = courses[i]
      const elapsed = atMs - record.atMs
      if (!course || elapsed < 0) return
      const end = course.steps.at(-1)?.endMs ?? 0
      if (elapsed < end)
        expected.push(`${String(record.number)} ${elapsed < course.turnsAtMs ? 'alive' : course.outcome}`)
      for (const { startMs, endMs, look } of course.failed) {
        if (startMs <= elapsed && elapsed < endMs) expected.push(`${String(record.number)} ${look}`)
      }
      for (const ghost of course.ghosts) {
        if (ghost.startsAtMs <= elapsed && elapsed < (ghost.steps.at(-1)?.endMs ?? 0)) {
          expected.push(`${String(record.number)} ghost`)
        }
      }
    })
    const particles = particlesAt(departures, atMs)
    expect(particles.map(each => `${String(each.number)} ${each.look}`).sort()).toEqual(expected.sort())
    for (const { fraction } of particles) expect(fraction >= 0 && fraction < 1).toBe(true)
  }
})

test('a delayed particle says how long it still waits', () => {
  const { log, courses, departures } = play(MIXED)
  const index = courses.findIndex(course => course.steps.some(step => step.kind === 'wait' && step.why === 'delay'))
  const record = log.requests[index]
  const particle = particlesAt(departures, (record?.atMs ?? 0) + 390 + 500).find(each => each.number === record?.number)
  expect(particle?.secondsLeft).toBeCloseTo(1.5, 9)
})

import { expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { simulate } from '../core/simulate/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import { buildStage } from './build-stage.ts'
import type { Course, Tally } from './scene.ts'
import { tallyAt } from './tally.ts'
import * as canary from './testing/canary.ts'
import { departuresOf } from './timetable.ts'
import type { Departures } from './timetable.ts'
import { isOutside, isUnlikely } from './unlikely-share.ts'

// 100 draws at one half: of exactly 30 the probability is 2.32e-5, of 29 it is 9.79e-6; times 101 that is 2.3 and 0.99 in 1000.
test.each([
  ['few counted', 0, 0.5, 99, false],
  ['out of the usual range, as happens', 39, 0.5, 100, false],
  ['just not a thousand times better explained', 30, 0.5, 100, false],
  ['hardly by chance', 29, 0.5, 100, true],
  ['hardly by chance, above', 71, 0.5, 100, true],
  ['something where nothing should be', 1, 0, 100, true],
  ['nothing where nothing should be', 0, 0, 100, false],
  ['all where all should be', 100, 1, 100, false],
  ['not all where all should be', 99, 1, 100, true],
  ['as expected', 100, 0.1, 1000, false],
  ['one half more than expected', 150, 0.1, 1000, true],
  ['as expected, of many', 100_000, 0.1, 1_000_000, false],
])('a measured share is unlikely: %s', (_, count, share, n, expected) => {
  expect(isUnlikely(count, share, n)).toBe(expected)
})

/** Every moment of a run's first seconds at which a subset's share is called outside, eight times a second. */
function alarms(text: string, untilMs: number, change: (traffic: Traffic) => Traffic = traffic => traffic) {
  const world = createPipeline().run(text)
  const proxy = world.traffic.clients[0]?.proxy ?? canary.PRODUCTPAGE
  const clients = world.traffic.clients.filter(client => client.proxy === proxy)
  const traffic = change({ ...world.traffic, clients })
  const stage = buildStage(world, proxy, { ...world.traffic, clients })
  const departures = departuresOf(simulate({ traffic, routerFor: world.routerFor }, untilMs), stage)
  const rows = stage.subsets.flatMap(card => card.rows)
  return Array.from({ length: untilMs / 125 }, (_, i) => tallyAt(departures, i * 125)).filter(tally =>
    rows.some(({ id, share }) => isOutside(tally, id, share)),
  ).length
}

const [first] = SCENARIOS

test.each(SCENARIOS)('$title: the first ten seconds are what they should be', ({ text }) => {
  expect(alarms(text, 10_000)).toBe(0)
})

test('so they are for any visitor: a hundred runs of the first example', () => {
  const runs = Array.from({ length: 100 }, (_, seed) => alarms(first?.text ?? '', 10_000, t => ({ ...t, seed })))
  expect(runs.filter(count => count > 0)).toEqual([])
})

test('so they are however fast requests come, although those that die land first', () => {
  const faster = (traffic: Traffic): Traffic => ({
    ...traffic,
    clients: traffic.clients.map(client => ({ ...client, ratePerSecond: 2000 })),
  })
  expect(alarms(first?.text ?? '', 4000, faster)).toBe(0)
})

test('requests that are not what the picture expects are called outside', () => {
  const onlyOne = (traffic: Traffic): Traffic => ({
    ...traffic,
    clients: traffic.clients.map(client => ({ ...client, classes: client.classes.slice(0, 1) })),
  })
  expect(alarms(first?.text ?? '', 10_000, onlyOne)).toBeGreaterThan(0)
})

test('those that are settled left before any that is still on its way', () => {
  const world = canary.worldOf(canary.BROKEN)
  const stage = buildStage(world, canary.PRODUCTPAGE, canary.USUAL)
  const log = simulate({ traffic: canary.USUAL, routerFor: world.routerFor }, 10_000)
  const departures = departuresOf(log, stage)
  const all = departures.flatMap(({ course, atMs }) => [...atMs].map(at => ({ at, lands: at + course.landsAtMs })))
  const { settled, total } = tallyAt(departures, 5000)
  const underWay = Math.min(...all.filter(({ lands }) => lands > 5000).map(({ at }) => at))
  expect(settled?.total).toBe(all.filter(({ at }) => at < underWay).length)
  expect(settled?.total).toBeLessThan(total)
})

test('the sample is fair at every moment: the first that land are not the only ones in it', () => {
  const course = (landsAtMs: number, id: string) =>
    ({ outcome: 'succeeded', landsAtMs, touches: [id], served: [] }) as unknown as Course
  // One leaves in every 10 ms: two to the near one, three to the far one, over and over.
  const leaving = (landsAtMs: number, id: string, turns: readonly number[]): Departures => {
    const numbers = Array.from({ length: 1000 }, (_, i) => i + 1).filter(n => turns.includes(n % 5))
    const times = numbers.map(n => n * 10)
    return {
      chapter: 0,
      course: course(landsAtMs, id),
      atMs: Float64Array.from(times),
      numbers: Uint32Array.from(numbers),
    }
  }
  const departures = [leaving(500, 'near', [0, 3]), leaving(1500, 'far', [1, 2, 4])]
  const at = (nowMs: number) => tallyAt(departures, nowMs)
  const fairShare = ({ settled }: Tally, id: string, ofId?: string) => {
    const of = ofId === undefined ? settled?.total : settled?.counts.get(ofId)
    return settled && of ? (settled.counts.get(id) ?? 0) / of : undefined
  }
  expect([at(1400).total, fairShare(at(1400), 'near')]).toEqual([36, undefined])
  // 130 of the near ones have landed by 1,750 ms and 15 of the far ones: of the first 26 that left 10 are near.
  expect(fairShare(at(1760), 'near')).toBe(10 / 26)
  for (let nowMs = 1600; nowMs < 9000; nowMs += 37)
    expect(Math.abs((fairShare(at(nowMs), 'near') ?? 0) - 0.4)).toBeLessThan(0.15)
  expect(fairShare(at(4000), 'near', 'far')).toBeCloseTo(2 / 3, 1)
})

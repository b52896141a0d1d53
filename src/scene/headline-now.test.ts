import { expect, test } from 'vitest'
import { headlineFor } from './headline.ts'
import { momentAt } from './moment.ts'
import type { Course } from './scene.ts'
import type { Stage } from './stage.ts'
import { tallyAt } from './tally.ts'
import * as canary from './testing/canary.ts'
import { buildStage } from './build-stage.ts'
import type { Departures } from './timetable.ts'

const stage: Stage = (() => {
  const world = canary.worldOf(canary.CANARY)
  return buildStage(world, canary.PRODUCTPAGE, canary.USUAL)
})()

const sent = (outcome: Course['outcome'], times: readonly number[]): Departures => ({
  chapter: 0,
  course: { outcome, landsAtMs: 1000, touches: [], served: [], end: outcome } as unknown as Course,
  atMs: Float64Array.from(times),
  numbers: Uint32Array.from(times.keys()),
})

/** Ten a second, of which every second one fails from 2 s until 4 s; all land after one. */
const times = Array.from({ length: 300 }, (_, i) => i * 100)
const failing = times.filter((at, i) => at >= 2000 && at < 4000 && i % 2 === 0)
const departures = [
  sent(
    'succeeded',
    times.filter(at => !failing.includes(at)),
  ),
  sent('app-error', failing),
]
const said = (nowMs: number) => headlineFor(stage, tallyAt(departures, nowMs), momentAt(undefined, nowMs))

test('what fails is told of the last five seconds', () => {
  // At 4.9 s what left until 3.9 s has landed: 40, all of them lately, of which ten failed.
  expect(said(4900)).toMatchObject({ title: '25 % of requests fail: pods answer 5xx' })
  expect(said(4900).detail).toContain('10 of 40 got it from a pod or its sidecar.')
  // Since 3 s 50 have landed; the first of the ten that failed landed at 3 s.
  expect(said(8000).title).toBe('In the last 5 s, 18 % of requests fail: pods answer 5xx')
})

test('five seconds after the last one all succeed again, and it is said since when', () => {
  // The last one left at 3.8 s.
  expect(said(9790).title).toMatch(/^In the last 5 s, 2 % of requests fail/)
  expect(said(9800)).toMatchObject({ title: 'Every request that left since 3.9 s succeeds again' })
  expect(said(29_000).detail).toContain('Before, 10 of 281 failed: pods answered 5xx.')
})

test('after a change it is said since when nothing failed', () => {
  const good = tallyAt([sent('succeeded', times)], 9000)
  expect(headlineFor(stage, good, momentAt(undefined, 9000, 6000)).title).toMatch(
    /^Every request that left since 6\.0 s succeeds\./,
  )
  expect(headlineFor(stage, good, momentAt(undefined, 9000)).title).toMatch(/^Every request succeeds\./)
})

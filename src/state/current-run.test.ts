import { expect, test } from 'vitest'
import type { Course, Departures, Outcome } from '../scene/index.ts'
import type { Picture } from '../worker/protocol.ts'
import { chapterAt } from './chapter-at.ts'
import {
  findRequest,
  firstSent,
  isInBoth,
  latestLanded,
  momentOf,
  neighbourLanding,
  neighbourRequest,
  particlesOf,
  perDotOf,
  tallyOf,
} from './current-run.ts'
import { createPlaybackStore } from './playback-store.ts'

const course = (outcome: Outcome, landsAtMs: number): Course => ({
  steps: [{ kind: 'travel', laneId: 'x', startMs: 0, endMs: landsAtMs }],
  turnsAtMs: landsAtMs / 2,
  landsAtMs,
  outcome,
  touches: [outcome],
  end: outcome,
  ghosts: [],
  failed: [],
  served: [],
})

/** The run began then. */
const FROM_MS = 10_000

/** At `atMs` after the run began. */
const leaving = (way: Course, requests: readonly (readonly [number: number, atMs: number])[]): Departures => ({
  chapter: 0,
  course: way,
  atMs: Float64Array.from(requests.map(([, atMs]) => FROM_MS + atMs)),
  numbers: Uint32Array.from(requests.map(([number]) => number)),
})

/** Good ones take 1,000 ms, lost ones 500. */
const good = leaving(course('succeeded', 1000), [
  [1, 100],
  [3, 300],
  [5, 500],
])
const lost = leaving(course('nowhere', 500), [
  [2, 200],
  [4, 400],
])
const picture = {
  log: { series: 1, fromMs: FROM_MS, untilMs: 70_000, departures: [good, lost] },
  stage: {},
  chapters: [{ fromMs: FROM_MS, counts: 0, stage: {} }],
} as unknown as Picture
const because = 'config applied'
const run = { picture, because }

test.each([
  [10_699, 0, 0],
  [10_700, 0, 1],
  [10_900, 0, 2],
  [11_100, 1, 2],
  [99_999, 3, 2],
])('at %i ms %i have succeeded and %i are lost', (nowMs, succeeded, nowhere) => {
  const { byOutcome, total } = tallyOf(run, nowMs)
  expect([byOutcome.get('succeeded') ?? 0, byOutcome.get('nowhere') ?? 0, total]).toEqual([
    succeeded,
    nowhere,
    succeeded + nowhere,
  ])
})

test('a step goes to the next landing and back to the one before', () => {
  expect(neighbourLanding(run, 10_000, 1)).toBe(10_700)
  expect(neighbourLanding(run, 10_700, 1)).toBe(10_900)
  expect(neighbourLanding(run, 10_900, 1)).toBe(11_100)
  expect(neighbourLanding(run, 11_100, -1)).toBe(10_900)
  expect(neighbourLanding(run, 10_700, -1)).toBeUndefined()
  expect(neighbourLanding(run, 11_500, 1)).toBeUndefined()
})

test('finds a request by number, and the latest that landed', () => {
  expect(findRequest(run, 4)).toMatchObject({ number: 4, atMs: 10_400 })
  expect(findRequest(run, 6)).toBeUndefined()
  expect(latestLanded(run, 11_300, () => true)?.number).toBe(4)
  expect(latestLanded(run, 11_350, ({ course }) => course.outcome === 'succeeded')?.number).toBe(3)
  expect(latestLanded(run, 10_600, () => true)).toBeUndefined()
})

test('finds the first that fits before anything has landed', () => {
  expect(firstSent(run, () => true)).toMatchObject({ number: 1, atMs: 10_100 })
  expect(firstSent(run, ({ course }) => course.outcome === 'nowhere')).toMatchObject({ number: 2, atMs: 10_200 })
  expect(firstSent(run, () => false)).toBeUndefined()
})

test('the moment to see a request is after its outcome shows and before it lands', () => {
  const request = findRequest(run, 4)
  if (!request) throw new Error('request 4 is there')
  const into = momentOf(request) - FROM_MS - 400
  expect(into).toBeGreaterThan(lost.course.turnsAtMs)
  expect(into).toBeLessThan(lost.course.landsAtMs)
})

test('requests sent before a change finish under the configuration they left with', () => {
  const before = { toMs: 10_350, picture, because }
  const log = { series: 2, fromMs: 10_350, untilMs: 10_350, departures: [] }
  const now = { because, picture: { ...picture, log } }
  const numbers = (nowMs: number) => particlesOf(now, before, nowMs).map(({ number }) => number)
  expect(numbers(10_360)).toEqual([1, 2, 3])
  expect(numbers(11_050)).toEqual([1, 3])
  expect(numbers(11_400)).toEqual([])
})

/** The lost ones leave in a second chapter, which begins 200 ms after the run. */
const inTwo = {
  ...run,
  picture: {
    log: { series: 1, fromMs: FROM_MS, untilMs: 70_000, departures: [good, { ...lost, chapter: 1 }] },
    stage: {},
    chapters: [
      { fromMs: FROM_MS, counts: 0, label: '' },
      { fromMs: 10_200, counts: 1, label: 'VirtualService web applied' },
    ],
  } as unknown as Picture,
}

test.each([
  [9000, ''],
  [10_000, ''],
  [10_199, ''],
  [10_200, 'VirtualService web applied'],
  [60_000, 'VirtualService web applied'],
  [10_199, ''],
])('at %i ms the chapter is "%s", whatever was shown before', (nowMs, label) => {
  expect(chapterAt(inTwo, nowMs)?.label).toBe(label)
})

test('numbers are of what left in the chapter that is shown; what is on its way goes on', () => {
  expect(tallyOf(inTwo, 10_199).total).toBe(0)
  expect([...tallyOf(inTwo, 99_999).byOutcome]).toEqual([['nowhere', 2]])
  expect(particlesOf(inTwo, undefined, 10_650).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  expect(particlesOf(inTwo, undefined, 11_050).map(({ number }) => number)).toEqual([1, 3, 5])
})

test('a run with one comment more keeps its pictures and gets new places in the text', () => {
  const store = createPlaybackStore(true)
  const [a, b] = [0, 7].map(start => ({
    ...inTwo.picture,
    signature: 'same',
    chapters: inTwo.picture.chapters.map(one => ({
      ...one,
      stage: { start },
      ranges: new Map([['x', { start, end: 9 }]]),
    })),
  })) as unknown as [Picture, Picture]
  store.getState().apply(a, true)
  store.getState().apply(b, false)
  const { chapters } = store.getState().run?.picture ?? inTwo.picture
  expect(chapters.map(({ stage }) => stage)).toEqual([{ start: 0 }, { start: 0 }])
  expect(chapters.map(({ ranges }) => ranges.get('x')?.start)).toEqual([7, 7])
})

test('the next request of the own caller: numbers may leave some out', () => {
  expect(neighbourRequest(run, 3, 1)).toBe(4)
  const sparse = { ...run, picture: { ...picture, log: { ...picture.log, departures: [good] } } }
  expect([neighbourRequest(sparse, 3, 1), neighbourRequest(sparse, 3, -1), neighbourRequest(sparse, 5, 1)]).toEqual([
    5,
    1,
    undefined,
  ])
})

test('a dot stands for as many in both runs when one replaces another: together they are no more than 2,000', () => {
  const crowd = leaving(
    course('succeeded', 1000),
    Array.from({ length: 1500 }, (_, i) => [i + 1, 900]),
  )
  const later = { ...crowd, atMs: crowd.atMs.map(atMs => atMs + 1000) }
  const pictureOf = (departures: Departures) => ({ ...picture, log: { ...picture.log, departures: [departures] } })
  const before = { toMs: 11_000, picture: pictureOf(crowd), because }
  // The one that follows is 1,000 ms later: both are on the way at 11,900 ms.
  const after = { picture: pictureOf(later), because }
  expect([perDotOf(after, undefined, 11_900), perDotOf(after, before, 11_900)]).toEqual([1, 2])
  expect(particlesOf(after, before, 11_899)).toHaveLength(750)
  // Nothing of it was sent before it was replaced.
  expect(perDotOf(after, { ...before, toMs: 10_800 }, 11_900)).toBe(1)
})

test('a request is in two runs when it has the same number and left at the same time', () => {
  const with4At = (atMs: number) => ({
    because,
    picture: { ...picture, log: { ...picture.log, departures: [leaving(course('late', 5), [[4, atMs]])] } },
  })
  expect(isInBoth(with4At(300), with4At(300), 4)).toBe(true)
  expect([isInBoth(with4At(300), with4At(301), 4), isInBoth(with4At(300), with4At(300), 5)]).toEqual([false, false])
})

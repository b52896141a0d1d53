import { describe, expect, test } from 'vitest'
import { grow, tallyAt } from '../scene/index.ts'
import { createAnswerer } from './answer.ts'
import type { LongerLog, Picture } from './protocol.ts'

const deployment = (name: string, version: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}-${version} }
spec: { template: { metadata: { labels: { app: ${name}, version: ${version} } } } }
`
const textOf = (
  steps: string,
  more = '',
) => `${deployment('client', 'v1')}${deployment('web', 'v1')}${deployment('web', 'v2')}---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v2 } }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec: { host: web, subsets: [{ name: v2, labels: { version: v2 } }] }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: order }
spec:
  seed: 3
  clients: [{ from: client-v1, url: 'http://web/', rate: 100/s }]
  steps: [${steps}]
  ${more}
`
const WRONG = '{ at: 1s, apply: [VirtualService/web] }, { at: 2s, apply: [DestinationRule/web] }'
const RIGHT = '{ at: 1s, apply: [DestinationRule/web] }, { at: 2s, apply: [VirtualService/web] }'

function run(text: string, untilMs = 10_000) {
  const answer = createAnswerer()
  const given = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs })
  if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
  return { answer, picture: given.picture }
}

function extend(answer: ReturnType<typeof createAnswerer>, { log }: Picture, untilMs: number): LongerLog {
  const given = answer({ kind: 'extend', id: 2, untilMs, known: log })
  if (given.kind !== 'longer-log' || !given.log) throw new Error(JSON.stringify(given))
  return given.log
}

const holesBy = ({ chapters }: Picture) => chapters.map(({ stage }) => stage.holes.map(({ label }) => label))

describe('a VirtualService that is applied a second before its DestinationRule', () => {
  const { answer, picture } = run(textOf(WRONG))

  test('makes three pictures: before, with a hole, and without one once the last has fallen in', () => {
    expect(picture.chapters.map(({ label }) => label)).toEqual([
      '',
      'VirtualService web applied',
      'DestinationRule web applied',
      'DestinationRule web applied',
    ])
    expect(holesBy(picture)).toEqual([[], ['503 NC'], ['503 NC'], []])
    expect(picture.chapters.map(({ counts }) => counts)).toEqual([0, 1, 1, 2])
    const [, first = 0, second = 0, third = 0] = picture.chapters.map(({ fromMs }) => fromMs)
    // A push comes after 100 ms of quiet, takes 10 to 60 ms, and routes follow clusters after 10 ms.
    for (const late of [first - 1000, second - 2000]) {
      expect(late).toBeGreaterThanOrEqual(120)
      expect(late).toBeLessThanOrEqual(170)
    }
    // In 300, past one rule 90, over its rail 220, a fall of 420, under in 400; one leaves in every 10 ms.
    expect(third - second).toBeLessThanOrEqual(1430)
    expect(third - second).toBeGreaterThan(1410)
  })

  test('loses all that leaves between the two, and nothing else', () => {
    const { departures } = picture.log
    const leaving = departures.flatMap(({ chapter, course, atMs }) => [...atMs].map(at => ({ chapter, course, at })))
    expect(leaving).toHaveLength(1000)
    for (const { chapter, course } of leaving) expect(course.outcome).toBe(chapter === 1 ? 'nowhere' : 'succeeded')
    const [, first, second] = picture.chapters
    for (const { chapter, at } of leaving) {
      expect(chapter).toBe(at < (first?.fromMs ?? 0) ? 0 : at < (second?.fromMs ?? 0) ? 1 : 2)
    }
    const lost = leaving.filter(({ chapter }) => chapter === 1).length
    expect(Math.abs(lost - 100)).toBeLessThanOrEqual(6)
    const tally = tallyAt(
      departures.filter(({ chapter }) => chapter === 1),
      20_000,
    )
    expect([...tally.byOutcome]).toEqual([['nowhere', lost]])
  })

  test('has each request explained by what its proxy had when it left', () => {
    const routed = [0, 1, 2].map(chapter => {
      const number = picture.log.departures.find(one => one.chapter === chapter)?.numbers[0] ?? 0
      const given = answer({ kind: 'explain', id: 2, number })
      const steps = given.kind === 'explanation' ? (given.explanation?.steps ?? []) : []
      return steps.map(({ step }) => step).some(step => step.kind === 'cluster' && !step.found)
    })
    expect(routed).toEqual([false, true, false])
  })

  test('still has the fall while the next picture stands', () => {
    const [, hole, falling] = picture.chapters.map(({ stage }) => stage.lanes.find(({ kind }) => kind === 'fall'))
    expect(falling).toEqual({ ...hole, setShare: undefined })
  })

  test('goes on with the same pictures when more of it is asked for', () => {
    const log = extend(answer, picture, 20_000)
    expect([log.growsFrom, log.chapters]).toEqual(['known', picture.chapters])
    const departures = grow(picture.log.departures, log.growth)
    expect(departures.reduce((sum, { atMs }) => sum + atMs.length, 0)).toBe(2000)
  })
})

test('in the other order nothing is lost', () => {
  const { picture } = run(textOf(RIGHT))
  expect(picture.chapters.length).toBe(3)
  expect(holesBy(picture)).toEqual([[], [], []])
  expect(new Set(picture.log.departures.map(({ course }) => course.outcome))).toEqual(new Set(['succeeded']))
})

test('without steps there is one chapter, the whole text', () => {
  const { picture } = run(textOf(''))
  expect(picture.chapters).toEqual([
    {
      fromMs: 0,
      label: '',
      counts: 0,
      countsFromMs: 0,
      stage: picture.stage,
      ranges: picture.chapters[0]?.ranges,
      earlier: new Set(),
    },
  ])
})

test('a push of which nothing is to be seen begins no chapter', () => {
  const other =
    '{ apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: { name: db }, spec: { host: db } }'
  const { picture } = run(`${textOf('{ at: 1s, apply: [DestinationRule/db] }')}---\n${other}\n`)
  expect(picture.chapters.map(({ fromMs }) => fromMs)).toEqual([0])
})

test('a hole that only time brings about comes with the stretch in which it does', () => {
  const text = textOf('', 'workloads: [{ name: web-v2, fails: reset, from: 12s }]')
  const { answer, picture } = run(text)
  expect(holesBy(picture)).toEqual([[]])
  const log = extend(answer, picture, 20_000)
  expect(log.chapters?.map(({ stage }) => stage.holes.map(({ label }) => label))).toEqual([['503 UC']])
  // Every course is of another picture now.
  expect([log.growsFrom, log.growth.more]).toEqual(['nothing', []])
  expect(log.growth.fresh.reduce((sum, { atMs }) => sum + atMs.length, 0)).toBe(2000)
})

test('all clients of a Scenario are simulated, the stage shows the one that is looked from', () => {
  const other = textOf('').replace('clients: [', "clients: [{ from: web-v1, url: 'http://web/', rate: 50/s }, ")
  const { picture } = run(other)
  expect(picture.proxy).toBe('web-v1.default')
  const numbers = picture.log.departures.flatMap(one => [...one.numbers])
  expect(numbers).toHaveLength(500)
  expect(Math.max(...numbers)).toBeGreaterThan(1400)
})

import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { grow } from '../scene/index.ts'
import type { Departures } from '../scene/index.ts'
import { createAnswerer } from './answer.ts'
import type { KnownLog, Log, LongerLog } from './protocol.ts'

type Answerer = ReturnType<typeof createAnswerer>

const flaky = SCENARIOS.find(({ id }) => id === 'flaky-pods')?.text ?? ''
const wrongOrder = SCENARIOS.find(({ id }) => id === 'wrong-order')?.text ?? ''
/** The first ones wait for longer than a run is simulated ahead for those that are on their way. */
const slow = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { template: { metadata: { labels: { app: web } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: client }
spec: { template: { metadata: { labels: { app: client } } } }
---
apiVersion: meshscope/v1
kind: Scenario
spec:
  clients: [{ from: client, url: 'http://web/', rate: 5/s }]
  workloads: [{ name: web, latency: 50s, to: 4s }, { name: web, latency: 10ms, from: 4s }]
`

function begin(text: string, untilMs: number, answer: Answerer = createAnswerer()) {
  const given = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs })
  if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
  return { answer, log: given.picture.log }
}

function extend(answer: Answerer, { series, untilMs: knownMs }: KnownLog, untilMs: number): LongerLog {
  const given = structuredClone(answer({ kind: 'extend', id: 2, untilMs, known: { series, untilMs: knownMs } }))
  if (given.kind !== 'longer-log' || !given.log) throw new Error(JSON.stringify(given))
  return given.log
}

const grownBy = (log: Log, { growth, growsFrom, chapters: _, ...head }: LongerLog): Log => ({
  ...head,
  departures: grow(growsFrom === 'known' ? log.departures : [], growth),
})

/** Each request with its way, by number. */
const waysOf = (departures: readonly Departures[]) =>
  departures
    .flatMap(({ course, chapter, atMs, numbers }) =>
      [...numbers].map((number, i) => ({ number, atMs: atMs[i], chapter, course })),
    )
    .sort((a, b) => a.number - b.number)

const requestsIn = (departures: readonly Pick<Departures, 'numbers'>[]) =>
  departures.reduce((sum, { numbers }) => sum + numbers.length, 0)

describe.each([
  ['with retries and ejections', flaky, 100],
  ['of several chapters', wrongOrder, 100],
  ['with requests that take very long', slow, 100],
])('a log %s that has grown', (_, text, untilS) => {
  const { answer, log: first } = begin(text, 10_000)
  let log: Log = structuredClone(first)
  for (let atS = 17; atS < untilS; atS += 7) log = grownBy(log, extend(answer, log, atS * 1000))
  log = grownBy(log, extend(answer, log, untilS * 1000))
  const { log: whole } = begin(text, untilS * 1000)

  test('has each request on its way as one that was asked for at once', () => {
    expect(waysOf(log.departures)).toEqual(waysOf(whole.departures))
    expect(log.happenings).toEqual(whole.happenings)
  })

  test('is sorted, on each course', () => {
    for (const { numbers, atMs } of log.departures) {
      expect(numbers).toEqual(numbers.toSorted())
      expect(atMs).toEqual(atMs.toSorted())
    }
  })
})

test('at ten minutes no more is told than what the last minute brought', () => {
  const { answer, log: first } = begin(flaky, 60_000)
  const at9 = extend(answer, first, 540_000)
  const known = grow(first.departures, at9.growth)
  const at10 = extend(answer, at9, 600_000)
  expect(requestsIn(known)).toBe(27_000)
  expect([at10.growsFrom, at10.chapters]).toEqual(['known', undefined])
  expect(requestsIn([...at10.growth.more, ...at10.growth.fresh])).toBe(3000)
  expect(at10.growth.fresh.length).toBeLessThan(known.length / 10)
})

test('who knows another log gets all of it', () => {
  const { answer, log: first } = begin(flaky, 10_000)
  begin(flaky, 10_000, answer)
  const anew = extend(answer, first, 20_000)
  expect([anew.growsFrom, requestsIn(anew.growth.fresh), anew.chapters?.length]).toEqual(['nothing', 1000, 1])
  const late = extend(answer, { ...anew, untilMs: 10_000 }, 30_000)
  expect([late.growsFrom, requestsIn(late.growth.fresh)]).toEqual(['nothing', 1500])
})

test('without a run there is no longer log', () => {
  const given = createAnswerer()({ kind: 'extend', id: 1, untilMs: 1000, known: { series: 0, untilMs: 0 } })
  expect(given).toEqual({ kind: 'longer-log', id: 1, log: undefined })
})

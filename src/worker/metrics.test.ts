import { expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { tallyAt } from '../scene/index.ts'
import { tallyOf } from '../state/index.ts'
import { createAnswerer } from './answer.ts'
import type { Answer, Question } from './protocol.ts'

const PLAIN = SCENARIOS.find(one => one.id === 'canary-90-10')?.text ?? ''

/** The rule retries, and half of what v1 answers is an error. */
const FLAKY = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - route: [{ destination: { host: reviews } }]
    retries: { attempts: 3, retryOn: 5xx }
---
apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1 }
spec:
  replicas: 2
  selector: { matchLabels: { app: reviews } }
  template: { metadata: { labels: { app: reviews } } }
---
apiVersion: meshscope/v1
kind: Scenario
spec:
  clients: [{ from: sleep, url: http://reviews/, rate: 10/s }]
  workloads: [{ name: reviews-v1, errors: 50%, status: 503, latency: 20ms }]
`

type Of<Kind> = Extract<Answer, { kind: Kind }>
type Asked = Question extends infer One ? (One extends Question ? Omit<One, 'id'> : never) : never

function start(text: string) {
  const answer = createAnswerer()
  const ask = <Kind extends Answer['kind']>(kind: Kind, question: Asked): Of<Kind> => {
    const given = answer({ ...question, id: 1 })
    if (given.kind !== kind) throw new Error(JSON.stringify(given))
    return given as Of<Kind>
  }
  const { picture } = ask('picture', { kind: 'run', text, proxy: undefined, traffic: undefined, untilMs: 60_000 })
  const metrics = (untilMs: number, fromMs = 0) => ask('metrics', { kind: 'metrics', fromMs, untilMs }).metrics
  return { ask, picture, metrics }
}

test('without a run there are no figures', () => {
  expect(createAnswerer()({ kind: 'metrics', id: 7, fromMs: 0, untilMs: 5000 })).toEqual({
    kind: 'metrics',
    id: 7,
    metrics: undefined,
  })
})

test('figures are plain data and agree with what the stage has counted', () => {
  const { picture, metrics } = start(PLAIN)
  const given = metrics(20_000)
  expect(structuredClone(given)).toEqual(given)
  const tally = tallyAt(picture.log.departures, 20_000)
  expect([given?.all.landed, given?.all.succeeded]).toEqual([tally.total, tally.byOutcome.get('succeeded')])
  expect(given?.splits.map(({ set }) => set)).toEqual([0.9, 0.1])
  expect(given?.splits.map(({ id, count }) => count - (tally.counts.get(id) ?? 0))).toEqual([0, 0])
})

test('a log that was extended is the one that is asked about', () => {
  const { ask, metrics } = start(PLAIN)
  expect(metrics(61_000)?.series.stepMs).toBe(2000)
  ask('longer-log', { kind: 'extend', untilMs: 120_000, known: { series: 1, untilMs: 60_000 } })
  const later = metrics(110_000)
  expect(later?.all.landed).toBeGreaterThan(metrics(60_000)?.all.landed ?? Infinity)
})

test('figures count on while pods come', () => {
  const { picture, metrics } = start(`${FLAKY}  steps: [{ at: 20s, scale: { name: reviews-v1, replicas: 4 } }]\n`)
  expect(picture.chapters.map(({ label, counts }) => [label, counts])).toEqual([
    ['', 0],
    ['reviews-v1 scaled to 4: 2 pods start', 0],
    ['2 pods ready', 0],
  ])
  const { departures } = picture.log
  expect(new Set(departures.map(({ chapter }) => chapter))).toEqual(new Set([0]))
  const after = metrics(45_000)
  expect(after?.fromMs).toBe(0)
  expect(after?.places.pods).toHaveLength(4)
  for (const atMs of [15_000, 22_000, 45_000]) {
    expect([atMs, metrics(atMs)?.all.landed]).toEqual([atMs, tallyAt(departures, atMs).total])
  }
})

test('figures count from the last change of rules on, as the stage does', () => {
  const rule = '{ route: [{ destination: { host: reviews } }], retries: { attempts: 1 } }'
  const document = `{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: reviews }, spec: { hosts: [reviews], http: [${rule}, ${rule}] } }`
  const { picture, metrics } = start(`${FLAKY}  steps: [{ at: 20s, apply: [${document}] }]\n`)
  const [first, second] = picture.chapters
  expect([first?.fromMs, picture.chapters.length]).toEqual([0, 2])
  expect(metrics(15_000)).toMatchObject({ fromMs: 0, places: { pods: [{}, {}] } })
  const after = metrics(45_000)
  expect(after?.fromMs).toBe(second?.fromMs)
  const own = picture.log.departures.filter(({ chapter }) => chapter === 1)
  expect(after?.all.landed).toBe(tallyAt(own, 45_000).total)
  const run = { fromMs: 0, picture, because: '' }
  for (let atMs = 19_000; atMs <= 25_000; atMs += 250) {
    expect([atMs, metrics(atMs)?.all.landed]).toEqual([atMs, tallyOf(run, atMs).total])
  }
})

test('a request that was tried again brings its tries with its explanation', () => {
  const { ask } = start(FLAKY)
  const explained = Array.from(
    { length: 40 },
    (_, i) => ask('explanation', { kind: 'explain', number: i + 1 }).explanation,
  )
  const again = explained.filter(one => (one?.tries?.tries.length ?? 0) > 1)
  // Of 40 requests half need a second try; none in a million million runs.
  expect(again.length).toBeGreaterThan(0)
  for (const one of again) {
    const { tries = [], endMs } = one?.tries ?? {}
    expect(one?.steps.filter(({ step }) => step.kind === 'retry')).toHaveLength(tries.length - 1)
    expect(tries.slice(0, -1).map(({ words }) => words)).toEqual(tries.slice(1).map(() => 'answered 503'))
    expect(tries.at(-1)?.words).toBe(`answered ${String(one?.status)}`)
    expect(tries.at(-1)?.toMs).toBe(endMs)
    expect(tries.map(({ sentMs = 0, toMs = 0 }) => Number((toMs - sentMs).toFixed(6)))).toEqual(tries.map(() => 20.4))
  }
})

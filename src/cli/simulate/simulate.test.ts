import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createPipeline } from '../../core/pipeline/index.ts'
import { eventLines, printLine } from './event-lines.ts'
import { runScenario } from './run-scenario.ts'
import { runToJson } from './run-to-json.ts'
import { printTally, talliesOf } from './tallies.ts'

/** One caller, a request a second; reviews-v1's only pod fails from 1 s to 3 s, then its DestinationRule goes. */
const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http: [{ route: [{ destination: { host: reviews, subset: v1 } }], retries: { attempts: 0 } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  subsets: [{ name: v1, labels: { version: v1 } }]
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 2, interval: 2s, baseEjectionTime: 1s, maxEjectionPercent: 100 }
---
apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1 }
spec:
  selector: { matchLabels: { app: reviews } }
  template: { metadata: { labels: { app: reviews, version: v1 } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: sleep }
spec: { selector: { matchLabels: { app: sleep } }, template: { metadata: { labels: { app: sleep } } } }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: a }
spec:
  clients: [{ from: sleep, url: http://reviews:9080/x, concurrency: 1, pause: 960ms }]
  workloads:
  - { name: reviews-v1, latency: 40ms }
  - { name: reviews-v1-0, status: 503, from: 0.5s, to: 3.5s }
  steps: [{ at: 4.5s, delete: [DestinationRule/reviews] }]
`
const run = (text = TEXT, untilMs = 5500) => runScenario(createPipeline().run(text), untilMs)
/** Tenths of a second are enough: what connections and bytes take is below that. */
const brief = (text?: string) =>
  eventLines(run(text)).map(line =>
    printLine(line)
      .replace(/^t=(\d+\.\d)\d\d s/, '$1')
      .replace(/ {2}\d+ ms$/, ''),
  )

test('the log has a line an event, by time', () => {
  expect(brief()).toEqual([
    '0.0  #1 sleep → reviews-v1-0  try 1  200',
    '1.0  #2 sleep → reviews-v1-0  try 1  503',
    '2.0  #3 sleep → reviews-v1-0  try 1  503',
    // 40 ms and 0.4 for the bytes each time, 960 between them, 0.2 for the connection: the second 503 is there at 2.0414 s.
    '2.0  sleep.default: reviews-v1-0 ejected, for the 1st time, until 3.041 s at least (consecutive 5xx)',
    '3.0  #4 sleep ←  503 UH  without a try',
    '3.9  #5 sleep ←  503 UH  without a try',
    // Its second is over at 3.04 s, and the sweeps are at 2 s and 4 s.
    '4.0  sleep.default: reviews-v1-0 returned',
    '4.5  DestinationRule reviews deleted',
    // After 100 ms without further changes; clusters first, then routes.
    '4.6  sleep.default: configured (DestinationRule reviews deleted)',
    '4.6  sleep.default: configured (DestinationRule reviews deleted)',
    '4.9  #6 sleep ←  503 NC  without a try',
  ])
})

test('tallies say what became of a client’s requests', () => {
  const [tally, ...others] = talliesOf(run().log.requests)
  expect(others).toEqual([])
  expect(tally && printTally(tally)).toEqual([
    'sleep: 6 requests, 16.7 % succeeded',
    '  answers  503 × 2, 503 UH × 2, 200 × 1, 503 NC × 1',
    '  tries    3: reviews-v1-0 × 3',
    '  latency  p50 0.0 ms, p95 40.6 ms, p99 40.6 ms',
  ])
})

test('retries are told with the answer that the caller got', () => {
  const retried = TEXT.replace('attempts: 0', 'attempts: 1, retryOn: 5xx').replace(
    'consecutive5xxErrors: 2',
    'consecutive5xxErrors: 9',
  )
  expect(brief(retried).slice(1, 4)).toEqual([
    '1.0  #2 sleep → reviews-v1-0  try 1  503',
    '1.0  #2 sleep → reviews-v1-0  try 2  503',
    '1.0  #2 sleep ←  503 URX  after 2 tries',
  ])
})

test('the object form holds the same', () => {
  const json = runToJson(run(), 42, origin => String(origin.path.at(-1)))
  expect(json).toMatchObject({
    seed: 42,
    untilMs: 5500,
    applied: [{ atMs: 4500, label: 'DestinationRule reviews deleted', at: '0' }],
    tallies: [{ client: 'sleep', requests: 6, answers: { '200': 1, '503': 2, '503 UH': 2, '503 NC': 1 } }],
  })
  const { requests, events } = json as { requests: { status: number; tries: object[] }[]; events: { kind: string }[] }
  expect(requests.map(({ status, tries }) => [status, tries.length])).toEqual([
    [200, 1],
    [503, 1],
    [503, 1],
    [503, 0],
    [503, 0],
    [503, 0],
  ])
  expect(events.map(({ kind }) => kind).filter(kind => kind !== 'delivered')).toEqual([
    'ejected',
    'returned',
    'configured',
    'configured',
  ])
})

test('the command reads standard input', () => {
  const options = { input: TEXT, encoding: 'utf8' as const }
  const command = ['--import', 'tsx', 'src/cli/simulate.ts', '-', '--seconds', '1.5']
  const printed = execFileSync(process.execPath, command, options)
  expect(printed).toContain('#2 sleep → reviews-v1-0  try 1  503')
  expect(printed).toContain('\n\nsleep: 2 requests, 50.0 % succeeded\n')
  const json: unknown = JSON.parse(execFileSync(process.execPath, [...command, '--json'], options))
  expect(json).toMatchObject({ untilMs: 1500, tallies: [{ client: 'sleep', requests: 2 }] })
})

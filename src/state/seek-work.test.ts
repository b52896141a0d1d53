import { beforeAll, expect, test } from 'vitest'
import { momentAt } from '../scene/index.ts'
import type { Departures } from '../scene/index.ts'
import { createAnswerer } from '../worker/answer.ts'
import type { Picture } from '../worker/protocol.ts'
import { findRequest, particlesOf, perDotOf, tallyOf } from './current-run.ts'
import type { Run } from './playback-store.ts'
import { barMsFor, createBars } from './timeline-bars.ts'

const TEN_MINUTES_MS = 600_000

/** 100 requests a second with retries and ejections, whose answers take 20 to 300 ms: hundreds of courses. */
const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web } }], retries: { attempts: 3, retryOn: 5xx } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 3, interval: 5s, baseEjectionTime: 10s, maxEjectionPercent: 50 }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 4, template: { metadata: { labels: { app: web } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: client }
spec: { template: { metadata: { labels: { app: client } } } }
---
apiVersion: meshscope/v1
kind: Scenario
spec:
  clients: [{ from: client, url: 'http://web/', rate: 100/s }]
  workloads: [{ name: web, errors: 10%, status: 503, latency: { p50: 20ms, p99: 300ms } }]
`

let reads = 0

/** The same list; looks at its items are counted. */
function counting<List extends Float64Array | Uint32Array>(list: List): List {
  return new Proxy(list, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      // Whatever else a list can do may look at all of it.
      reads += target.length
      return (value as () => unknown).bind(target)
    },
  })
}

const counted = (departures: Departures): Departures => ({
  ...departures,
  atMs: counting(departures.atMs),
  numbers: counting(departures.numbers),
})

let run: Run
let barsAt: ReturnType<typeof createBars>

beforeAll(() => {
  const answer = createAnswerer()
  const given = answer({
    kind: 'run',
    id: 1,
    text: TEXT,
    proxy: undefined,
    traffic: undefined,
    shownMs: TEN_MINUTES_MS,
    untilMs: TEN_MINUTES_MS,
  })
  if (given.kind !== 'picture') throw new Error(given.kind)
  const { log } = given.picture
  const picture: Picture = { ...given.picture, log: { ...log, departures: log.departures.map(counted) } }
  run = { picture, because: '' }
  // Counted once for each log, like the bars: how many requests are on the way at once.
  expect(perDotOf(run, undefined, 0)).toBe(1)
  barsAt = createBars(run, [], barMsFor(TEN_MINUTES_MS))
})

/** All that the page counts anew for another moment. */
function seek(atMs: number) {
  reads = 0
  const tally = tallyOf(run, atMs)
  const bars = barsAt(atMs)
  momentAt(run.picture.log.happenings, atMs)
  particlesOf(run, undefined, atMs)
  findRequest(run, 50_000)
  return { tally, bars, reads }
}

test('is a run of 60,000 requests that go hundreds of ways', () => {
  const { departures } = run.picture.log
  expect(departures.reduce((sum, { numbers }) => sum + numbers.length, 0)).toBe(60_000)
  expect(departures.length).toBeGreaterThan(500)
})

test.each([599_990, 1000, 300_000, 450_123, 0, 600_000])(
  'to go to %i ms takes a few looks for each way, wherever one comes from',
  atMs => {
    const { tally, bars, reads } = seek(atMs)
    // Once for each half of a list of about 60: four times for the tally, twice for particles, once for bars.
    expect(reads).toBeLessThan(24 * run.picture.log.departures.length)
    expect(bars.length).toBeLessThanOrEqual(240)
    const landed = bars.flatMap(bar => [...bar.values()]).reduce((sum, n) => sum + n, 0)
    expect(landed).toBe(tally.total)
  },
)

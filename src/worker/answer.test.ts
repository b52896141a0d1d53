import { describe, expect, test } from 'vitest'
import { stepWords } from '../core/route/index.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import { grow, tallyAt } from '../scene/index.ts'
import { createAnswerer } from './answer.ts'
import type { Picture } from './protocol.ts'

const textOf = (id: string) => SCENARIOS.find(one => one.id === id)?.text ?? ''
const BROKEN = textOf('reviews-canary')

function runWith(answer: ReturnType<typeof createAnswerer>, text: string): Picture {
  const given = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 60_000 })
  if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
  return given.picture
}

describe('a run', () => {
  const picture = runWith(createAnswerer(), BROKEN)

  test('is plain data: a structured clone of it is equal', () => {
    expect(structuredClone(picture)).toEqual(picture)
  })

  test('counts every request once: 60 seconds at 50 a second', () => {
    const { departures } = picture.log
    expect(departures.reduce((sum, one) => sum + one.atMs.length, 0)).toBe(3000)
    expect(new Set(departures.flatMap(one => [...one.numbers])).size).toBe(3000)
  })

  test('measures what the weights say, within four standard deviations', () => {
    const tally = tallyAt(picture.log.departures, 120_000)
    expect(tally.total).toBe(3000)
    // 7 in 8 requests reach rule 2, which sends 40 % to the missing subset.
    const p = (7 / 8) * 0.4
    expect(Math.abs((tally.byOutcome.get('nowhere') ?? 0) - 3000 * p)).toBeLessThan(4 * Math.sqrt(3000 * p * (1 - p)))
  })

  test('places the problem at its line and counts what it costs at the dead leg', () => {
    const problem = picture.diagnostics.find(one => one.code === 'IST0101')
    expect(BROKEN.split('\n')[(problem?.line ?? 0) - 1]).toContain('subset: v3')
    const leg = picture.stage?.rules[0]?.rows[1]?.legs[1]
    expect(leg?.label).toBe('v3')
    expect(problem?.touches).toEqual([leg?.id])
  })

  test('ranges lead back to the text of each thing', () => {
    const [, canary] = picture.stage?.rules[0]?.rows ?? []
    const range = picture.ranges.get(canary?.id ?? '')
    expect(BROKEN.slice(range?.start, range?.end)).toMatch(/^name: canary[\s\S]*weight: 40$/)
  })
})

test('a comment changes no signature, a weight does', () => {
  const answer = createAnswerer()
  const { signature } = runWith(answer, BROKEN)
  expect(runWith(answer, `# a remark\n${BROKEN}`).signature).toBe(signature)
  expect(runWith(answer, BROKEN.replace('weight: 60', 'weight: 61')).signature).not.toBe(signature)
})

test.each([
  ['timeout: 2s', 'timeout: 3s'],
  ['retryOn: 5xx', 'retryOn: reset'],
  ['perTryTimeout: 1s', 'perTryTimeout: 900ms'],
  ['consecutive5xxErrors: 5', 'consecutive5xxErrors: 4'],
  ['http2MaxRequests: 20', 'http2MaxRequests: 10'],
])('what requests meet belongs to the signature, also where no picture shows it: %s', (before, after) => {
  const text = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  hosts: [web]
  http: [{ timeout: 2s, retries: { attempts: 2, perTryTimeout: 1s, retryOn: 5xx }, route: [{ destination: { host: web } }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 5 }
    connectionPool: { http: { http2MaxRequests: 20 } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: other }
spec: { host: other.elsewhere.svc.cluster.local, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 7 } } }
`
  const answer = createAnswerer()
  const [first, changed] = [text, text.replace(before, after)].map(one => runWith(answer, one))
  expect(changed?.signature).not.toBe(first?.signature)
  expect(changed?.beginning).not.toBe(first?.beginning)
  const elsewhere = runWith(answer, text.replace('consecutive5xxErrors: 7', 'consecutive5xxErrors: 8'))
  expect(elsewhere.signature).toBe(first?.signature)
})

test('how a Deployment replaces its pods belongs to the signature where it is restarted', () => {
  const answer = createAnswerer()
  const text = (steps: string, strategy: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 2, ${strategy}template: { metadata: { labels: { app: web } } } }
---
apiVersion: meshscope/v1
kind: Scenario
spec: { clients: [{ from: web, url: http://web/ }], steps: [${steps}] }
`
  const recreate = 'strategy: { type: Recreate }, '
  const of = (steps: string, strategy: string) => runWith(answer, text(steps, strategy)).signature
  expect(of('', recreate)).toBe(of('', ''))
  const restart = '{ at: 5s, restart: web }'
  expect(of(restart, recreate)).not.toBe(of(restart, ''))
  const held = (port: number) =>
    `{ at: 5s, apply: { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ports: [{ port: ${String(port)} }] } } }`
  expect(of(held(81), '')).not.toBe(of(held(80), ''))
})

test('a Scenario makes pods fail; what they do belongs to the signature', () => {
  const answer = createAnswerer()
  const played = (errors: string) =>
    runWith(
      answer,
      `${textOf('only-two-resources')}---
apiVersion: meshscope/v1
kind: Scenario
spec:
  clients: [{ from: sleep, url: http://checkout/, rate: 10/s }]
  workloads: [{ name: checkout-stable, errors: ${errors} }, { name: checkout-next, errors: ${errors} }]
`,
    )
  const [failing, fine] = [played('100%'), played('0%')]
  expect(failing.proxy).toBe('sleep.default')
  expect(failing.signature).not.toBe(fine.signature)
  const outcomes = ({ log }: Picture) => [...tallyAt(log.departures, 120_000).byOutcome]
  expect([outcomes(failing), outcomes(fine)]).toEqual([[['app-error', 600]], [['succeeded', 600]]])
})

test('looks from a workload that nothing says calls anybody: it calls what it can reach', () => {
  const answer = createAnswerer()
  const first = runWith(answer, BROKEN)
  const other = first.callers.find(({ proxy }) => proxy !== first.proxy)
  if (!other) throw new Error('another workload is there')
  const given = answer({ kind: 'run', id: 2, text: BROKEN, proxy: other.proxy, traffic: undefined, untilMs: 1000 })
  const picture = given.kind === 'picture' ? given.picture : undefined
  expect(picture?.proxy).toBe(other.proxy)
  expect(picture?.traffic.clients.map(({ proxy }) => proxy)).toEqual([first.proxy, other.proxy])
  expect(picture?.log.departures.length).toBeGreaterThan(0)
  expect(picture?.callers.map(({ proxy }) => proxy)).toContain(first.proxy)
})

test('explains the very request that the log holds', () => {
  const answer = createAnswerer()
  const { log } = runWith(answer, BROKEN)
  const lost = log.departures.find(one => one.course.outcome === 'nowhere')
  const number = lost?.numbers[0] ?? 0
  const given = answer({ kind: 'explain', id: 2, number })
  if (given.kind !== 'explanation') throw new Error(JSON.stringify(given))
  expect(given.explanation).toMatchObject({ number, status: 503, flags: 'NC' })
  expect(given.explanation?.steps.at(-1)?.step.kind).toMatch(/answer|route-not-reached/)
})

test('an ejected pod is called so, and what a limit turns away leads to the limit', () => {
  const text = textOf('flaky-pods')
  const answer = createAnswerer()
  const run = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 9000 })
  const departures = run.kind === 'picture' ? run.picture.log.departures : []
  const turnedAway = departures.filter(({ course }) => course.outcome === 'turned-away')
  const told = answer({
    kind: 'explain',
    id: 2,
    number: Math.max(...turnedAway.flatMap(({ numbers }) => [...numbers])),
  })
  const steps = told.kind === 'explanation' ? (told.explanation?.steps ?? []) : []
  const words = steps.map(({ step }) => stepWords(step)).map(({ title, detail }) => `${title}: ${detail}`)
  expect(words).toContain('2 of 3 pods can answer: 1 is ejected')
  expect(text.split('\n')[(steps.at(-1)?.line ?? 0) - 1]).toContain('http1MaxPendingRequests')
})

test('a longer log begins with the shorter one', () => {
  const answer = createAnswerer()
  const { log } = runWith(answer, BROKEN)
  const given = answer({ kind: 'extend', id: 2, untilMs: 90_000, known: log })
  if (given.kind !== 'longer-log' || !given.log) throw new Error(JSON.stringify(given))
  const departures = grow(log.departures, given.log.growth)
  for (const [i, before] of log.departures.entries()) {
    expect(departures[i]?.atMs.subarray(0, before.atMs.length)).toEqual(before.atMs)
  }
  expect(departures.reduce((sum, one) => sum + one.atMs.length, 0)).toBe(4500)
})

test('what is unreadable says so and leaves the last run to be asked about', () => {
  const answer = createAnswerer()
  runWith(answer, BROKEN)
  const broken = runWith(answer, BROKEN.replace('    - destination:', '    - destination'))
  expect(broken.readable).toBe(false)
  expect(broken.diagnostics.some(one => one.code === 'YAML' && one.severity === 'error')).toBe(true)
  expect(answer({ kind: 'explain', id: 2, number: 1 })).toMatchObject({ explanation: { number: 1 } })
})

test('writing down what was assumed makes it part of the text, and changes nothing that traffic meets', () => {
  const answer = createAnswerer()
  const text = textOf('only-two-resources')
  const before = runWith(answer, text)
  const assumed = ({ stage }: Picture) => [stage?.client, ...(stage?.workloads ?? [])].map(node => node?.assumed)
  expect(assumed(before).every(why => why !== undefined)).toBe(true)
  const given = answer({ kind: 'write-assumed', id: 2 })
  if (given.kind !== 'edits') throw new Error(JSON.stringify(given))
  const [edit] = given.edits
  const after = runWith(answer, text.slice(0, edit?.range.start) + (edit?.text ?? ''))
  expect(assumed(after).every(why => why === undefined)).toBe(true)
  expect(after.log.departures.map(one => [...one.numbers])).toEqual(before.log.departures.map(one => [...one.numbers]))
})

test.each(SCENARIOS.map(({ id, text }) => [id, text]))(
  'in %s every request ends where the stage has a place',
  (_, text) => {
    const { chapters, log } = runWith(createAnswerer(), text)
    for (const { chapter, course, atMs } of log.departures) {
      // Those whose numbers go on have other pods: what counts is the one that it left in.
      const own = chapters.filter(({ counts }) => counts === chapter)
      const { stage } = own.findLast(({ fromMs }) => fromMs <= (atMs[0] ?? 0)) ?? own[0] ?? {}
      const ends = [stage?.holes, stage?.replies, stage?.workloads, stage?.workloads.flatMap(({ pods }) => pods)]
      expect(ends.flatMap(nodes => nodes?.map(({ id }) => id) ?? [])).toContain(course.end)
      const lanes = new Set(stage?.lanes.map(({ id }) => id))
      for (const step of course.steps) if (step.kind === 'travel') expect(lanes).toContain(step.laneId)
    }
  },
)

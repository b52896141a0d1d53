import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../../scenarios/index.ts'
import { applyEdits } from '../base/text-range.ts'
import { toProxyId } from '../base/ids.ts'
import type { ProxyId } from '../base/ids.ts'
import type { BreakTarget } from '../scenario/index.ts'
import { simulate } from '../simulate/index.ts'
import type { RequestRecord } from '../simulate/index.ts'
import { breaksFor, createPipeline, planRun } from './index.ts'
import type { BreakChoice, World } from './index.ts'

const run = (text: string): World => createPipeline().run(text)

/** The workload with all of its pods, or one pod of it. */
function target({ mesh }: World, workload: string, pod?: string): BreakTarget {
  const found = mesh.workloads.find(({ name }) => name === workload)
  if (!found) throw new Error(`no ${workload}`)
  if (pod === undefined) return [found]
  return found.pods.filter(({ name }) => name === pod).map(one => ({ ...one, pods: [one] }))
}

function choices(text: string, nowMs: number, workload: string, pod?: string): readonly BreakChoice[] {
  const world = run(text)
  return breaksFor(world, world.traffic, NOBODY, target(world, workload, pod), nowMs)
}

const NOBODY = toProxyId('nobody', 'nowhere')

function after(text: string, kind: BreakChoice['kind'], nowMs: number, workload: string, pod?: string): string {
  const choice = choices(text, nowMs, workload, pod).find(one => one.kind === kind)
  if (!choice) throw new Error(`${kind} is not offered`)
  return applyEdits(text, choice.edits)
}

const kinds = (text: string, nowMs: number, workload: string, pod?: string) =>
  choices(text, nowMs, workload, pod).map(({ kind }) => kind)

const clean = (text: string) => run(text).diagnostics.filter(({ code }) => code.startsWith('MX03') || code === 'YAML')

const PODS = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1 }
spec:
  replicas: 2
  selector: { matchLabels: { app: reviews } }
  template: { metadata: { labels: { app: reviews } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: sleep }
spec: { selector: { matchLabels: { app: sleep } }, template: { metadata: { labels: { app: sleep } } } }
`
const CLIENTS = `  clients:
  - from: sleep # the only one
    url: http://reviews:9080/
`
const scenario = (spec: string) => `${PODS}---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: a }
spec:
${spec}`

describe('breaking', () => {
  test('without a Scenario: one with the traffic that runs is written, once', () => {
    const text = after(PODS, 'fail-half', 4237, 'reviews-v1', 'reviews-v1-0')
    expect(text.startsWith(PODS)).toBe(true)
    expect(text.slice(PODS.length)).toBe(`---
apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: traffic
spec:
  seed: 42
  clients:
  - from: sleep
    rate: 50/s
    url: "http://reviews:9080/"
  workloads:
  - { name: reviews-v1-0, errors: 50%, status: 503, from: 4.3s }
`)
    expect(clean(text)).toEqual([])
  })

  test.each<[string, string, string]>([
    [
      'no workloads yet',
      scenario(CLIENTS),
      scenario(`${CLIENTS}  workloads:\n  - name: reviews-v1-0\n    fails: refused\n    from: 4s\n`),
    ],
    [
      'one for the workload, with comments',
      scenario(
        `${CLIENTS}  # how pods are\n  workloads:\n    - name: reviews-v1 # both\n      latency: 20ms # usual\n  seed: 3\n`,
      ),
      scenario(
        `${CLIENTS}  # how pods are\n  workloads:\n    - name: reviews-v1 # both\n      latency: 20ms # usual\n    - { name: reviews-v1-0, fails: refused, from: 4s }\n  seed: 3\n`,
      ),
    ],
    [
      'an empty list',
      scenario(`${CLIENTS}  workloads: []\n`),
      scenario(`${CLIENTS}  workloads: [{ name: reviews-v1-0, fails: refused, from: 4s }]\n`),
    ],
    [
      'a spec in brackets',
      scenario('').replace(/spec:\n$/, 'spec: { seed: 3 }\n'),
      scenario('').replace(
        /spec:\n$/,
        'spec: { seed: 3, workloads: [{ name: reviews-v1-0, fails: refused, from: 4s }] }\n',
      ),
    ],
  ])('%s', (_, before, expected) => {
    const text = after(before, 'refuse', 4000, 'reviews-v1', 'reviews-v1-0')
    expect(text).toBe(expected)
    expect(clean(text)).toEqual([])
  })

  test('a List and JSON get a document behind them; a Scenario in JSON stays JSON', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n${PODS.trimEnd()
      .split('---\n')
      .map(one => `- ${one.trimEnd().replaceAll('\n', '\n  ')}\n`)
      .join('')}`
    const text = after(list, 'not-ready', 4000, 'reviews-v1')
    expect(text.startsWith(list)).toBe(true)
    expect(text).toContain('  - { name: reviews-v1, ready: false, from: 4s }\n')
    expect(clean(text)).toEqual([])

    const json = `${JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: { app: 'a' } } }, null, 2)}\n`
    const withPod = after(json, 'fail-all', 4000, 'a')
    expect(withPod.startsWith(`${json}---\n`)).toBe(true)
    expect(clean(withPod)).toEqual([])

    const spec = {
      clients: [{ from: 'sleep', url: 'http://reviews:9080/' }],
      workloads: [{ name: 'reviews-v1', latency: '1s' }],
    }
    const own = JSON.stringify({ apiVersion: 'meshscope/v1', kind: 'Scenario', metadata: { name: 'a' }, spec }, null, 2)
    const broken = after(`${PODS}---\n${own}`, 'slow', 4000, 'reviews-v1')
    const written = JSON.parse(broken.slice(PODS.length + 4)) as { spec: { workloads: unknown[] } }
    expect(written.spec.workloads[1]).toEqual({ name: 'reviews-v1', latency: '2s', from: '4s' })
  })

  test('a workload is broken with the pods that have entries of their own', () => {
    const before = scenario(`${CLIENTS}  workloads:
  - { name: reviews-v1-0, errors: 80%, from: 3s, to: 12s }
  - { name: reviews-v1-1, errors: 80%, to: 2s }
`)
    expect(after(before, 'fail-all', 4000, 'reviews-v1')).toBe(`${before}  - { name: reviews-v1, status: 503, from: 4s }
  - { name: reviews-v1-0, status: 503, from: 4s }
`)
  })

  test('behind an alias nothing can be written, so nothing is offered', () => {
    const text = scenario(`${CLIENTS}  workloads: *list\n`).replace(
      'metadata: { name: a }',
      'metadata: { name: a, x: &list [] }',
    )
    expect(kinds(text, 4000, 'reviews-v1')).toEqual([])
  })

  test('in a text that cannot be read nothing is offered', () => {
    expect(kinds(`${PODS}---\na: [`, 4000, 'reviews-v1')).toEqual([])
  })
})

test('traffic of one’s own is written down with all that it does', () => {
  const world = run(PODS)
  const [client] = world.traffic.clients
  if (!client) throw new Error('somebody calls')
  const clients = [
    { ...client, load: { kind: 'loop' as const, concurrency: 4, pauseMs: 250, startMs: 1000 }, ratePerSecond: 0 },
    {
      ...client,
      load: { kind: 'rate' as const, perSecond: 7, endMs: 9000, count: 20 },
      ratePerSecond: 7,
      patienceMs: 300,
    },
  ]
  const [choice] = breaksFor(world, { seed: 7, clients }, NOBODY, target(world, 'reviews-v1'), 4000)
  const { seed, clients: written } = run(applyEdits(PODS, choice?.edits ?? [])).traffic
  expect(seed).toBe(7)
  expect(written.map(({ ratePerSecond, load, patienceMs }) => ({ ratePerSecond, load, patienceMs }))).toMatchObject(
    clients.map(({ ratePerSecond, load }) => ({ ratePerSecond, load })),
  )
  expect(written.map(({ patienceMs }) => patienceMs)).toEqual([undefined, 300])
})

describe('what is offered', () => {
  const all = ['fail-half', 'fail-all', 'slow', 'refuse', 'not-ready']
  test.each<[string, readonly string[]]>([
    ['{ name: reviews-v1, latency: 20ms }', all],
    ['{ name: reviews-v1, latency: 3s }', all.filter(kind => kind !== 'slow')],
    ['{ name: reviews-v1, latency: 3s, from: 1s }', [...all.filter(kind => kind !== 'slow'), 'heal']],
    ['{ name: reviews-v1, status: 503, from: 1s }', [...all.filter(kind => kind !== 'fail-all'), 'heal']],
    ['{ name: reviews-v1, status: 503, from: 1s, to: 2s }', all],
    ['{ name: reviews-v1, errors: 50%, status: 503 }', [...all.filter(kind => kind !== 'fail-half'), 'heal']],
    ['{ name: reviews-v1, fails: refused, from: 1s }', ['fail-half', 'fail-all', 'not-ready', 'heal']],
    ['{ name: reviews-v1, fails: crash, from: 1s }', ['heal']],
    ['{ name: reviews-v1, ready: false, from: 1s }', ['heal']],
    ['{ name: reviews-v1-1, ready: false, from: 1s }', [...all, 'heal']],
  ])('at 4 s, where the Scenario says %s', (entry, expected) => {
    expect(kinds(scenario(`${CLIENTS}  workloads:\n  - ${entry}\n`), 4000, 'reviews-v1')).toEqual(expected)
  })
})

describe('healing', () => {
  test.each<[string, string, string]>([
    [
      'ends what began',
      '  - { name: reviews-v1-0, errors: 50%, status: 503, from: 4s }\n',
      '  - { name: reviews-v1-0, errors: 50%, status: 503, from: 4s, to: 8s }\n',
    ],
    [
      'on lines of their own',
      '  - name: reviews-v1-0 # this one\n    fails: refused\n    from: 4s # since\n',
      '  - name: reviews-v1-0 # this one\n    fails: refused\n    from: 4s # since\n    to: 8s\n',
    ],
    [
      'brings an end forward',
      '  - { name: reviews-v1-0, ready: false, from: 4s, to: 12s }\n',
      '  - { name: reviews-v1-0, ready: false, from: 4s, to: 8s }\n',
    ],
    [
      'all that is wrong, and nothing else',
      '  - { name: reviews-v1-0, latency: 2s, from: 4s }\n  - { name: reviews-v1-1, latency: 2s, from: 4s }\n  - { name: reviews-v1-0, status: 503, from: 6s }\n',
      '  - { name: reviews-v1-0, latency: 2s, from: 4s, to: 8s }\n  - { name: reviews-v1-1, latency: 2s, from: 4s }\n  - { name: reviews-v1-0, status: 503, from: 6s, to: 8s }\n',
    ],
    [
      'one pod of a broken workload',
      '  - { name: reviews-v1, status: 503, from: 4s }\n',
      '  - { name: reviews-v1, status: 503, from: 4s }\n  - { name: reviews-v1-0, errors: 0%, from: 8s }\n',
    ],
    [
      'leaves the usual latency',
      '  - { name: reviews-v1-0, status: 503, latency: { p50: 20ms, p99: 90ms } }\n',
      '  - { name: reviews-v1-0, status: 503, latency: { p50: 20ms, p99: 90ms } }\n  - { name: reviews-v1-0, errors: 0%, from: 8s }\n',
    ],
    [
      'back to the usual latency where one entry slows them all',
      '  - { name: reviews-v1, latency: { p50: 20ms, p99: 90ms } }\n  - { name: reviews-v1, latency: 2s, from: 4s }\n',
      '  - { name: reviews-v1, latency: { p50: 20ms, p99: 90ms } }\n  - { name: reviews-v1, latency: 2s, from: 4s }\n  - { name: reviews-v1-0, latency: { p50: 20ms, p99: 90ms }, from: 8s }\n',
    ],
    [
      'what began this moment ends a step later',
      '  - { name: reviews-v1-0, status: 503, from: 8s }\n',
      '  - { name: reviews-v1-0, status: 503, from: 8s, to: 8.1s }\n',
    ],
  ])('%s', (_, before, expected) => {
    const text = (list: string) => scenario(`${CLIENTS}  workloads:\n${list}`)
    const healed = after(text(before), 'heal', 8000, 'reviews-v1', 'reviews-v1-0')
    expect(healed).toBe(text(expected))
    expect(clean(healed)).toEqual([])
    expect(kinds(healed, 8100, 'reviews-v1', 'reviews-v1-0')).not.toContain('heal')
  })

  test('a workload with its pods: what ends and what is added go side by side', () => {
    const before = `${CLIENTS}  workloads:
  - name: reviews-v1
    status: 503
    latency: 20ms
  - name: reviews-v1-1
    ready: false
    from: 2s
`
    const healed = after(scenario(before), 'heal', 8000, 'reviews-v1')
    expect(healed).toBe(scenario(`${before}    to: 8s\n  - { name: reviews-v1, errors: 0%, from: 8s }\n`))
  })

  test('a pod that the text has as not ready becomes ready', () => {
    const text = SCENARIOS.find(({ id }) => id === 'zero-ready-version')?.text ?? ''
    const world = run(text)
    const unready = world.mesh.workloads.find(({ pods }) => pods.some(({ ready }) => !ready))
    const healed = after(text, 'heal', 2000, unready?.name ?? '')
    expect(healed).toContain(`{ name: ${unready?.name ?? ''}, ready: true, from: 2s }`)
    expect(clean(healed)).toEqual([])
  })
})

const TWO_CALLERS = `${PODS}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - match: [{ sourceLabels: { app: sleep } }]
    route: [{ destination: { host: reviews } }]
  - match: [{ sourceLabels: { app: web } }]
    route: [{ destination: { host: reviews } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } } } }
`

test('the traffic has two callers', () => {
  expect(run(TWO_CALLERS).traffic.clients.map(({ proxy }) => proxy)).toEqual(['sleep.default', 'web.default'])
})

/** All that is known of requests by a time: later ends, tries and decisions are left out. */
function knownBy(requests: readonly RequestRecord[], byMs: number) {
  const before = <
    Ended extends { readonly atMs: number; readonly endMs: number | undefined; readonly sentMs: number | undefined },
  >(
    one: Ended,
  ) => ({
    ...one,
    sentMs: (one.sentMs ?? Infinity) < byMs ? one.sentMs : undefined,
    ...((one.endMs ?? Infinity) < byMs ? {} : { endMs: undefined, result: undefined, connection: undefined }),
  })
  return requests
    .filter(({ atMs }) => atMs < byMs)
    .map(({ atMs, index, seed, endMs, decision, tries, copies, client, requestClass }) => ({
      atMs,
      index,
      seed,
      proxy: client.proxy,
      label: requestClass.label,
      ...((endMs ?? Infinity) < byMs && { endMs, status: decision?.status, flags: decision?.flags }),
      tries: tries.filter(each => each.atMs < byMs).map(before),
      copies: copies.filter(each => each.atMs < byMs).map(before),
    }))
}

/** Of the caller that is looked from; without a Scenario only that one is simulated. */
function logOf(world: World, proxy: ProxyId, untilMs: number) {
  const clients = world.traffic.clients.filter(client => client.proxy === proxy)
  const traffic = world.scenario ? world.traffic : { ...world.traffic, clients }
  const { routerFor, changes = [] } = planRun(world, [...new Set(traffic.clients.map(client => client.proxy))])
  const pods = world.scenario?.pods
  const log = simulate({ traffic, routerFor, changes, ...(pods && { pods }) }, untilMs)
  return { ...log, requests: log.requests.filter(({ client }) => client.proxy === proxy) }
}

test('breaking and healing change nothing that happens before', () => {
  const texts = SCENARIOS.map(({ text }) => text)
  let changed = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...texts, TWO_CALLERS, TWO_CALLERS),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 0, max: 6000 }),
      (text, at, which, nowMs) => {
        const before = run(text)
        const { workloads } = before.mesh
        const [workload] = workloads.slice(at % workloads.length)
        if (!workload || workload.pods.length === 0) return
        const pod = which % 2 === 0 ? undefined : workload.pods[which % workload.pods.length]?.name
        const { clients } = before.traffic
        const proxy = clients[(at + which) % clients.length]?.proxy ?? NOBODY
        const offered = breaksFor(before, before.traffic, proxy, target(before, workload.name, pod), nowMs)
        const choice = offered[which % Math.max(1, offered.length)]
        if (!choice) return
        expect(choice.atMs).toBeGreaterThanOrEqual(nowMs)
        const after = run(applyEdits(text, choice.edits))
        const [a, b] = [logOf(before, proxy, choice.atMs + 2000), logOf(after, proxy, choice.atMs + 2000)]
        expect(knownBy(b.requests, choice.atMs)).toEqual(knownBy(a.requests, choice.atMs))
        const events = (log: typeof a) => log.events.filter(event => event.atMs < choice.atMs)
        expect(events(b)).toEqual(events(a))
        if (JSON.stringify(knownBy(a.requests, 1e9)) !== JSON.stringify(knownBy(b.requests, 1e9))) changed++
      },
    ),
    { numRuns: 150, seed: 1 },
  )
  expect(changed).toBeGreaterThan(20)
})

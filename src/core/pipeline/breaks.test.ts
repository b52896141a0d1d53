import { describe, expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { breaksFor } from './index.ts'
import { after, clean, CLIENTS, kinds, NOBODY, PODS, run, scenario, target } from './testing/break-text.ts'

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

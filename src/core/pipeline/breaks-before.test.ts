import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SCENARIOS } from '../../scenarios/index.ts'
import { applyEdits } from '../base/text-range.ts'
import type { ProxyId } from '../base/ids.ts'
import { simulate } from '../simulate/index.ts'
import type { RequestRecord } from '../simulate/index.ts'
import { breaksFor, planRun } from './index.ts'
import type { World } from './index.ts'
import { NOBODY, PODS, run, target } from './testing/break-text.ts'

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

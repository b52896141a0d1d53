import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { GOOD_SCENARIO } from '../analyze/testing/scenario-cases.ts'
import { simulate } from '../simulate/index.ts'
import { createPipeline, planRun, writeAssumed } from './index.ts'
import type { World } from './index.ts'

const run = (text: string): World => createPipeline().run(text)

const RULES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec: { hosts: [reviews], http: [{ route: [{ destination: { host: reviews, subset: v1 } }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec: { host: reviews, subsets: [{ name: v1, labels: { version: v1 } }] }
`
const CLUSTER = `${RULES}---
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
`
const scenario = (spec: string) => `---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: a }
spec:
${spec}`
const CLIENT = '  clients: [{ from: sleep, url: http://reviews:9080/x, rate: 7/s }]\n'
const codes = (world: World) => world.diagnostics.map(({ code, title }) => `${code} ${title}`)

test('without a Scenario there is none, and traffic is assumed', () => {
  const world = run(CLUSTER)
  expect(world.scenario).toBeUndefined()
  expect(world.traffic.clients.length).toBeGreaterThan(0)
})

test('its clients replace the assumed ones, its seed counts, and nobody refuses it', () => {
  const world = run(CLUSTER + scenario(`  seed: 7\n${CLIENT}`))
  expect(world.traffic).toMatchObject({ seed: 7, clients: [{ id: 'sleep', ratePerSecond: 7 }] })
  expect(world.callers[0]).toBe('sleep.default')
  expect(world.assumed).toEqual([])
  expect([...world.refused]).toEqual([])
  expect(codes(world)).toEqual([])
})

test('one without clients leaves the traffic assumed, under its seed', () => {
  const [plain, seeded] = [run(CLUSTER), run(CLUSTER + scenario('  seed: 7\n'))]
  expect(seeded.traffic).toEqual({ ...plain.traffic, seed: 7 })
})

test('one whose client is not there leaves the traffic assumed, and says so', () => {
  const world = run(CLUSTER + scenario(CLIENT.replace('sleep', 'slep')))
  expect(world.traffic).toEqual(run(CLUSTER).traffic)
  expect(codes(world)).toEqual(['MX0307 No workload is named slep'])
})

test('pods behave and things change as it says', () => {
  const spec = `  workloads: [{ name: reviews-v1, status: 503 }]
  steps: [{ at: 5s, delete: [DestinationRule/reviews] }]
`
  const { scenario: played, mesh, routerFor, callers, traffic } = run(CLUSTER + scenario(spec))
  expect(played?.steps.map(({ kind, atMs }) => [kind, atMs])).toEqual([['delete', 5000]])
  expect(mesh.destinationRules).toHaveLength(1)
  const [caller] = callers
  const router = caller && routerFor(caller)
  const endpoint = router?.config.clusters.get('outbound|9080|v1|reviews.default.svc.cluster.local' as never)
    ?.endpoints[0]
  const request = traffic.clients[0]?.classes[0]?.request
  if (!endpoint || !request) throw new Error('there is a pod and a request')
  const reply = played?.pods?.({ endpoint, request, attempt: 1, nth: 1, atMs: 0, random: () => 0 })
  expect(reply).toEqual({ answer: 503, latencyMs: 0 })
})

test('a short text is completed for it: the Service at the port that is dialled, the caller', () => {
  const world = run(RULES + scenario(CLIENT))
  expect(world.assumed.map(({ key }) => key)).toEqual([
    'Service default/reviews',
    'Deployment default/reviews-v1',
    'Deployment default/sleep',
  ])
  expect(world.assumed[0]?.spec).toMatchObject({ ports: [{ number: 9080 }] })
  expect(world.traffic.clients.map(({ proxy }) => proxy)).toEqual(['sleep.default'])
  expect(codes(world)).toEqual([])
})

test('an edit of it leaves the rest as it is: the mesh and its routers', () => {
  const pipeline = createPipeline()
  const before = pipeline.run(CLUSTER + scenario(CLIENT))
  const after = pipeline.run(CLUSTER + scenario(CLIENT.replace('7/s', '9/s')))
  expect(after.mesh).toBe(before.mesh)
  expect(after.routerFor).toBe(before.routerFor)
  expect(after.traffic.clients[0]?.ratePerSecond).toBe(9)
  const same = `${CLUSTER}${scenario(CLIENT.replace('7/s', '9/s'))}---\n# only a comment\n`
  expect(pipeline.run(same).scenario).toBe(after.scenario)
})

test('assumed traffic is written down as a Scenario, with everything else that is assumed', () => {
  const before = run(
    RULES.replace(
      'http: [',
      'http: [{ match: [{ headers: { end-user: { exact: jason } } }], route: [{ destination: { host: reviews } }] }, ',
    ),
  )
  const text = applyEdits(before.parsed.text, writeAssumed(before))
  const after = run(text)
  expect(text.slice(text.indexOf('apiVersion: meshscope'))).toBe(`apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: traffic
spec:
  seed: 42
  clients:
  - from: client
    rate: 50/s
    requests:
    - label: "no header"
      share: 3
      url: "http://reviews/"
    - label: jason
      share: 1
      url: "http://reviews/"
      headers:
        end-user: jason
`)
  expect(after.assumed).toEqual([])
  expect(codes(after)).toEqual([])
  const of = ({ traffic }: World) =>
    traffic.clients.map(({ proxy, ratePerSecond, classes }) => [
      proxy,
      ratePerSecond,
      classes.map(({ label, request }) => [label, request]),
    ])
  expect(of(after)).toEqual(of(before))
  expect(writeAssumed(after)).toEqual([])
})

test('a gateway’s assumed callers are written down as callers from outside', () => {
  const gateway = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example.com] }]
`
  const rules = RULES.replace('hosts: [reviews]', 'hosts: [shop.example.com], gateways: [edge]')
  const before = run(rules + gateway)
  const text = applyEdits(before.parsed.text, writeAssumed(before))
  expect(text).toContain('  - gateway: istio-ingressgateway')
  expect(run(text).traffic.clients).toMatchObject(
    before.traffic.clients.map(({ proxy, classes }) => ({ proxy, classes: [{ request: classes[0]?.request }] })),
  )
})

test('no slip in a Scenario makes it throw, and what is left of it can be played', () => {
  const pipeline = createPipeline()
  const text = CLUSTER.replaceAll('sleep', 'cart') + scenario(GOOD_SCENARIO.replaceAll('.shop', ''))
  const start = text.indexOf('spec:\n  seed')
  const slip = fc
    .tuple(
      fc.integer({ min: start, max: text.length }),
      fc.nat(12),
      fc.constantFrom('', 'x', '-', '1', '[', '}', ': ', 'null'),
    )
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length))
  fc.assert(
    fc.property(slip, broken => {
      const world = pipeline.run(broken)
      expect(world.diagnostics.length).toBeGreaterThanOrEqual(0)
      const plan = planRun(world, [...new Set(world.traffic.clients.map(({ proxy }) => proxy))])
      simulate({ traffic: world.traffic, ...plan }, 100)
    }),
    { numRuns: 200, seed: 1 },
  )
})

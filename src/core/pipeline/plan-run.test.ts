import { describe, expect, test } from 'vitest'
import { simulate } from '../simulate/index.ts'
import { createPipeline } from './create-pipeline.ts'
import { planRun } from './plan-run.ts'

const deployment = (name: string, version: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}-${version} }
spec: { template: { metadata: { labels: { app: ${name}, version: ${version} } } } }
`
const WORLD = `${deployment('client', 'v1')}${deployment('web', 'v1')}${deployment('web', 'v2')}---
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
`
const scenario = (steps: string) => `${WORLD}---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: order }
spec:
  seed: 3
  clients: [{ from: client-v1, url: 'http://web/', rate: 100/s }]
  steps: [${steps}]
`

/** Status and flag of each request that leaves in a tenth of a second, in a row without repeats. */
function film(steps: string, untilMs = 4000) {
  const world = createPipeline().run(scenario(steps))
  const { traffic } = world
  const plan = planRun(
    world,
    traffic.clients.map(({ proxy }) => proxy),
  )
  const { requests } = simulate({ traffic, ...plan }, untilMs + 1000)
  const pictures: string[] = []
  for (const { atMs, decision } of requests.filter(request => request.atMs < untilMs)) {
    const picture = `${String(decision?.status)} ${decision?.flags ?? ''} ${decision?.leg?.cluster.split('|')[2] ?? ''}`
    if (pictures.at(-1)?.slice(6) !== picture) pictures.push(`${(Math.floor(atMs / 100) / 10).toFixed(1)} s ${picture}`)
  }
  return pictures
}

describe('the order in which things are applied', () => {
  test('a VirtualService before its DestinationRule: requests have nowhere to go until that one arrives', () => {
    const steps = '{ at: 1s, apply: [VirtualService/web] }, { at: 2s, apply: [DestinationRule/web] }'
    expect(film(steps)).toEqual(['0.0 s 200 - ', '1.1 s 503 NC v2', '2.1 s 200 - v2'])
  })

  test('the DestinationRule first: none is lost', () => {
    const steps = '{ at: 1s, apply: [DestinationRule/web] }, { at: 2s, apply: [VirtualService/web] }'
    expect(film(steps)).toEqual(['0.0 s 200 - ', '2.1 s 200 - v2'])
  })

  test('both at once: none is lost, as clusters come before routes', () => {
    expect(film('{ at: 1s, apply: [VirtualService/web, DestinationRule/web] }')).toEqual([
      '0.0 s 200 - ',
      '1.1 s 200 - v2',
    ])
  })

  test('the DestinationRule deleted first: lost until the VirtualService is gone too', () => {
    const steps = '{ at: 1s, delete: [DestinationRule/web] }, { at: 2s, delete: [VirtualService/web] }'
    expect(film(steps)).toEqual(['0.0 s 200 - v2', '1.1 s 503 NC v2', '2.1 s 200 - '])
  })
})

test('what was applied is told, with the step that did it', () => {
  const world = createPipeline().run(scenario('{ at: 1s, apply: [VirtualService/web] }'))
  const { applied } = planRun(world, [])
  expect(applied.map(({ atMs, label, origin }) => [atMs, label, origin?.path.join('.')])).toEqual([
    [1000, 'VirtualService web applied', 'spec.steps.0'],
  ])
})

test('connections are numbered on when their cluster is replaced', () => {
  const policy = 'subsets: [{ name: v2, labels: { version: v2 } }] }'
  const calm = scenario('{ at: 1s, apply: [DestinationRule/web] }')
    .replace('subset: v2 } }] }] }', '} }] }] }')
    .replace(policy, 'trafficPolicy: { connectionPool: { tcp: { connectTimeout: 1s } } } }')
    .replace('rate: 100/s', 'concurrency: 1, pause: 500ms')
  const world = createPipeline().run(calm)
  const { traffic } = world
  const plan = planRun(
    world,
    traffic.clients.map(({ proxy }) => proxy),
  )
  const numbers = simulate({ traffic, ...plan }, 4000).requests.map(({ tries: [one] }) => [
    Math.round((one?.atMs ?? 0) / 500) / 2,
    one?.endpoint?.pod,
    one?.connection,
  ])
  // Two pods, a connection each; then another cluster with two of its own.
  const of = (pod: string) =>
    numbers.filter(([, name]) => name === pod).map(([atS, , number]) => [Number(atS) < 1.25, number])
  const both = [...of('web-v1-0'), ...of('web-v2-0')]
  expect(new Set(both.filter(([isOld]) => isOld === true).map(([, number]) => number))).toEqual(new Set([1, 2]))
  expect(new Set(both.filter(([isOld]) => isOld === false).map(([, number]) => number))).toEqual(new Set([3, 4]))
})

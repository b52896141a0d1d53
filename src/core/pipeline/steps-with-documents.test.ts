import { describe, expect, test } from 'vitest'
import { simulate } from '../simulate/index.ts'
import { lineOf, rangeOf } from '../yaml/index.ts'
import { createPipeline } from './create-pipeline.ts'
import { planRun } from './plan-run.ts'

const deployment = (name: string, version: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}-${version} }
spec: { replicas: 2, selector: { matchLabels: { app: ${name} } }, template: { metadata: { labels: { app: ${name}, version: ${version} } } } }
`
const leg = (version: string, weight: number) => `{ destination: { host: web, subset: ${version} }, weight: ${weight} }`
const canary = (v1: number, v2: number) => `
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: { name: web }
      spec: { hosts: [web], http: [{ route: [${leg('v1', v1)}, ${leg('v2', v2)}], retries: { attempts: 0 } }] }
`
const RULES = `---${canary(100, 0).replaceAll('\n      ', '\n')}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }] }
`
const PODS = `${deployment('client', 'v1')}${deployment('web', 'v1')}${deployment('web', 'v2')}---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
`
const scenario = (steps: string, workloads = '') => `---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: rollout }
spec:
  seed: 7
  clients: [{ from: client-v1, url: 'http://web/', rate: 100/s }]
  workloads: [${workloads}]
  steps:
${steps}`

function play(text: string, untilMs: number) {
  const world = createPipeline().run(text)
  const { traffic } = world
  const plan = planRun(
    world,
    traffic.clients.map(({ proxy }) => proxy),
  )
  return { world, plan, log: simulate({ traffic, ...plan }, untilMs) }
}

/** Where requests of a stretch went, in percent of those answered or not. */
function sharesOf({ requests }: ReturnType<typeof play>['log'], fromMs: number, toMs: number) {
  const own = requests.filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
  const shares = new Map<string, number>()
  for (const { decision } of own) {
    const end = decision?.leg?.cluster.split('|')[2] ?? 'nowhere'
    shares.set(end, (shares.get(end) ?? 0) + 100 / own.length)
  }
  return shares
}

describe('a canary that is shifted by documents in steps', () => {
  // Alone, and as an item of a list.
  const item = canary(50, 50).replace('\n     ', '    -')
  const steps = `  - at: 10s\n    apply:${canary(90, 10)}  - at: 20s\n    apply:\n${item}`
  const { world, plan, log } = play(PODS + RULES + scenario(steps), 30_000)

  test('is nothing that anybody would refuse or remark', () => {
    expect(world.diagnostics.map(({ title }) => title)).toEqual([])
    expect(plan.applied.map(({ atMs, label }) => [atMs, label])).toEqual([
      [10_000, 'VirtualService web applied'],
      [20_000, 'VirtualService web applied'],
    ])
  })

  test.each([
    [0, 10_000, 0],
    [10_200, 20_000, 10],
    [20_200, 30_000, 50],
  ])('from %d to %d ms v2 gets %d in a hundred', (fromMs, toMs, percent) => {
    const share = sharesOf(log, fromMs, toMs).get('v2') ?? 0
    // Some 980 requests: four standard deviations are 6.4 at most.
    expect(Math.abs(share - percent)).toBeLessThan(percent === 0 ? 0.001 : 6.4)
  })
})

describe('what is wrong in a document of a step is said at its line', () => {
  const broken = (from: string, to: string) => {
    const steps = `  - at: 1s\n    apply:${canary(50, 50)}`.replace(from, to)
    const text = PODS + RULES + scenario(steps)
    const { parsed, diagnostics } = createPipeline().run(text)
    return diagnostics.map(({ code, origin }) => {
      const line = lineOf(text, rangeOf(parsed, origin)?.start ?? 0)
      return `${code} ${text.split('\n')[line - 1]?.trim().slice(0, 20) ?? ''}`
    })
  }

  test.each([
    ['a subset that nothing defines', 'subset: v2', 'subset: v3', ['IST0101 spec: { hosts: [web]']],
    ['a field that is none', 'attempts: 0', 'attempt: 0', ['REFUSED spec: { hosts: [web]']],
    ['a value that is refused', 'weight: 50', 'weight: -1', ['REFUSED spec: { hosts: [web]']],
    [
      'a Scenario',
      'networking.istio.io/v1\n      kind: VirtualService',
      'meshscope/v1\n      kind: Scenario',
      ['MX0310 apply:'],
    ],
    ['no kind', 'kind: VirtualService', 'kid: VirtualService', ['MX0003 apply:']],
  ])('%s', (_, from, to, said) => {
    expect(broken(from, to)).toEqual(said)
  })

  test('and what is right before and after it stays so', () => {
    expect(broken('weight: 50', 'weight: 50')).toEqual([])
  })
})

test('what a step will need is assumed with the rest', () => {
  const held = `{ apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: { name: web }, spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }, { name: v3, labels: { version: v3 } }] } }`
  const world = createPipeline().run(RULES + scenario(`  - { at: 1s, apply: ${held} }\n`))
  expect(world.assumed.map(({ key }) => key)).toContain('Deployment default/web-v3')
})

describe('a rolling restart of two pods', () => {
  const restart = (workloads = '', deploy = (text: string) => text) => {
    const all =
      deploy(PODS) +
      RULES.replace('weight: 100', 'weight: 0').replace('subset: v2 }, weight: 0', 'subset: v2 }, weight: 1')
    return play(all + scenario('  - { at: 5s, restart: deployment/web-v2 }\n', workloads), 17_000)
  }
  const failed = ({ log }: ReturnType<typeof play>) =>
    log.requests
      .filter(({ atMs }) => atMs < 14_000)
      .flatMap(({ atMs, decision, tries }) =>
        decision?.status === 200
          ? []
          : `${(Math.floor(atMs / 100) / 10).toFixed(1).padStart(4)} ${tries.at(-1)?.endpoint?.pod ?? ''} ${String(decision?.status)} ${decision?.flags ?? ''}`,
      )

  test('is told pod by pod', () => {
    const { plan } = restart()
    expect(plan.applied.map(({ sinceMs, atMs, label }) => [sinceMs, atMs, label])).toEqual([
      [5000, 5100, 'web-v2 restarted: web-v2-2 starts'],
      [8000, 8100, 'web-v2-2 ready, web-v2-3 starts, web-v2-1 stops'],
      [9000, 9100, 'web-v2-1 gone'],
      [11_000, 11_100, 'web-v2-3 ready, web-v2-0 stops'],
      [12_000, 12_100, 'web-v2-0 gone'],
    ])
  })

  test('loses what is sent to a pod that has stopped until the proxy learns of it', () => {
    const lost = failed(restart())
    expect(new Set(lost.map(line => line.slice(5)))).toEqual(new Set(['web-v2-1 503 -', 'web-v2-0 503 -']))
    // 100 ms to the endpoints, 100 ms of quiet, 10 to 60 ms on the way: 21 to 26 requests each time, half of them to that pod.
    expect(new Set(lost.map(line => Math.floor(Number(line.slice(0, 4)))))).toEqual(new Set([8, 11]))
    expect(lost.length).toBeGreaterThan(10)
    expect(lost.length).toBeLessThan(40)
  })

  test('loses nothing where pods sleep a little before they stop', () => {
    const sleep = 'spec: { containers: [{ name: web, lifecycle: { preStop: { sleep: { seconds: 1 } } } }] } } }'
    const lost = failed(restart('', text => text.replaceAll(/(version: v2 } }) } }/g, `$1, ${sleep}`)))
    expect(lost).toEqual([])
  })

  test('lets requests end that a pod has, or cuts them off', () => {
    const sleep = 'spec: { containers: [{ name: web, lifecycle: { preStop: { sleep: { seconds: 1 } } } }] } } }'
    const withSleep = (text: string) => text.replaceAll(/(version: v2 } }) } }/g, `$1, ${sleep}`)
    expect(failed(restart('{ name: web-v2, latency: 2s }', withSleep))).toEqual([])
    // A pod gets requests for a quarter of a second more, and drops what it has 750 ms later, which takes 2 s.
    const lost = failed(restart('{ name: web-v2, latency: 2s, shutdown: 0 }', withSleep))
    expect(new Set(lost.map(line => line.slice(5)))).toEqual(new Set(['web-v2-1 503 UC', 'web-v2-0 503 UC']))
  })

  test('gives new pods new addresses', () => {
    const { plan } = restart()
    const addresses = (atMs: number) =>
      plan.meshAt(atMs).workloads.flatMap(({ pods }) => pods.map(({ name, ip }) => `${name} ${ip}`))
    expect(addresses(0).slice(-2)).toEqual(['web-v2-0 10.1.0.5', 'web-v2-1 10.1.0.6'])
    expect(addresses(13_000).slice(-2)).toEqual(['web-v2-2 10.1.0.7', 'web-v2-3 10.1.0.8'])
  })
})

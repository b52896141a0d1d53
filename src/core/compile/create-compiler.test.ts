import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SCENARIOS } from '../../scenarios/index.ts'
import type { Mesh } from '../mesh/index.ts'
import { compileConfig, createCompiler } from './compile-config.ts'
import { meshOfYaml, yaml } from './testing/yaml-mesh.ts'

const A = { workload: 'a', namespace: 'default' }
const B = { workload: 'b', namespace: 'default' }
const C = { workload: 'c', namespace: 'default' }
const CALLERS = [A, B, C]
  .map(({ workload }) => yaml.deployment(workload).replaceAll('app: b', 'app: b, tier: front'))
  .join('')
const SERVICES = `${yaml.httpService('reviews')}${yaml.deployment('reviews')}`
const ONLY_B = 'sourceLabels: { tier: front }'
const TO_REVIEWS = 'route: [{ destination: { host: reviews } }]'

test('callers that nothing tells apart share what they are told, under their own names', () => {
  const compile = createCompiler(meshOfYaml(`${CALLERS}${SERVICES}`))
  const [a, b] = [compile(A), compile(B)]
  expect([a.proxy, b.proxy]).toEqual(['a.default', 'b.default'])
  expect(a.sourceAddress).not.toBe(b.sourceAddress)
  expect(b.clusters).toBe(a.clusters)
  expect(b.routeConfigs).toBe(a.routeConfigs)
})

test('a namespace sees by its own names', () => {
  const compile = createCompiler(meshOfYaml(`${CALLERS}${SERVICES}${yaml.deployment('a.other')}`))
  const other = compile({ workload: 'a', namespace: 'other' })
  expect(other).toEqual(compileConfig(meshOfYaml(`${CALLERS}${SERVICES}${yaml.deployment('a.other')}`), other.proxy))
  expect(other.dns.has('reviews')).toBe(false)
  expect(compile(A).dns.has('reviews')).toBe(true)
})

test.each([
  [
    'a match',
    yaml.virtualService('reviews', `{ hosts: [reviews], http: [{ match: [{ ${ONLY_B} }], ${TO_REVIEWS} }] }`),
  ],
  [
    'a match of bytes',
    yaml.serviceEntry(
      'db',
      '{ hosts: [db.test], ports: [{ number: 5432, name: tcp, protocol: TCP }], resolution: DNS }',
    ) +
      yaml.virtualService(
        'db',
        '{ hosts: [db.test], tcp: [{ match: [{ port: 5432, sourceLabels: { tier: front } }], route: [{ destination: { host: reviews } }] }] }',
      ),
  ],
  [
    'the workloadSelector of a DestinationRule',
    yaml.destinationRule(
      'reviews',
      '{ host: reviews, workloadSelector: { matchLabels: { tier: front } }, subsets: [{ name: v1, labels: { app: reviews } }] }',
    ),
  ],
  [
    'the workloadSelector of a Sidecar',
    yaml.sidecar(
      'only-b',
      '{ workloadSelector: { labels: { tier: front } }, egress: [{ hosts: ["./c.default.svc.cluster.local"] }] }',
    ),
  ],
  [
    'failoverPriority',
    yaml.destinationRule(
      'reviews',
      '{ host: reviews, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 1 }, loadBalancer: { localityLbSetting: { failoverPriority: [tier] } } } }',
    ),
  ],
  [
    'a headless Service that one of them is behind',
    yaml.service('b', '{ clusterIP: None, selector: { app: b }, ports: [{ name: tcp, port: 6379 }] }'),
  ],
])('%s tells one from the others', (_, rule) => {
  const text = `${rule}${CALLERS}${SERVICES}`
  const compile = createCompiler(meshOfYaml(text))
  const told = [A, B, C].map(caller => compile(caller))
  expect(told).toEqual([A, B, C].map(caller => compileConfig(meshOfYaml(text), caller)))
  expect(told[2]?.clusters).toBe(told[0]?.clusters)
  expect(told[1]?.clusters).not.toBe(told[0]?.clusters)
})

const RECORDED = readFileSync('src/cli/cases/world.yaml', 'utf8')

test.each([...SCENARIOS.map(({ id, text }) => [id, text] as const), ['the recorded world', RECORDED] as const])(
  '%s: whoever was asked for before, each caller is told what it is told alone',
  (_, text) => {
    const mesh = meshOfYaml(text)
    const compile = createCompiler(mesh)
    for (const caller of callersOf(mesh)) expect(compile(caller)).toEqual(compileConfig(mesh, caller))
  },
)

const callersOf = (mesh: Mesh) => mesh.workloads.map(({ name, namespace }) => ({ workload: name, namespace }))

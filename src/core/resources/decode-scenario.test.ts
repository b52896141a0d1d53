import { expect, test } from 'vitest'
import { createYamlParser } from '../yaml/index.ts'
import { createDecoder } from './decoder.ts'

function decode(
  spec: string,
  head = 'apiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: a, namespace: shop }',
) {
  const [resource] = createDecoder().decodeAll(createYamlParser().parse(`${head}\nspec:\n${spec}`)).resources
  return resource
}

test('a Scenario is a kind of its own, in this version only', () => {
  expect(decode('  seed: 42')).toMatchObject({
    kind: 'Scenario',
    key: 'Scenario shop/a',
    spec: { seed: 42, slips: [] },
  })
  expect(decode('  seed: 42', 'apiVersion: meshscope/v2\nkind: Scenario')?.kind).toBe('Other')
})

test('an empty one says nothing, and nothing is wrong with it', () => {
  expect(decode('')).toMatchObject({ spec: { clients: [], workloads: [], steps: [], slips: [] } })
})

test('a step with all that it can hold', () => {
  const spec =
    '  steps: [{ at: 1m5s, apply: [A/b, { kind: G }], delete: [C/d.e], scale: { name: f, replicas: 0 }, restart: f }]'
  expect(decode(spec)?.spec).toMatchObject({
    steps: [
      {
        path: ['spec', 'steps', 0],
        atMs: 65_000,
        apply: ['A/b', ''],
        written: [['spec', 'steps', 0, 'apply', 1]],
        delete: ['C/d.e'],
        scale: { path: ['spec', 'steps', 0, 'scale'], name: 'f', replicas: 0 },
        restart: 'f',
      },
    ],
    slips: [],
  })
})

test('a document in a step is read with its place, and is none of the text', () => {
  const document = '{ apiVersion: v1, kind: Service, metadata: { name: web } }'
  const text = `apiVersion: meshscope/v1\nkind: Scenario\nspec: { steps: [{ at: 0 }, { at: 1s, apply: ${document} }] }`
  const { resources, inSteps, diagnostics } = createDecoder().decodeAll(createYamlParser().parse(text))
  expect(resources.map(({ kind }) => kind)).toEqual(['Scenario'])
  expect(inSteps.map(({ resource }) => [resource.key, resource.origin.path])).toEqual([
    ['Service default/web', ['spec', 'steps', 1, 'apply']],
  ])
  expect(diagnostics).toEqual([])
})

test('one that is none is said to be none, at its place', () => {
  const text =
    'apiVersion: meshscope/v1\nkind: Scenario\nspec: { steps: [{ at: 1s, apply: [A/b, { kind: Service }] }] }'
  const { inSteps, diagnostics } = createDecoder().decodeAll(createYamlParser().parse(text))
  expect(inSteps).toEqual([])
  expect(diagnostics.map(({ code, origin }) => [code, origin.path.join('.')])).toEqual([
    ['MX0003', 'spec.steps.0.apply.1'],
  ])
})

test.each([
  ['  seed: x', ['spec', 'seed']],
  ['  seed: 1.5', ['spec', 'seed']],
  ['  clients: x', ['spec', 'clients']],
  ['  clients: [x]', ['spec', 'clients', 0]],
  ['  clients: [{ headers: [a] }]', ['spec', 'clients', 0, 'headers']],
  ['  clients: [{ headers: { a: [b] } }]', ['spec', 'clients', 0, 'headers', 'a']],
  ['  clients: [{ concurrency: 0 }]', ['spec', 'clients', 0, 'concurrency']],
  ['  clients: [{ patience: -1s }]', ['spec', 'clients', 0, 'patience']],
  ['  clients: [{ rate: -1 }]', ['spec', 'clients', 0, 'rate']],
  ['  clients: [{ rate: 1001/s }]', ['spec', 'clients', 0, 'rate']],
  ['  clients: [{ rate: .inf }]', ['spec', 'clients', 0, 'rate']],
  ['  clients: [{ share: 1 }]', ['spec', 'clients', 0, 'share']],
  ['  clients: [{ requests: [{ share: half }] }]', ['spec', 'clients', 0, 'requests', 0, 'share']],
  ['  workloads: [{ latency: fast }]', ['spec', 'workloads', 0, 'latency']],
  ['  workloads: [{ latency: { p95: 1s } }]', ['spec', 'workloads', 0, 'latency', 'p95']],
  ['  workloads: [{ ready: "no" }]', ['spec', 'workloads', 0, 'ready']],
  ['  workloads: [{ status: 99 }]', ['spec', 'workloads', 0, 'status']],
  ['  steps: [{ apply: [1] }]', ['spec', 'steps', 0, 'apply', 0]],
  ['  steps: [{ scale: reviews }]', ['spec', 'steps', 0, 'scale']],
  ['  seed: 1\nextra: 1', ['extra']],
])('%s: one slip, at its place', (spec, path) => {
  const resource = decode(spec)
  expect(resource?.kind === 'Scenario' && resource.spec.slips.map(slip => slip.path)).toEqual([path])
})

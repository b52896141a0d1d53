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
  const spec = '  steps: [{ at: 1m5s, apply: [A/b], delete: [C/d.e], scale: { name: f, replicas: 0 } }]'
  expect(decode(spec)?.spec).toMatchObject({
    steps: [
      {
        path: ['spec', 'steps', 0],
        atMs: 65_000,
        apply: ['A/b'],
        delete: ['C/d.e'],
        scale: { path: ['spec', 'steps', 0, 'scale'], name: 'f', replicas: 0 },
      },
    ],
    slips: [],
  })
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

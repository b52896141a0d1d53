import { expect, test } from 'vitest'
import type { Resource } from '../resources/index.ts'
import { deployment, namespace, pod } from './testing/resources.ts'
import { buildMesh } from './build-mesh.ts'

const workloads = (...resources: Resource[]) =>
  buildMesh(resources).workloads.map(({ kind, name, pods }) => ({ kind, name, pods: pods.map(p => p.name) }))

test('a Deployment stands for its pods', () => {
  expect(workloads(deployment('web', { app: 'web' }, { spec: { replicas: 2 } }))).toEqual([
    { kind: 'Deployment', name: 'web', pods: ['web-0', 'web-1'] },
  ])
  expect(workloads(deployment('web', undefined, { spec: { replicas: 0 } }))).toEqual([
    { kind: 'Deployment', name: 'web', pods: [] },
  ])
})

test('no more than a thousand pods are made up for one workload', () => {
  const [web] = buildMesh([deployment('web', undefined, { spec: { replicas: 1e9 } })]).workloads
  expect(web?.pods).toHaveLength(1000)
})

test('a Pod named like a replica stands in its place, others are workloads of their own', () => {
  const mesh = buildMesh([
    pod('web-0', { app: 'web', version: 'given' }, { spec: { ready: false } }),
    pod('web-7', { app: 'web' }),
    deployment('web', { app: 'web' }, { spec: { replicas: 2 } }),
  ])
  const [web, bare] = mesh.workloads
  expect(web?.pods.map(p => [p.name, p.ready, p.labels['version']])).toEqual([
    ['web-0', false, 'given'],
    ['web-1', true, undefined],
  ])
  expect(bare).toMatchObject({ kind: 'Pod', name: 'web-7', pods: [{ name: 'web-7', workload: 'web-7' }] })
})

test("a dump's pods belong to the Deployment of their ReplicaSet and stand in place of made-up ones", () => {
  const labels = { app: 'reviews', 'pod-template-hash': '5d4f8c9b7' }
  const owned = (name: string) => pod(name, labels, { spec: { owner: 'reviews-v1-5d4f8c9b7' } })
  const replicaSet = {
    ...deployment('reviews-v1-5d4f8c9b7', labels, { spec: { replicas: 2, selector: labels } }),
    kind: 'ReplicaSet' as const,
  }
  const reviews = deployment('reviews-v1', { app: 'reviews' }, { spec: { replicas: 3 } })
  const expected = [
    { kind: 'Deployment', name: 'reviews-v1', pods: ['reviews-v1-5d4f8c9b7-aaaaa', 'reviews-v1-5d4f8c9b7-bbbbb'] },
  ]
  const pods = [owned('reviews-v1-5d4f8c9b7-bbbbb'), owned('reviews-v1-5d4f8c9b7-aaaaa')]
  expect(workloads(replicaSet, ...pods, reviews)).toEqual(expected)
  expect(workloads(...pods, reviews)).toEqual(expected)
  expect(workloads(...pods)).toEqual(expected)
  const named = { ...replicaSet, spec: { ...replicaSet.spec, selector: {}, podLabels: {}, owner: 'reviews-v1' } }
  expect(workloads(named, ...pods, reviews)).toEqual(expected)
})

test('a ReplicaSet of its own, and a pod of a StatefulSet that the text lacks', () => {
  const lone = { ...deployment('lone'), kind: 'ReplicaSet' as const }
  expect(workloads(lone, pod('db-0', { app: 'db' }, { spec: { owner: 'db' } }))).toEqual([
    { kind: 'ReplicaSet', name: 'db', pods: ['db-0'] },
    { kind: 'ReplicaSet', name: 'lone', pods: ['lone-0'] },
  ])
})

test('pods get addresses in the order of namespace and name, unless their status gives one', () => {
  const mesh = buildMesh([
    deployment('b', undefined, { namespace: 'zoo' }),
    deployment('z', undefined, { spec: { replicas: 2 } }),
    pod('a', {}, { spec: { ip: '10.1.0.2' } }),
  ])
  const addresses = mesh.workloads.flatMap(workload => workload.pods).map(p => [p.name, p.ip])
  expect(addresses).toEqual([
    ['a', '10.1.0.2'],
    ['z-0', '10.1.0.3'],
    ['z-1', '10.1.0.4'],
    ['b-0', '10.1.0.5'],
  ])
})

const NO = { 'sidecar.istio.io/inject': 'false' }

test.each([
  ['a namespace that the text does not show', [], {}, {}, true],
  ['a namespace without the label', [namespace('default', undefined)], {}, {}, true],
  ['a namespace with injection', [namespace('default', true)], {}, {}, true],
  ['a namespace without injection', [namespace('default', false)], {}, {}, false],
  ['another namespace without injection', [namespace('other', false)], {}, {}, true],
  ['a label against it', [], NO, {}, false],
  ['an annotation against it', [], {}, NO, false],
  ['a label that wins over the annotation', [], { 'sidecar.istio.io/inject': 'true' }, NO, true],
] as const)('%s', (_, namespaces, podLabels, podAnnotations, expected) => {
  const mesh = buildMesh([...namespaces, deployment('web', {}, { spec: { podLabels, podAnnotations } })])
  expect(mesh.workloads[0]?.sidecar).toBe(expected)
})

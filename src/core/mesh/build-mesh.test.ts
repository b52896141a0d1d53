import { expect, test } from 'vitest'
import { toHostname } from '../base/ids.ts'
import { deployment, dr, pod, service, vs } from './testing/resources.ts'
import { buildMesh } from './build-mesh.ts'

const host = (name: string, ns = 'default') => toHostname(`${name}.${ns}.svc.cluster.local`)

test('of resources with the same kind, namespace and name the last one counts', () => {
  const mesh = buildMesh([
    service('web', { spec: { clusterIp: '10.96.0.1' } }),
    service('web', { namespace: 'other', spec: { clusterIp: '10.96.0.2' } }),
    service('web', { spec: { clusterIp: '10.96.0.3' } }),
  ])
  expect([...mesh.services.values()].map(s => [s.hostname, s.clusterIp])).toEqual([
    [host('web'), '10.96.0.3'],
    [host('web', 'other'), '10.96.0.2'],
  ])
})

test('oldest first, then by name, then by namespace', () => {
  const at = (name: string, creationTimestamp: string | undefined, namespace = 'default') =>
    vs(['reviews'], [], { name, creationTimestamp, namespace })
  const mesh = buildMesh([
    at('b', '2024-02-01T00:00:00Z'),
    at('a', '2024-02-01T00:00:00Z', 'other'),
    at('a', '2024-02-01T00:00:00Z'),
    at('z', '2024-01-01T00:00:00Z'),
  ])
  expect(mesh.virtualServices.map(r => `${r.namespace}/${r.name}`)).toEqual([
    'default/z',
    'default/a',
    'other/a',
    'default/b',
  ])
  const rules = buildMesh([dr('b'), dr('a')]).destinationRules
  expect(rules.map(r => r.name)).toEqual(['a', 'b'])
})

test('a selector finds the pods of its namespace that have all its labels, ready or not', () => {
  const mesh = buildMesh([
    service('web', { spec: { selector: { app: 'web', tier: 'front' } } }),
    service('all', { spec: { selector: undefined } }),
    service('empty', { spec: { selector: {} } }),
    deployment('web', { app: 'web', tier: 'front', extra: 'x' }),
    deployment('half', { app: 'web' }),
    deployment('elsewhere', { app: 'web', tier: 'front' }, { namespace: 'other' }),
    pod('sick', { app: 'web', tier: 'front' }, { spec: { ready: false } }),
  ])
  const pods = (name: string) => mesh.services.get(host(name))?.pods.map(p => p.name)
  expect(pods('web')).toEqual(['sick', 'web-0'])
  expect(pods('all')).toEqual([])
  expect(pods('empty')).toEqual([])
})

test('headless Services and ExternalNames have no address', () => {
  const mesh = buildMesh([
    service('none', { spec: { clusterIp: 'None' } }),
    service('alias', { spec: { type: 'ExternalName', externalName: 'example.com' } }),
  ])
  expect(mesh.services.get(host('none'))).toMatchObject({ clusterIp: undefined, externalName: undefined })
  expect(mesh.services.get(host('alias'))).toMatchObject({ clusterIp: undefined, externalName: 'example.com' })
})

test('made-up addresses differ, avoid given ones, and stay when another Service comes', () => {
  const names = Array.from({ length: 2000 }, (_, i) => `s${String(i)}`)
  const before = buildMesh(names.map(name => service(name)))
  const addresses = new Set([...before.services.values()].map(s => s.clusterIp))
  expect(addresses.size).toBe(2000)
  const one = buildMesh([service('web')]).services.get(host('web'))?.clusterIp
  const two = buildMesh([service('web'), service('a')]).services.get(host('web'))?.clusterIp
  expect(two).toBe(one)
  const taken = buildMesh([service('web'), service('a', { spec: { clusterIp: one } })])
  expect(taken.services.get(host('web'))?.clusterIp).not.toBe(one)
})

test('settings keep their defaults where none are given', () => {
  expect(buildMesh([]).settings).toEqual({
    clusterDomain: 'cluster.local',
    rootNamespace: 'istio-system',
    enableAutoMtls: true,
    outboundTrafficPolicy: 'ALLOW_ANY',
  })
  const mesh = buildMesh([service('web')], { clusterDomain: 'corp.example' })
  expect([...mesh.services.keys()]).toEqual(['web.default.svc.corp.example'])
})

import { expect, test } from 'vitest'
import { buildMesh } from '../mesh/index.ts'
import { deployment, pod, service } from '../mesh/testing/resources.ts'
import { buildDns } from './dns.ts'
import { entry, kubernetesService, meshOf, workload } from './testing/mesh-of.ts'

const mesh = buildMesh([
  service('reviews', { spec: { clusterIp: '10.96.0.1' } }),
  service('reviews', { namespace: 'prod', spec: { clusterIp: '10.96.0.2' } }),
  service('db', { namespace: 'prod', spec: { clusterIp: 'None' } }),
  deployment('db', { app: 'db' }, { namespace: 'prod' }),
  pod('db-sick', { app: 'db' }, { namespace: 'prod', spec: { ready: false } }),
])

test.each([
  ['default', 'reviews', ['10.96.0.1']],
  ['prod', 'reviews', ['10.96.0.2']],
  ['other', 'reviews', undefined],
  ['other', 'reviews.prod', ['10.96.0.2']],
  ['other', 'reviews.prod.svc', ['10.96.0.2']],
  ['other', 'reviews.prod.svc.cluster.local', ['10.96.0.2']],
  ['other', 'reviews.prod.svc.cluster', undefined],
  ['prod', 'db', ['10.1.0.1']],
])('in namespace %s, %s resolves to %j', (namespace, name, expected) => {
  expect(buildDns(mesh, namespace).get(name)?.addresses).toEqual(expected)
})

const outside = meshOf(
  entry('vip', '{ hosts: [vip.com], addresses: [10.9.0.1, 10.9.0.2], ports: [] }') +
    entry('range', '{ hosts: [range.com], addresses: [10.8.0.0/16], ports: [] }') +
    entry('wild', '{ hosts: ["*.wild.com"], addresses: [10.7.0.1], exportTo: ["."], ports: [] }') +
    entry('inside', '{ hosts: [web.default.svc.cluster.local], addresses: [10.7.0.2], ports: [] }') +
    kubernetesService('web', '{ clusterIP: None, selector: { app: web } }') +
    kubernetesService('short', '{ type: ExternalName, externalName: far.default.svc.cluster.local }') +
    kubernetesService('far', '{ type: ExternalName, externalName: vip.com }') +
    kubernetesService('gone', '{ type: ExternalName, externalName: elsewhere.com }') +
    kubernetesService('circle', '{ type: ExternalName, externalName: circle.default.svc.cluster.local }') +
    workload('web', 'StatefulSet', 'serviceName: web, replicas: 2,') +
    workload('other', 'StatefulSet', 'serviceName: other,'),
)

test.each([
  ['default', 'vip.com', ['10.9.0.1']],
  ['other', 'vip.com.', ['10.9.0.1']],
  ['default', 'range.com', ['10.8.0.1']],
  ['other', '*.wild.com', ['10.7.0.1']],
  ['default', 'web.default.svc.cluster.local', ['10.1.0.2', '10.1.0.3']],
  ['default', 'web.default.svc.cluster.local.', ['10.1.0.2', '10.1.0.3']],
  ['default', 'web-1.web', ['10.1.0.3']],
  ['other', 'web-1.web', undefined],
  ['other', 'web-1.web.default.svc', ['10.1.0.3']],
  ['other', 'web-1.web.default.svc.cluster.local', ['10.1.0.3']],
  ['default', 'other-0.web', undefined],
  ['default', 'short', ['10.9.0.1']],
  ['default', 'gone', []],
  ['default', 'circle', []],
])('ServiceEntries, StatefulSets and other names: in namespace %s, %s resolves to %j', (namespace, name, expected) => {
  expect(buildDns(outside, namespace).get(name)?.addresses).toEqual(expected)
})

test('a ServiceEntry without addresses has one made up by its host', () => {
  const [a, b] = ['a.com', 'b.com'].map(host => {
    const mesh = meshOf(entry('x', `{ hosts: [${host}, b.com], ports: [] }`))
    return buildDns(mesh, 'default').get(host)?.addresses[0]
  })
  expect(a).toMatch(/^240\.240\./)
  expect(b).toMatch(/^240\.240\./)
  expect(a).not.toBe(b)
})

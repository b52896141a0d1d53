import { expect, test } from 'vitest'
import { buildMesh } from '../mesh/index.ts'
import { deployment, pod, service } from '../mesh/testing/resources.ts'
import { buildDns } from './dns.ts'

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

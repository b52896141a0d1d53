import { expect, test } from 'vitest'
import { vs } from '../mesh/testing/resources.ts'
import type { VirtualServiceResource } from '../resources/index.ts'
import { bindVirtualService } from './bound-virtual-service.ts'
import { isBoundToMesh, selectVirtualServices } from './virtual-service-selection.ts'

const bind = (resource: VirtualServiceResource) => bindVirtualService(resource, 'cluster.local')

test.each([
  [['reviews'], [], true],
  [['reviews'], ['mesh'], true],
  [['reviews'], ['ingress', 'mesh'], true],
  [['reviews'], ['ingress'], false],
  [[], [], false],
])('hosts %j, gateways %j: used by sidecars %s', (hosts, gateways, expected) => {
  expect(isBoundToMesh(vs(hosts, [], { spec: { gateways } }))).toBe(expected)
})

test.each([
  ['its own namespace', 'default', [], true],
  ['another namespace', 'other', [], true],
  ['exported to all', 'other', ['*'], true],
  ['private, at home', 'default', ['.'], true],
  ['private, elsewhere', 'other', ['.'], false],
  ['its own name, at home', 'default', ['default'], true],
  ['its own name, elsewhere', 'other', ['default'], false],
  ['named', 'other', ['other'], true],
  ['not named', 'third', ['other'], false],
  ['named elsewhere leaves its own out', 'default', ['other'], false],
  ['both', 'default', ['other', '.'], true],
  ['nobody', 'default', ['~'], false],
])('%s: namespace %s, exportTo %j: %s', (_, namespace, exportTo, expected) => {
  expect(selectVirtualServices([bind(vs(['reviews'], [], { spec: { exportTo } }))], namespace)).toHaveLength(
    expected ? 1 : 0,
  )
})

test('private ones claim hosts first, then those exported by name, then public ones', () => {
  const oldestFirst = [
    vs(['reviews'], [], { name: 'public' }),
    vs(['reviews'], [], { name: 'named', namespace: 'other', spec: { exportTo: ['default'] } }),
    vs(['reviews'], [], { name: 'private', spec: { exportTo: ['.'] } }),
  ]
  expect(selectVirtualServices(oldestFirst.map(bind), 'default').map(({ resource }) => resource.name)).toEqual([
    'private',
    'named',
    'public',
  ])
})

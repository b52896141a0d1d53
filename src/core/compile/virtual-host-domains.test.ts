import { expect, test } from 'vitest'
import { buildMesh } from '../mesh/index.ts'
import { service } from '../mesh/testing/resources.ts'
import { createDomainClaims, toDomains } from './virtual-host-domains.ts'

const FULL = 'web.default.svc.cluster.local'

function domainsOf(clusterIp: string, callerNamespace: string): readonly string[] {
  const [web] = buildMesh([service('web', { spec: { clusterIp } })]).services.values()
  return web ? toDomains(web, [], callerNamespace).all : []
}

test.each([
  ['its own namespace', '10.0.0.1', 'default', [FULL, `${FULL}.`, 'web', 'web.default.svc', 'web.default', '10.0.0.1']],
  ['another namespace', '10.0.0.1', 'other', [FULL, `${FULL}.`, 'web.default', 'web.default.svc', '10.0.0.1']],
  [
    'another namespace, headless',
    'None',
    'other',
    [
      FULL,
      `${FULL}.`,
      'web.default',
      'web.default.svc',
      `*.${FULL}`,
      `*.${FULL}.`,
      '*.web.default',
      '*.web.default.svc',
    ],
  ],
])('seen from %s', (_, clusterIp, callerNamespace, expected) => {
  expect(domainsOf(clusterIp, callerNamespace)).toEqual(expected)
})

test("a short name neither takes another service's full name nor a name that is gone", () => {
  const claim = createDomainClaims(new Set(['web.default', FULL]))
  expect(claim({ all: ['a', FULL], expanded: new Set() })).toEqual(['a', FULL])
  expect(claim({ all: ['b', 'a', 'web.default'], expanded: new Set(['a', 'web.default']) })).toEqual(['b'])
  expect(claim({ all: ['web.default'], expanded: new Set() })).toEqual(['web.default'])
})

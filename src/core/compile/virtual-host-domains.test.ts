import { expect, test } from 'vitest'
import { buildMesh } from '../mesh/index.ts'
import { service } from '../mesh/testing/resources.ts'
import { compileConfig } from './compile-config.ts'
import { entry, kubernetesService, meshOf } from './testing/mesh-of.ts'
import { meshOfYaml } from './testing/yaml-mesh.ts'
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

test.each([
  ['a host outside', '{ hosts: [api.com], addresses: [10.9.0.1] }', ['api.com', 'api.com.', '10.9.0.1']],
  ['several addresses', '{ hosts: [api.com], addresses: [10.9.0.1, 10.9.0.2] }', ['api.com', 'api.com.', '10.9.0.1']],
  ['a wildcard', '{ hosts: ["*.api.com"] }', ['*.api.com', '*.api.com.']],
  [
    'a host below the cluster’s domain',
    '{ hosts: [vm.default.svc.cluster.local] }',
    ['vm.default.svc.cluster.local', 'vm.default.svc.cluster.local.', 'vm', 'vm.default.svc', 'vm.default'],
  ],
])('of a ServiceEntry: %s', (_, spec, expected) => {
  const [service] = meshOf(entry('a', spec)).services.values()
  expect(service && toDomains(service, [], 'default').all).toEqual(expected)
})

test('an ExternalName’s names come before the address, in all their forms', () => {
  const mesh = meshOf(
    kubernetesService('web', '{ clusterIP: 10.0.0.1 }') +
      kubernetesService('alias', '{ type: ExternalName, externalName: web.default.svc.cluster.local }'),
  )
  const [alias, web] = mesh.services.values()
  const names = (name: string) => [
    `${name}.default.svc.cluster.local`,
    `${name}.default.svc.cluster.local.`,
    `${name}.default`,
    `${name}.default.svc`,
  ]
  const domains = alias && web && toDomains(web, [alias], 'other').all
  expect(domains).toEqual([...names('web'), ...names('alias'), '10.0.0.1'])
})

test('of several ServiceEntries for one host the youngest that has the port gives the address', () => {
  const entry = (name: string, address: string, port: number, time: string) =>
    `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: ${name}, namespace: default, creationTimestamp: "${time}" }\n` +
    `spec: { hosts: [a.com], addresses: [${address}], resolution: STATIC, ports: [{ number: ${String(port)}, name: http, protocol: HTTP }, { number: 82, name: http-b, protocol: HTTP }] }\n---\n`
  const text = entry('a', '10.9.0.1', 80, '2024-01-01T00:00:00Z') + entry('b', '10.9.0.2', 81, '2024-02-01T00:00:00Z')
  const { routeConfigs } = compileConfig(meshOfYaml(text), { workload: 'sleep', namespace: 'default' })
  const addressOn = (port: number) => routeConfigs.get(String(port))?.virtualHosts[0]?.domains.at(-1)
  expect([80, 81, 82].map(addressOn)).toEqual(['10.9.0.1', '10.9.0.2', '10.9.0.2'])
})

import { expect, test } from 'vitest'
import { toProxyId } from '../../base/ids.ts'
import { compileConfig } from '../compile-config.ts'
import { meshOfYaml, yaml } from '../testing/yaml-mesh.ts'
import { resolveAliases } from './aliases.ts'

const external = (name: string, target: string, ports = '') =>
  yaml.service(name, `{ type: ExternalName, externalName: ${target}.default.svc.cluster.local${ports} }`)
const PORTS = ', ports: [{ name: http, port: 9080 }]'

test.each([
  ['a service', external('a', 'web'), ['web: a']],
  ['a service that is not there', external('a', 'ghost'), ['ghost: a']],
  ['through another', external('a', 'b') + external('b', 'web'), ['web: a b']],
  ['nothing, in a circle', external('a', 'b') + external('b', 'a'), []],
  [
    'by namespace, then by name',
    external('b', 'web') + external('a.prod', 'web') + external('a', 'web'),
    ['web: a b a'],
  ],
])('an ExternalName stands for %s', (_, text, expected) => {
  const aliases = resolveAliases(meshOfYaml(yaml.httpService('web') + text))
  const found = [...aliases].map(
    ([host, own]) => `${host.split('.')[0] ?? ''}: ${own.map(({ name }) => name).join(' ')}`,
  )
  expect(found).toEqual(expected)
})

const configOf = (text: string) =>
  compileConfig(meshOfYaml(yaml.httpService('web') + text), toProxyId('sleep', 'default')).routeConfigs.get('9080')

test('its names belong to its target, addresses come last', () => {
  const [web] = configOf(external('a', 'web'))?.virtualHosts ?? []
  expect(web?.domains.slice(5)).toEqual([
    'a.default.svc.cluster.local',
    'a.default.svc.cluster.local.',
    'a',
    'a.default.svc',
    'a.default',
    '10.96.0.9',
  ])
})

test('a VirtualService for it takes its names, if it has the port', () => {
  const rule = yaml.virtualService('v', '{ hosts: [a], http: [{ directResponse: { status: 201 } }] }')
  const [first, web] = configOf(external('a', 'web', PORTS) + rule)?.virtualHosts ?? []
  expect(first).toMatchObject({ name: 'a.default.svc.cluster.local:9080', domains: { length: 5 } })
  expect(web?.domains).toHaveLength(6)
  const without = configOf(external('a', 'web') + rule)?.virtualHosts.map(({ name }) => name)
  expect(without).toEqual(['web.default.svc.cluster.local:9080', 'allow_any'])
})

test('as a destination it gives way to its target, if it has the port', () => {
  const rule = yaml.virtualService('v', '{ hosts: [web], http: [{ route: [{ destination: { host: a } }] }] }')
  const clusterOf = (text: string) => {
    const action = configOf(text + rule)?.virtualHosts[0]?.routes[0]?.action
    return action?.kind === 'forward' ? action.clusters[0]?.cluster : undefined
  }
  expect(clusterOf(external('a', 'web', PORTS))).toBe('outbound|9080||web.default.svc.cluster.local')
  expect(clusterOf(external('a', 'web'))).toBe('outbound|9080||a.default.svc.cluster.local')
})

import { expect, test } from 'vitest'
import { buildMesh } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import { match, port, rule, service, vs } from '../mesh/testing/resources.ts'
import { compileConfig } from './compile-config.ts'

const FULL = '.default.svc.cluster.local'
const answers = (status: number) => rule({ directResponse: { status, body: undefined } })
const forOthers = rule({ match: [match({ sourceLabels: { app: 'other' } })], route: [] })
const older = { creationTimestamp: '2024-01-01T00:00:00Z' }

/** `name: statuses` for the virtual hosts of a port; a default route is `default`. */
function hostsOn(portNumber: number, resources: readonly Resource[]): Record<string, readonly (number | string)[]> {
  const config = compileConfig(buildMesh(resources), { workload: 'sleep', namespace: 'default' })
  const hosts = config.routeConfigs.get(String(portNumber))?.virtualHosts.slice(0, -1) ?? []
  return Object.fromEntries(
    hosts.map(({ name, routes }) => [
      name.replace(FULL, ''),
      routes.map(({ action, name: route }) => (action.kind === 'directResponse' ? action.status : route)),
    ]),
  )
}

const web = service('web')
const onEighty = service('plain', { spec: { ports: [port('http', 80)] } })

test('of two VirtualServices for one host the older has it; the other keeps its other hosts', () => {
  const first = vs(['web'], [answers(201)], { name: 'b', ...older })
  const second = vs(['web', 'api'], [answers(202)], { name: 'a', creationTimestamp: '2024-02-01T00:00:00Z' })
  expect(hostsOn(9080, [web, service('api'), first, second])).toEqual({ 'web:9080': [201], 'api:9080': [202] })
})

test('one without a route for this caller leaves the host to the next, or to the default route', () => {
  const first = vs(['web'], [forOthers], { name: 'a', ...older })
  expect(hostsOn(9080, [web, first, vs(['web'], [answers(202)], { name: 'b' })])).toEqual({ 'web:9080': [202] })
  expect(hostsOn(9080, [web, first])).toEqual({ 'web:9080': ['default'] })
})

test('a wildcard supplies only services that no other VirtualService names better, even if that one has no route', () => {
  const star = vs([`*${FULL}`], [answers(201)], { name: 'star', ...older })
  const all = [web, service('api'), star]
  expect(hostsOn(9080, all)).toEqual({ 'web:9080': [201], 'api:9080': [201] })
  expect(hostsOn(9080, [...all, vs(['web'], [answers(202)])])).toEqual({ 'web:9080': [202], 'api:9080': [201] })
  expect(hostsOn(9080, [...all, vs(['web'], [forOthers])])).toEqual({ 'api:9080': [201], 'web:9080': ['default'] })
})

test('a host that is no service has a virtual host where its VirtualService names a service, else on port 80 only', () => {
  const shop = vs(['shop.example.com'], [answers(201)])
  expect(hostsOn(9080, [web, onEighty, shop])).toEqual({ 'web:9080': ['default'] })
  expect(hostsOn(80, [web, onEighty, shop])).toEqual({ 'shop.example.com:80': [201], 'plain:80': ['default'] })
  const both = vs(['shop.example.com', 'web'], [answers(201)])
  expect(hostsOn(9080, [web, onEighty, both])).toEqual({ 'shop.example.com:9080': [201], 'web:9080': [201] })
})

test('a VirtualService for a service of another port has a virtual host on port 80 too, by its full name', () => {
  const config = compileConfig(buildMesh([web, onEighty, vs(['web'], [answers(201)])]), {
    workload: 'sleep',
    namespace: 'default',
  })
  const host = config.routeConfigs.get('80')?.virtualHosts.find(({ name }) => name === `web${FULL}:80`)
  expect(host?.domains).toEqual([`web${FULL}`])
})

test('rules for http do not reach a port that speaks TCP', () => {
  const both = service('web', { spec: { ports: [port('http', 9080), port('tcp', 9090)] } })
  const other = service('other', { spec: { ports: [port('http', 9090)] } })
  expect(hostsOn(9090, [both, other, vs(['web'], [answers(201)])])).toEqual({ 'other:9090': ['default'] })
})

test('a name goes to the first virtual host that takes it', () => {
  // The Service `web` of namespace `svc` shortens to web.svc, which a VirtualService has taken.
  const taken = vs(['web.svc', 'api'], [answers(201)], older)
  const config = compileConfig(buildMesh([service('web', { namespace: 'svc' }), service('api'), taken]), {
    workload: 'sleep',
    namespace: 'default',
  })
  const domains = config.routeConfigs.get('9080')?.virtualHosts.map(host => host.domains)
  expect(domains?.[0]).toEqual(['web.svc'])
  expect(domains?.flat().filter(domain => domain === 'web.svc')).toHaveLength(1)
})

test.each([
  [
    'a redirect code',
    {
      redirect: {
        uri: '/x',
        authority: undefined,
        scheme: undefined,
        port: undefined,
        derivePort: undefined,
        redirectCode: 304,
      },
    },
    'field: "action", reason: is required',
  ],
  [
    'a status',
    { directResponse: { status: 600, body: undefined } },
    'DirectResponseActionValidationError.Status: value must be inside range [200, 600',
  ],
  [
    'an abort',
    { fault: { delay: undefined, abort: { percent: 1, httpStatus: 600, grpcStatus: undefined } } },
    'FaultAbortValidationError.HttpStatus: value must be inside range [200, 600',
  ],
  ['nothing', { directResponse: { status: 599, body: undefined } }, undefined],
])('Envoy refuses %s', (_, overrides, reason) => {
  const resource = vs(['web'], [rule(overrides)])
  const config = compileConfig(buildMesh([web, resource]), { workload: 'sleep', namespace: 'default' })
  expect(config.routeConfigs.get('9080')?.refusal?.reason).toBe(reason)
})

test('a UDP port is none to VirtualServices: port 80 takes the host as that of no Service, others do not know it', () => {
  const udp = { protocol: 'UDP' } as const
  const ports = [port('dns', 80, udp), port('dns-b', 81, udp), port('http', 82)]
  const dns = service('dns', { spec: { ports } })
  const resources = [dns, onEighty, service('b', { spec: { ports: [port('http', 81)] } }), vs(['dns'], [answers(203)])]
  expect(hostsOn(80, resources)['dns:80']).toEqual([203])
  expect(Object.keys(hostsOn(81, resources))).toEqual(['b:81'])
  expect(hostsOn(82, resources)['dns:82']).toEqual([203])
})

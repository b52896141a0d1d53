import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { buildMesh } from './build-mesh.ts'
import type { MeshService } from './mesh.ts'

const document = (kind: string, name: string, spec: string, metadata = 'namespace: default') =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name}, ${metadata} }\nspec: ${spec}\n---\n`

const meshOf = (text: string) => buildMesh(createDecoder().decodeAll(createYamlParser().parse(text)).resources)
const servicesOf = (text: string): readonly MeshService[] => [...meshOf(text).services.values()]

const PORTS = 'ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 8080 }, { number: 81, name: other }]'

test('a service for each host, with what the entry says of them', () => {
  const spec = `{ hosts: [b.com, A.com], addresses: [10.9.0.1/32, 10.8.0.0/16], resolution: STATIC, exportTo: [prod], ${PORTS} }`
  const [a, b] = servicesOf(document('ServiceEntry', 'two', spec))
  expect([a?.hostname, b?.hostname]).toEqual(['a.com', 'b.com'])
  expect(a).toMatchObject({
    name: 'two',
    registry: 'ServiceEntry',
    resolution: 'ClientSideLB',
    clusterIp: undefined,
    meshExternal: true,
    addresses: ['10.9.0.1', '10.8.0.0/16'],
    exportTo: ['prod'],
    ports: [
      { number: 80, targetPort: 8080, detected: 'HTTP' },
      { number: 81, targetPort: 81, detected: 'auto' },
    ],
  })
})

test.each([
  ['its own ports', 'STATIC', 'endpoints: [{ address: 1.1.1.1, ports: { http: 7 } }]', [['1.1.1.1', 7, 81]]],
  ['no endpoints, by name: the host', 'DNS', '', [['a.com', 8080, 81]]],
  ['no endpoints, static', 'STATIC', '', []],
  ['no endpoints, by name but selected', 'DNS', 'workloadSelector: { labels: { app: nobody } }', []],
  ['a socket', 'STATIC', 'endpoints: [{ address: "unix:///run/x" }]', [['/run/x', 8080, 81]]],
])('endpoints: %s', (_, resolution, more, expected) => {
  const [service] = servicesOf(
    document('ServiceEntry', 'a', `{ hosts: [a.com], resolution: ${resolution}, ${PORTS}, ${more} }`),
  )
  expect(service?.externalEndpoints.map(({ address, ports }) => [address, ports['http'], ports['other']])).toEqual(
    expected,
  )
})

const WORKLOADS =
  document(
    'WorkloadEntry',
    'vm2',
    '{ address: 10.7.0.2, labels: { app: vm }, ports: { http: 1234 }, serviceAccount: x }',
  ) +
  document('WorkloadEntry', 'vm1', '{ address: 10.7.0.1, labels: { app: no } }', 'labels: { app: vm }') +
  document('WorkloadEntry', 'vm3', '{ address: vm3.com, labels: { app: vm } }') +
  document('WorkloadEntry', 'vm4', '{ address: 10.7.0.4, labels: { app: vm } }', 'namespace: prod')

test.each([
  [
    'STATIC',
    [
      ['10.7.0.1', 8080, 'disabled'],
      ['10.7.0.2', 1234, 'istio'],
    ],
  ],
  [
    'DNS',
    [
      ['10.7.0.1', 8080, 'disabled'],
      ['10.7.0.2', 1234, 'istio'],
      ['vm3.com', 8080, 'disabled'],
    ],
  ],
])('a %s entry selects WorkloadEntries of its namespace; metadata’s labels come first', (resolution, expected) => {
  const spec = `{ hosts: [a.com], resolution: ${resolution}, ${PORTS}, workloadSelector: { labels: { app: vm } } }`
  const [service] = servicesOf(document('ServiceEntry', 'a', spec) + WORKLOADS)
  expect(service?.externalEndpoints.map(e => [e.address, e.ports['http'], e.tlsMode])).toEqual(expected)
})

test('an entry selects ready pods only, and a Kubernetes Service selects WorkloadEntries', () => {
  const pod = (name: string, status: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, labels: { app: vm } }\nstatus: { conditions: [{ type: Ready, status: "${status}" }] }\n---\n`
  const text =
    document(
      'ServiceEntry',
      'a',
      `{ hosts: [a.com], resolution: STATIC, ${PORTS}, workloadSelector: { labels: { app: vm } } }`,
    ) +
    'apiVersion: v1\nkind: Service\nmetadata: { name: vm }\nspec: { selector: { app: vm }, ports: [{ name: http, port: 80, targetPort: 9 }, { name: x, port: 81, targetPort: gone }] }\n---\n' +
    WORKLOADS +
    pod('ready', 'True') +
    pod('sick', 'False')
  const mesh = meshOf(text)
  const named = (name: string) => [...mesh.services.values()].find(service => service.name === name)
  expect(named('a')?.pods.map(({ name }) => name)).toEqual(['ready'])
  expect(named('vm')?.pods.map(({ name }) => name)).toEqual(['ready', 'sick'])
  expect(named('vm')?.externalEndpoints.map(({ address, ports }) => [address, ports])).toEqual([
    ['10.7.0.1', { http: 9 }],
    ['10.7.0.2', { http: 1234 }],
  ])
})

test('entries of one host and namespace become one service; of other namespaces they stand beside it', () => {
  const dated = (year: number, namespace = 'default') =>
    `namespace: ${namespace}, creationTimestamp: "${String(year)}-01-01T00:00:00Z"`
  const text =
    document(
      'ServiceEntry',
      'young',
      '{ hosts: [a.com], resolution: STATIC, ports: [{ number: 80, name: http, protocol: TCP }, { number: 82, name: y, protocol: HTTP }], endpoints: [{ address: 1.1.1.2 }] }',
      dated(2024),
    ) +
    document(
      'ServiceEntry',
      'old',
      '{ hosts: [a.com], resolution: STATIC, ports: [{ number: 80, name: http, protocol: HTTP }], endpoints: [{ address: 1.1.1.1 }] }',
      dated(2023),
    ) +
    document(
      'ServiceEntry',
      'else',
      '{ hosts: [a.com], resolution: NONE, ports: [{ number: 83, name: z }] }',
      dated(2022, 'prod'),
    ) +
    document(
      'ServiceEntry',
      'byName',
      '{ hosts: [a.com], resolution: DNS, ports: [{ number: 84, name: z }] }',
      dated(2025),
    )
  const mesh = meshOf(text)
  const [first] = mesh.services.values()
  expect([first?.name, mesh.sameHostServices.map(({ name }) => name)]).toEqual(['else', ['old']])
  const [own] = mesh.sameHostServices
  expect(own?.ports.map(({ number, detected, withoutCluster }) => [number, detected, withoutCluster])).toEqual([
    [80, 'HTTP', undefined],
    [82, 'HTTP', undefined],
    [84, 'auto', true],
  ])
  expect(own?.externalEndpoints.map(({ address }) => address)).toEqual(['1.1.1.1', '1.1.1.2', 'a.com'])
})

import { expect, test } from 'vitest'
import { buildClusters } from './clusters.ts'
import { entry, kubernetesService, meshOf } from './testing/mesh-of.ts'

/** Clusters by name, with their type and the addresses behind them. */
function clustersOf(text: string, kind: 'sidecar' | 'gateway' = 'sidecar') {
  const mesh = meshOf(text)
  const clusters = [...buildClusters(mesh, mesh.services.values(), () => undefined, { kind, labels: {} }).values()]
  return clusters
    .filter(({ name }) => name.startsWith('outbound'))
    .map(({ name, type, endpoints }) => [name, type, ...endpoints.map(one => `${one.address}:${String(one.port)}`)])
}

const PORTS = 'ports: [{ number: 80, name: http, protocol: HTTP }]'

test.each([
  ['STATIC', 'endpoints: [{ address: 1.1.1.1 }]', [['outbound|80||a.com', 'EDS', '1.1.1.1:80']]],
  ['STATIC', '', [['outbound|80||a.com', 'EDS']]],
  ['NONE', '', [['outbound|80||a.com', 'ORIGINAL_DST']]],
  ['DNS', '', [['outbound|80||a.com', 'STRICT_DNS', 'a.com:80']]],
  ['DNS', 'workloadSelector: { labels: { app: nobody } }', []],
  [
    'DNS_ROUND_ROBIN',
    'endpoints: [{ address: b.com, ports: { http: 81 } }]',
    [['outbound|80||a.com', 'LOGICAL_DNS', 'b.com:81']],
  ],
])('a ServiceEntry with resolution %s and %s', (resolution, more, expected) => {
  expect(clustersOf(entry('a', `{ hosts: [a.com], ${PORTS}, resolution: ${resolution}, ${more} }`))).toEqual(expected)
})

test('names that are found out on the way have a cluster for each port that Envoy can forward', () => {
  const ports = '{ number: 443, name: tls, protocol: TLS }, { number: 22, name: ssh, protocol: TCP }'
  expect(clustersOf(entry('a', `{ hosts: ["*.a.com"], ports: [${ports}], resolution: DYNAMIC_DNS }`))).toEqual([
    ['outbound|443||*.a.com', 'DYNAMIC_FORWARD_PROXY'],
  ])
})

test('a headless Service: the address that was dialled at a sidecar, any pod at a gateway', () => {
  const web = kubernetesService(
    'web',
    '{ clusterIP: None, ports: [{ name: http, port: 80 }, { port: 53, protocol: UDP }] }',
  )
  const name = 'outbound|80||web.default.svc.cluster.local'
  expect(clustersOf(web)).toEqual([[name, 'ORIGINAL_DST']])
  expect(clustersOf(web, 'gateway')).toEqual([[name, 'EDS']])
})

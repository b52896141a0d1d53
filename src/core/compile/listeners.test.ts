import { expect, test } from 'vitest'
import type { FilterChain, Listener } from '../envoy/index.ts'
import { compileConfig } from './compile-config.ts'
import { entry, istio, kubernetesService, meshOf, workload } from './testing/mesh-of.ts'

const SLEEP = { workload: 'sleep', namespace: 'default' }

/** Listeners but the catch-all, each with its chains in words; the default chain is the last. */
function listenersOf(text: string): Readonly<Record<string, readonly string[]>> {
  const { listeners } = compileConfig(meshOf(text), SLEEP)
  return Object.fromEntries(
    listeners.filter(({ name }) => name !== 'virtualOutbound').map(listener => [listener.name, wordsOf(listener)]),
  )
}

function wordsOf({ chains = [], chain }: Listener): readonly string[] {
  const matched = chains.map(({ serverNames = [], destinations = [], plainHttp, chain: own }) =>
    [...serverNames, ...destinations, ...(plainHttp ? ['http'] : []), chainWords(own)].join(' '),
  )
  return [...matched, chainWords(chain)]
}

function chainWords(chain: FilterChain): string {
  switch (chain.kind) {
    case 'tcp': {
      const clusters = chain.clusters?.map(({ cluster, weight }) => `${cluster}=${String(weight)}`)
      return `→ ${clusters?.join(' ') ?? chain.cluster}`
    }
    case 'http':
      return `routes ${chain.routeConfig} else ${chain.otherwise ?? 'the codec'}`
    case 'auto':
      return `routes ${chain.routeConfig} else ${chain.cluster}`
    case 'close':
      return 'closed'
  }
}

const HTTP = '{ number: 80, name: http, protocol: HTTP }'
const TCP = '{ number: 3306, name: tcp, protocol: TCP }'
const TLS = '{ number: 443, name: tls, protocol: TLS }'

test.each([
  ['HTTP, any address', `hosts: [a.com], ports: [${HTTP}]`, { '0.0.0.0_80': ['routes 80 else PassthroughCluster'] }],
  ['TCP, no address', `hosts: [a.com], ports: [${TCP}]`, { '0.0.0.0_3306': ['→ outbound|3306||a.com'] }],
  [
    'TCP, addresses and a range',
    `hosts: [a.com], addresses: [10.9.0.1, 10.9.0.2/32, 10.8.0.0/16], ports: [${TCP}]`,
    {
      '10.9.0.1_3306': ['→ outbound|3306||a.com'],
      '10.9.0.2_3306': ['→ outbound|3306||a.com'],
      '0.0.0.0_3306': ['10.8.0.0/16 → outbound|3306||a.com', '→ PassthroughCluster'],
    },
  ],
  [
    'TLS, no address: by name',
    `hosts: [a.com, "*.b.com"], ports: [${TLS}]`,
    {
      '0.0.0.0_443': ['*.b.com → outbound|443||*.b.com', 'a.com → outbound|443||a.com', '→ PassthroughCluster'],
    },
  ],
  [
    'TLS, an address: any name',
    `hosts: [a.com], addresses: [10.9.0.1], ports: [${TLS}]`,
    { '10.9.0.1_443': ['→ outbound|443||a.com'] },
  ],
  [
    'detected, no address: routes of the port',
    'hosts: [a.com], ports: [{ number: 99, name: x }]',
    { '0.0.0.0_99': ['routes 99 else outbound|99||a.com'] },
  ],
  [
    'detected, a range: bytes of the range',
    'hosts: [a.com], addresses: [10.8.0.0/16], ports: [{ number: 99, name: x }]',
    {
      '0.0.0.0_99': ['10.8.0.0/16 → outbound|99||a.com', 'http routes 99 else the codec', '→ PassthroughCluster'],
    },
  ],
  ['UDP', 'hosts: [a.com], ports: [{ number: 53, name: x, protocol: UDP }]', {}],
])('a ServiceEntry: %s', (_, spec, expected) => {
  expect(listenersOf(entry('a', `{ ${spec} }`))).toEqual(expected)
})

test('HTTP and bytes share a listener; of equal matches the first stays', () => {
  const text =
    entry('b', `{ hosts: [b.com], ports: [{ number: 80, name: tcp, protocol: TCP }] }`) +
    entry('c', `{ hosts: [c.com], ports: [{ number: 80, name: tcp, protocol: TCP }] }`) +
    entry('a', `{ hosts: [a.com], ports: [${HTTP}] }`)
  expect(listenersOf(text)).toEqual({ '0.0.0.0_80': ['routes 80 else outbound|80||b.com'] })
})

test('a protocol whose server speaks first shares its port with no other', () => {
  const text =
    entry('a', '{ hosts: [a.com], ports: [{ number: 80, name: db, protocol: MYSQL }] }') +
    entry('b', `{ hosts: [b.com], ports: [${HTTP}] }`)
  expect(listenersOf(text)).toEqual({ '0.0.0.0_80': ['→ outbound|80||a.com'] })
})

test('a headless Service has one for each pod but the caller’s own', () => {
  const text =
    kubernetesService('web', '{ clusterIP: None, selector: { app: web }, ports: [{ name: tcp, port: 81 }] }') +
    kubernetesService('me', '{ clusterIP: None, selector: { app: sleep }, ports: [{ name: tcp, port: 82 }] }') +
    workload('web', 'StatefulSet', 'serviceName: web, replicas: 2,') +
    workload('sleep')
  const to = '→ outbound|81||web.default.svc.cluster.local'
  expect(listenersOf(text)).toEqual({ '10.1.0.2_81': [to], '10.1.0.3_81': [to] })
})

test('tcp rules: first match for this caller; weights; ranges; what follows a match of everything is not sent', () => {
  const rules = `{ hosts: [a.com], tcp: [
    { match: [{ sourceLabels: { app: other } }], route: [{ destination: { host: x.com } }] },
    { match: [{ port: 1 }, { gateways: [edge] }], route: [{ destination: { host: x.com } }] },
    { match: [{ destinationSubnets: [10.1.0.0/16, 10.2.0.1] }], route: [{ destination: { host: b.com } }] },
    { match: [{ port: 3306, gateways: [mesh] }], route: [
      { destination: { host: a.com, subset: v1 }, weight: 80 }, { destination: { host: b.com, port: { number: 7 } }, weight: 20 },
      { destination: { host: x.com }, weight: 0 }] },
    { route: [{ destination: { host: x.com } }] } ] }`
  const text =
    entry('a', `{ hosts: [a.com], addresses: [10.9.0.1], ports: [${TCP}] }`) +
    entry('b', '{ hosts: [b.com], addresses: [10.9.0.2], ports: [{ number: 5, name: tcp, protocol: TCP }] }') +
    istio('VirtualService', 'a', rules) +
    workload('sleep')
  expect(listenersOf(text)['10.9.0.1_3306']).toEqual([
    '10.1.0.0/16 10.2.0.1 → outbound|5||b.com',
    '→ outbound|3306|v1|a.com=80 outbound|7||b.com=20',
  ])
})

test('tls rules: by server name; a name that was matched before is not matched again', () => {
  const rules = `{ hosts: [a.com], tls: [
    { match: [{ port: 443, sniHosts: [a.com] }, { sniHosts: [a.com], sourceLabels: { app: sleep } }], route: [{ destination: { host: b.com } }] },
    { match: [{ sniHosts: [www.a.com], destinationSubnets: [10.0.0.0/8] }], route: [{ destination: { host: a.com } }] } ] }`
  const text =
    entry('a', `{ hosts: [a.com], ports: [${TLS}] }`) + istio('VirtualService', 'a', rules) + workload('sleep')
  expect(listenersOf(text)['0.0.0.0_443']).toEqual([
    'a.com → outbound|443||b.com',
    'www.a.com 10.0.0.0/8 → outbound|443||a.com',
    '→ PassthroughCluster',
  ])
})

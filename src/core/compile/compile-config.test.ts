import { expect, test } from 'vitest'
import { toDocumentId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import { buildMesh } from '../mesh/index.ts'
import type { MeshSettings } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import { deployment, dr, match, pod, port, rule, service, subset, to, vs } from '../mesh/testing/resources.ts'
import { PASSTHROUGH_CLUSTER, toClusterName } from './cluster-name.ts'
import { compileConfig } from './compile-config.ts'

const SLEEP = { workload: 'sleep', namespace: 'default' }
const REVIEWS = 'reviews.default.svc.cluster.local'
const compile = (resources: readonly Resource[], settings: Partial<MeshSettings> = {}) =>
  compileConfig(buildMesh(resources, settings), SLEEP)
const at = (document: number, ...path: Origin['path']): Origin => ({ documentId: toDocumentId(document), path })

test('a Service alone: its listener, virtual host, default route, cluster and pods', () => {
  const config = compile([
    service('reviews', { origin: at(5), spec: { clusterIp: '10.96.0.11' } }),
    deployment('reviews-v1', { app: 'reviews' }, { origin: at(6) }),
    pod('reviews-x', { app: 'reviews' }, { origin: at(7), spec: { ready: false } }),
  ])
  expect(config.kind).toBe('sidecar')
  expect(config.listeners).toEqual([
    {
      name: '0.0.0.0_9080',
      address: '0.0.0.0',
      port: 9080,
      chain: { kind: 'http', routeConfig: '9080', otherwise: PASSTHROUGH_CLUSTER },
      origin: at(5, 'spec', 'ports', 0),
    },
    {
      name: 'virtualOutbound',
      address: '0.0.0.0',
      port: 15001,
      chain: { kind: 'tcp', cluster: 'PassthroughCluster' },
      origin: undefined,
    },
  ])
  const [host, rest] = config.routeConfigs.get('9080')?.virtualHosts ?? []
  expect(host).toMatchObject({
    name: `${REVIEWS}:9080`,
    domains: [REVIEWS, `${REVIEWS}.`, 'reviews', 'reviews.default.svc', 'reviews.default', '10.96.0.11'],
    origin: at(5),
    routes: [
      {
        name: 'default',
        match: { path: { kind: 'prefix', value: '/' } },
        action: { clusters: [{ cluster: `outbound|9080||${REVIEWS}` }], timeoutMs: 0, retryPolicy: { numRetries: 2 } },
        origin: at(5, 'spec', 'ports', 0),
      },
    ],
  })
  expect(rest).toMatchObject({ name: 'allow_any', domains: ['*'], routes: [{ name: 'allow_any' }] })
  const cluster = config.clusters.get(toClusterName(9080, undefined, REVIEWS))
  expect(cluster).toMatchObject({ type: 'EDS', serviceOrigin: at(5), destinationRuleOrigin: undefined })
  expect(cluster?.endpoints.map(e => [e.pod, e.address, e.port, e.healthy, e.workload, e.origin])).toEqual([
    ['reviews-v1-0', '10.1.0.1', 9080, true, 'reviews-v1', at(6)],
    ['reviews-x', '10.1.0.2', 9080, false, 'reviews-x', at(7)],
  ])
})

test('everything that a VirtualService and a DestinationRule cause says where they do', () => {
  const config = compile([
    service('reviews', { origin: at(1) }),
    vs(
      ['reviews'],
      [
        rule({
          directResponse: { status: 204, body: undefined },
          match: [match({ uri: { kind: 'exact', value: '/' } })],
        }),
        rule({
          match: [match(), match({ headers: { 'X-User': { kind: 'exact', value: 'ann' } } })].reverse(),
          route: [to('reviews:v1', 9), to('reviews:v2', 1)],
          mirrors: [{ destination: to('reviews').destination, percent: 10, path: ['mirror'] }],
          fault: { delay: { percent: 1, fixedDelayMs: 5 }, abort: undefined },
        }),
      ],
      { origin: at(2) },
    ),
    dr('reviews', [subset('v0'), subset('v1')], { name: 'first', origin: at(3) }),
    dr('reviews', [subset('v1'), subset('v2')], { name: 'second', origin: at(4) }),
  ])
  const host = config.routeConfigs.get('9080')?.virtualHosts[0]
  expect(host?.origin).toEqual(at(2))
  expect(host?.routes.map(r => [r.origin, r.matchOrigin])).toEqual([
    [at(2, 'spec', 'http', 0), at(2, 'spec', 'http', 0, 'match', 0)],
    [at(2, 'spec', 'http', 1), at(2, 'spec', 'http', 1, 'match', 0)],
    [at(2, 'spec', 'http', 1), at(2, 'spec', 'http', 1, 'match', 1)],
  ])
  expect(host?.routes[0]?.match.pathOrigin).toEqual(at(2, 'spec', 'http', 0, 'match', 0, 'uri'))
  const split = host?.routes[1]
  expect(split?.match.headers).toMatchObject([
    { name: 'x-user', origin: at(2, 'spec', 'http', 1, 'match', 0, 'headers', 'X-User') },
  ])
  expect(split?.fault?.origin).toEqual(at(2, 'spec', 'http', 1, 'fault'))
  expect(split?.action).toMatchObject({
    totalWeight: 10,
    clusters: [{ origin: at(2, 'spec', 'http', 1, 'route', 0) }, { origin: at(2, 'spec', 'http', 1, 'route', 1) }],
    mirrors: [{ numerator: 100_000, denominator: 1_000_000, origin: at(2, 'spec', 'http', 1, 'mirror') }],
  })
  const origins = ['v0', 'v1', 'v2'].map(name => {
    const cluster = config.clusters.get(toClusterName(9080, name, REVIEWS))
    return [cluster?.serviceOrigin, cluster?.destinationRuleOrigin, cluster?.subsetOrigin]
  })
  expect(origins).toEqual([
    [at(1), at(3), at(3, 'spec', 'subsets', 0)],
    [at(1), at(3), at(3, 'spec', 'subsets', 1)],
    [at(1), at(4), at(4, 'spec', 'subsets', 1)],
  ])
})

test('a subset holds those of the service that have its labels, none where no pod has', () => {
  const config = compile([
    service('reviews'),
    deployment('reviews-v1', { app: 'reviews', version: 'v1' }, { spec: { replicas: 2 } }),
    deployment('reviews-v2', { app: 'reviews', version: 'v2' }),
    deployment('stray-v1', { app: 'stray', version: 'v1' }),
    dr('reviews', [subset('v1'), subset('v3'), subset('all', { labels: {} })]),
  ])
  const pods = (name: string) => config.clusters.get(toClusterName(9080, name, REVIEWS))?.endpoints.map(e => e.pod)
  expect(pods('v1')).toEqual(['reviews-v1-0', 'reviews-v1-1'])
  expect(pods('v3')).toEqual([])
  expect(pods('all')).toEqual(['reviews-v1-0', 'reviews-v1-1', 'reviews-v2-0'])
  expect(pods('v2')).toBeUndefined()
})

test('pods that share an address, as those on the host network do, are told apart', () => {
  const onHost = (name: string, version: string) =>
    pod(name, { app: 'reviews', version }, { spec: { ip: '192.168.1.1' } })
  const config = compile([service('reviews'), onHost('a', 'v1'), onHost('b', 'v2'), dr('reviews', [subset('v2')])])
  const endpoints = config.clusters.get(toClusterName(9080, 'v2', REVIEWS))?.endpoints
  expect(endpoints?.map(endpoint => endpoint.pod)).toEqual(['b'])
})

test('a named target port is what each pod declares, and the service port where it declares none', () => {
  const ports = [port('http', 80, { targetPort: 'web' })]
  const declaring = (name: string, containerPorts: readonly { name: string; number: number }[]) =>
    pod(name, { app: 'reviews' }, { spec: { containerPorts } })
  const config = compile([
    service('reviews', { spec: { ports } }),
    declaring('a', [{ name: 'web', number: 8080 }]),
    declaring('b', [{ name: 'other', number: 9090 }]),
    declaring('c', []),
  ])
  const endpoints = config.clusters.get(toClusterName(80, undefined, REVIEWS))?.endpoints
  expect(endpoints?.map(endpoint => [endpoint.pod, endpoint.port])).toEqual([
    ['a', 8080],
    ['c', 80],
  ])
})

test('a pod without a sidecar has its resolver and what kube-proxy knows', () => {
  const resources = [service('reviews'), deployment('sleep', { 'sidecar.istio.io/inject': 'false' })]
  const config = compile(resources)
  expect(config).toMatchObject({ proxy: 'sleep.default', kind: 'none', listeners: [] })
  expect([config.listeners.length, config.routeConfigs.size]).toEqual([0, 0])
  const [[address, cluster] = []] = config.serviceAddresses ?? []
  expect(address).toBe(`${config.dns.get('reviews')?.addresses[0] ?? ''}:9080`)
  expect([...config.clusters.keys()]).toEqual([cluster])
  expect(config.dns.has('reviews')).toBe(true)
})

test('REGISTRY_ONLY: unknown hosts get a 502, unknown addresses nothing', () => {
  const config = compile([service('reviews')], { outboundTrafficPolicy: 'REGISTRY_ONLY' })
  expect(config.routeConfigs.get('9080')?.virtualHosts.at(-1)).toMatchObject({
    name: 'block_all',
    domains: ['*'],
    routes: [{ name: 'block_all', action: { kind: 'directResponse', status: 502, body: '' } }],
  })
  expect(config.listeners.at(-1)?.chain).toEqual({ kind: 'tcp', cluster: 'BlackHoleCluster' })
  expect(config.clusters.get('BlackHoleCluster' as never)?.endpoints).toEqual([])
})

test('a detected port has a listener at its address and a route configuration of its own for any host', () => {
  const config = compile([
    service('raw', {
      spec: {
        clusterIp: '10.96.0.1',
        ports: [port('web', 9000), port('tcp', 9001), port('dns', 53, { protocol: 'UDP' })],
      },
    }),
  ])
  const raw = 'raw.default.svc.cluster.local'
  expect(config.listeners.slice(0, -1).map(l => [l.name, l.chain])).toEqual([
    ['10.96.0.1_9000', { kind: 'auto', routeConfig: `${raw}:9000`, cluster: `outbound|9000||${raw}` }],
    ['10.96.0.1_9001', { kind: 'tcp', cluster: `outbound|9001||${raw}` }],
  ])
  expect([...config.routeConfigs.keys()]).toEqual([`${raw}:9000`])
  expect(config.routeConfigs.get(`${raw}:9000`)?.virtualHosts.map(h => h.domains)).toEqual([['*']])
  expect([...config.clusters.keys()]).toEqual([
    `outbound|9000||${raw}`,
    `outbound|9001||${raw}`,
    'PassthroughCluster',
    'BlackHoleCluster',
  ])
})

test('a headless Service goes to the address that was chosen, and listens at its pods for what is not HTTP', () => {
  const config = compile([
    service('db', { spec: { clusterIp: 'None', ports: [port('http', 80), port('tcp', 5432)] } }),
    deployment('db', { app: 'db' }, { spec: { replicas: 2 } }),
  ])
  const db = 'db.default.svc.cluster.local'
  expect(config.listeners.map(l => l.name)).toEqual(['0.0.0.0_80', '10.1.0.1_5432', '10.1.0.2_5432', 'virtualOutbound'])
  expect(config.clusters.get(toClusterName(80, undefined, db))).toMatchObject({
    type: 'ORIGINAL_DST',
    lbPolicy: 'CLUSTER_PROVIDED',
  })
  expect(config.routeConfigs.get('80')?.virtualHosts[0]?.domains).toContain('*.db')
  expect(config.dns.get('db')?.addresses).toEqual(['10.1.0.1', '10.1.0.2'])
})

test('an ExternalName is another name of its target', () => {
  const config = compile([
    service('reviews', { spec: { clusterIp: '10.96.0.11' } }),
    service('alias', { spec: { type: 'ExternalName', externalName: REVIEWS, selector: undefined } }),
    service('nowhere', { spec: { type: 'ExternalName', externalName: 'example.com', selector: undefined } }),
    service('caller', { spec: { ports: [port('http', 9080)] } }),
    vs(['caller'], [rule({ route: [to('alias:v1')] })]),
  ])
  const hosts = config.routeConfigs.get('9080')?.virtualHosts ?? []
  expect(hosts.map(host => host.name)).toEqual([
    'caller.default.svc.cluster.local:9080',
    `${REVIEWS}:9080`,
    'allow_any',
  ])
  expect(hosts[1]?.domains).toEqual(
    expect.arrayContaining(['alias', 'alias.default', 'alias.default.svc.cluster.local']),
  )
  expect(hosts[0]?.routes[0]?.action).toMatchObject({ clusters: [{ cluster: `outbound|9080|v1|${REVIEWS}` }] })
  expect(config.dns.get('alias')?.addresses).toEqual(['10.96.0.11'])
  expect(config.dns.get('nowhere')?.addresses).toEqual([])
})

test('callers by name or by proxy, known or not, are told the same', () => {
  const mesh = buildMesh([service('reviews'), deployment('sleep')])
  const byName = compileConfig(mesh, SLEEP)
  expect(compileConfig(mesh, byName.proxy)).toEqual(byName)
  expect(compileConfig(mesh, { workload: 'ghost', namespace: 'default' })).toEqual({
    ...byName,
    proxy: 'ghost.default',
    sourceAddress: undefined,
  })
})

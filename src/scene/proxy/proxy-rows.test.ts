import { expect, test } from 'vitest'
import { createPipeline } from '../../core/pipeline/index.ts'
import { toProxyId } from '../../core/base/ids.ts'
import { rangeOf } from '../../core/yaml/index.ts'
import { describeDomains } from './describe-domains.ts'
import { createConfigOf, createManagedBy } from './managed-by.ts'
import { rowJson, sectionJson } from './proxy-json.ts'
import { proxyRows } from './proxy-rows.ts'
import type { ProxySection } from './proxy-table.ts'

const TEXT = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec:
  clusterIP: 10.96.0.11
  selector: { app: reviews }
  ports: [{ name: http, port: 9080 }, { name: tcp-raw, port: 82 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1 }
spec:
  replicas: 1
  selector: { matchLabels: { app: reviews } }
  template:
    metadata: { labels: { app: reviews, version: v1 } }
    spec: { containers: [{ name: app }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: routes }
spec:
  hosts: [reviews]
  http:
  - match: [{ uri: { prefix: /api } }, { uri: { exact: /login } }]
    route: [{ destination: { host: reviews, subset: v1 } }]
  - match: [{ uri: { regex: '/v[0-9]+' } }]
    directResponse: { status: 418 }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: versions, namespace: default }
spec:
  host: reviews
  subsets: [{ name: v1, labels: { version: v1 } }]
`
const world = createPipeline().run(TEXT)
const config = world.configFor(toProxyId('sleep', 'default'))
const managedBy = createManagedBy(world.resources)
const cellsOf = (section: ProxySection) => proxyRows(config, section, managedBy).map(({ cells }) => cells)

test('listeners stand by port; what is not HTTP goes past, and the black hole has no name', () => {
  const http = 'Trans: raw_buffer; App: http/1.1,h2c'
  expect(cellsOf('listeners')).toEqual([
    ['10.96.0.11', '82', 'ALL', 'Cluster: outbound|82||reviews.default.svc.cluster.local'],
    ['0.0.0.0', '9080', http, 'Route: 9080'],
    ['0.0.0.0', '9080', 'ALL', 'PassthroughCluster'],
    ['0.0.0.0', '15001', 'ALL', 'PassthroughCluster'],
    ['0.0.0.0', '15001', 'Addr: *:15001', 'Non-HTTP/Non-TCP'],
  ])
})

test('each route has its path and its VirtualService; the pass-through is not listed', () => {
  const rows = cellsOf('routes').filter(([name]) => name === '9080')
  expect(rows.map(([, host, , match, managed]) => [host, match, managed])).toEqual([
    ['reviews.default.svc.cluster.local:9080', '/api*', 'routes.default'],
    ['reviews.default.svc.cluster.local:9080', '/login', 'routes.default'],
    ['reviews.default.svc.cluster.local:9080', 'regex /v[0-9]+', 'routes.default'],
  ])
})

test('clusters stand by host, subset and port with their DestinationRule', () => {
  const host = 'reviews.default.svc.cluster.local'
  expect(cellsOf('clusters')).toEqual([
    ['BlackHoleCluster', '-', '-', '-', 'STATIC', ''],
    ['PassthroughCluster', '-', '-', '-', 'ORIGINAL_DST', ''],
    [host, '82', '-', 'outbound', 'EDS', 'versions.default'],
    [host, '9080', '-', 'outbound', 'EDS', 'versions.default'],
    [host, '82', 'v1', 'outbound', 'EDS', 'versions.default'],
    [host, '9080', 'v1', 'outbound', 'EDS', 'versions.default'],
  ])
})

test('endpoints stand by address, port and cluster', () => {
  expect(cellsOf('endpoints').map(([, status, outlier, cluster]) => [status, outlier, cluster])).toEqual([
    ['HEALTHY', 'OK', 'outbound|82|v1|reviews.default.svc.cluster.local'],
    ['HEALTHY', 'OK', 'outbound|82||reviews.default.svc.cluster.local'],
    ['HEALTHY', 'OK', 'outbound|9080|v1|reviews.default.svc.cluster.local'],
    ['HEALTHY', 'OK', 'outbound|9080||reviews.default.svc.cluster.local'],
  ])
})

test('a row leads to the match block behind it, and to its own JSON', () => {
  const row = proxyRows(config, 'routes', managedBy).find(({ cells }) => cells[0] === '9080' && cells[3] === '/login')
  const range = row?.origins[0] && rangeOf(world.parsed, row.origins[0])
  expect(range && TEXT.slice(range.start, range.end)).toContain('exact: /login')
  expect(rowJson(config, 'routes', row?.id ?? '', createConfigOf(managedBy))).toMatchObject({
    match: { path: '/login', caseSensitive: true },
    metadata: {
      filterMetadata: { istio: { config: '/apis/networking.istio.io/v1/namespaces/default/virtual-service/routes' } },
    },
  })
})

test('every row of every section has JSON, and a section has one message for each', () => {
  const configOf = createConfigOf(managedBy)
  for (const section of ['listeners', 'routes', 'clusters', 'endpoints'] as const) {
    for (const { id } of proxyRows(config, section, managedBy)) {
      expect(rowJson(config, section, id, configOf), `${section} ${id}`).toBeDefined()
    }
  }
  expect(sectionJson(config, 'endpoints', configOf)).toHaveLength(4)
})

test.each([
  [['*'], '*'],
  [['a.default.svc.cluster.local', 'a', 'a.default.svc', 'a.default', '10.0.0.1'], 'a, a.default + 1 more...'],
  [['a:80', 'a', 'b'], 'a, b'],
])('domains %j are %s', (domains, words) => {
  expect(describeDomains(domains)).toBe(words)
})

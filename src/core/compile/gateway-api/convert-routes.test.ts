import { describe, expect, test } from 'vitest'
import type { VirtualHost } from '../../envoy/index.ts'
import { createPipeline } from '../../pipeline/index.ts'
import { toProxyId } from '../../base/ids.ts'
import { convertRoutes } from './convert-routes.ts'

const WORLD = `apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: default }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: ratings, namespace: default }
spec: { selector: { app: ratings }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: sleep, namespace: default }
spec: { template: { metadata: { labels: { app: sleep } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: frontend, namespace: prod }
spec: { template: { metadata: { labels: { app: frontend } } } }
`

const route = (rules: string, name = 'reviews', namespace = 'default', parent = 'port: 9080') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  parentRefs: [{ group: "", kind: Service, name: reviews, namespace: default, ${parent} }]
  rules: ${rules}
`

const RATINGS = '{ name: ratings, namespace: default, port: 9080 }'
const run = (...documents: readonly string[]) => createPipeline().run([WORLD, ...documents].join(''))

function hostOf(world: ReturnType<typeof run>, caller = 'sleep', namespace = 'default'): VirtualHost | undefined {
  const config = world.configFor(toProxyId(caller, namespace))
  return config.routeConfigs.get('9080')?.virtualHosts.find(({ name }) => name.startsWith('reviews.'))
}

const namesOf = (host: VirtualHost | undefined) => host?.routes.map(({ name }) => name)
const clustersOf = (host: VirtualHost | undefined) =>
  host?.routes.map(({ action }) => (action.kind === 'forward' ? action.clusters.map(leg => leg.cluster) : action.kind))

test('rules are tried by precedence: exact, longer prefix, method, headers, query; regular expressions last', () => {
  const host = hostOf(
    run(
      route(`
  - { matches: [{ path: { type: RegularExpression, value: "/long/long/.*" } }], backendRefs: [${RATINGS}] }
  - { matches: [{ queryParams: [{ name: q, value: a }] }], backendRefs: [${RATINGS}] }
  - { matches: [{ headers: [{ name: x-one, value: a }, { name: x-two, value: a }] }], backendRefs: [${RATINGS}] }
  - { matches: [{ headers: [{ name: x-one, value: a }] }], backendRefs: [${RATINGS}] }
  - { matches: [{ method: POST }], backendRefs: [${RATINGS}] }
  - { matches: [{ path: { type: PathPrefix, value: /api/ } }], backendRefs: [${RATINGS}] }
  - { matches: [{ path: { type: Exact, value: /a } }], backendRefs: [${RATINGS}] }
  - { backendRefs: [${RATINGS}] }`),
    ),
  )
  // The rule without conditions ends the list: what would follow it is not sent.
  expect(namesOf(host)).toEqual([6, 5, 4, 2, 3, 1, 7].map(i => `default.reviews.${String(i)}`))
  expect(host?.routes[1]?.match.path).toEqual({ kind: 'pathSeparatedPrefix', value: '/api' })
})

test('several HTTPRoutes of one Service are one list, the first by name before its equals', () => {
  const more = run(
    route(`[{ matches: [{ path: { value: /a } }], backendRefs: [${RATINGS}] }]`, 'b'),
    route(
      `[{ matches: [{ path: { value: /a } }], backendRefs: [${RATINGS}] }, { matches: [{ path: { value: /a/b } }] }]`,
      'a',
    ),
  )
  expect(namesOf(hostOf(more))).toEqual(['default.a.1', 'default.a.0', 'default.b.0'])
  expect(hostOf(more)?.source).toMatchObject({ kind: 'HTTPRoute', name: 'a, b' })
})

test('origins lead to the HTTPRoute’s own fields', () => {
  const world = run(
    route(`
  - matches: [{}, { headers: [{ name: x-one, value: a }] }]
    filters: [{ type: RequestMirror, requestMirror: { backendRef: ${RATINGS} } }]
    backendRefs: [${RATINGS}, { name: reviews, port: 9080 }]`),
  )
  const [first] = hostOf(world)?.routes ?? []
  const action = first?.action.kind === 'forward' ? first.action : undefined
  expect(first?.origin?.path).toEqual(['spec', 'rules', 0])
  expect(first?.matchOrigin?.path).toEqual(['spec', 'rules', 0, 'matches', 1])
  expect(first?.match.headers[0]?.origin?.path).toEqual(['spec', 'rules', 0, 'matches', 1, 'headers', 0])
  expect(action?.clusters[1]?.origin?.path).toEqual(['spec', 'rules', 0, 'backendRefs', 1])
  expect(action?.mirrors[0]?.origin?.path).toEqual(['spec', 'rules', 0, 'filters', 0, 'requestMirror'])
})

describe('who a route is for', () => {
  const producer = route(`[{ backendRefs: [${RATINGS}] }]`)
  const consumer = route(`[{ backendRefs: [${RATINGS}] }]`, 'own', 'prod')
  const virtualService = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: aaa, namespace: default }
spec: { hosts: [reviews], http: [{ name: vs, route: [{ destination: { host: reviews } }] }] }
`
  test.each([
    ['beside the Service: everybody', [producer], 'default.reviews.0', 'default.reviews.0'],
    ['in another namespace: that one’s callers only', [consumer], 'default', 'prod.own.0'],
    ['both: the caller’s own leads', [producer, consumer], 'default.reviews.0', 'prod.own.0'],
    ['an older name of a VirtualService: for others only', [producer, virtualService], 'default.reviews.0', 'vs'],
  ] as const)('%s', (_, documents, near, far) => {
    const world = run(...documents)
    expect(namesOf(hostOf(world))).toEqual([near])
    expect(namesOf(hostOf(world, 'frontend', 'prod'))).toEqual([far])
  })
})

describe('backends', () => {
  test.each([
    [
      'a Service that is not there keeps its name',
      '{ name: nosuch, port: 1 }',
      'outbound|1||nosuch.default.svc.cluster.local',
    ],
    ['a kind that istiod does not know', '{ group: a.io, kind: B, name: c, port: 1 }', 'UnknownService'],
    [
      'a ServiceImport is a Service',
      '{ group: multicluster.x-k8s.io, kind: ServiceImport, name: ratings, port: 9080 }',
      'outbound|9080||ratings.default.svc.cluster.local',
    ],
  ])('%s', (_, backend, cluster) => {
    const host = hostOf(run(route(`[{ backendRefs: [${backend}] }]`)))
    expect(clustersOf(host)).toEqual([[cluster]])
    expect(host?.routes[0]?.action).toMatchObject({ clusterNotFoundStatus: 500 })
  })

  test.each(['[]', '[{ name: ratings, port: 9080, weight: 0 }]'])('without weight the answer is 500: %s', refs => {
    const host = hostOf(run(route(`[{ backendRefs: ${refs} }]`)))
    expect(host?.routes[0]?.action).toEqual({ kind: 'directResponse', status: 500, body: '' })
  })

  test.each([
    [
      'a host for a name',
      '{ name: ratings.default, port: 9080 }',
      'a backend is named by its Service, not by a host name',
    ],
    [
      'a mirror on a backend',
      `{ name: ratings, port: 9080, filters: [{ type: RequestMirror, requestMirror: { backendRef: ${RATINGS} } }] }`,
      'filter RequestMirror is not supported here',
    ],
  ])('%s takes the whole HTTPRoute out of use', (_, backend, because) => {
    const world = run(route(`[{ backendRefs: [${RATINGS}] }, { backendRefs: [${backend}] }]`))
    expect(namesOf(hostOf(world))).toEqual(['default'])
    expect(convertRoutes(world.mesh).refusals.map(refusal => refusal.because)).toEqual([because])
  })
})

test('a prefix that is replaced by / goes with the slash after it', () => {
  const rewrite = '{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: / } } }'
  const host = hostOf(
    run(route(`[{ matches: [{ path: { value: /a.b } }], filters: [${rewrite}], backendRefs: [${RATINGS}] }]`)),
  )
  expect(host?.routes[0]?.action).toMatchObject({
    prefixRewrite: undefined,
    regexRewrite: { pattern: '^/a\\.b(/?)(.*)', substitution: '/\\2' },
  })
})

describe('Kubernetes Gateways', () => {
  const gateway = (listeners: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw, namespace: default }
spec: { gatewayClassName: istio, listeners: ${listeners} }
`
  const attached = (hostnames: string, namespace = 'default', backend = RATINGS) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: ${namespace} }
spec:
  parentRefs: [{ name: gw, namespace: default }]
  hostnames: ${hostnames}
  rules: [{ backendRefs: [${backend}] }]
`
  const TWO = `[{ name: shop, hostname: shop.example.com, port: 80, protocol: HTTP }, { name: wild, hostname: "*.example.com", port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: All } } }]`
  const bindings = (...documents: readonly string[]) =>
    convertRoutes(run(...documents).mesh).gatewayRoutes.map(({ bound, gateways }) => [
      ...bound.hosts,
      gateways[0]?.split('~').at(-1),
    ])

  test('each listener is a Gateway behind the Service that istiod deploys', () => {
    const { gateways } = convertRoutes(run(gateway(TWO)).mesh)
    expect(gateways.map(({ key, servers, servedBy }) => [key, servers[0]?.hosts, servedBy])).toEqual([
      [
        'default/gw~istio-autogenerated-k8s-gateway~shop',
        ['default/shop.example.com'],
        { kind: 'services', hostnames: ['gw-istio.default.svc.cluster.local'] },
      ],
      [
        'default/gw~istio-autogenerated-k8s-gateway~wild',
        ['*/*.example.com'],
        { kind: 'services', hostnames: ['gw-istio.default.svc.cluster.local'] },
      ],
    ])
  })

  test('a host goes to the most exact listener that takes it, from namespaces that it allows', () => {
    expect(bindings(gateway(TWO), attached('[shop.example.com, other.example.com]'))).toEqual([
      ['shop.example.com', 'shop'],
      ['other.example.com', 'shop'],
      ['other.example.com', 'wild'],
    ])
    expect(bindings(gateway(TWO), attached('[a.example.com]', 'prod'))).toEqual([['a.example.com', 'wild']])
    expect(bindings(gateway(TWO), attached('[example.org]'))).toEqual([])
  })

  test('a backend of another namespace needs a ReferenceGrant there', () => {
    const grant = `---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: grant, namespace: default }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: prod }]
  to: [{ group: "", kind: Service, name: ratings }]
`
    const hostsOf = (...documents: readonly string[]) =>
      convertRoutes(run(gateway(TWO), attached('[a.example.com]', 'prod'), ...documents).mesh).gatewayRoutes.map(
        ({ bound }) => bound.rules[0]?.rule.route[0]?.destination.host,
      )
    expect(hostsOf()).toEqual([''])
    expect(hostsOf(grant)).toEqual(['ratings.default.svc.cluster.local'])
  })
})

test('of equal rules the older HTTPRoute’s come first; one without a time is yet to be applied', () => {
  const rule = (name: string) => `[{ name: ${name}, backendRefs: [${RATINGS}] }]`
  const aged = route(rule('aged'), 'z').replace('name: z,', "name: z, creationTimestamp: '2026-01-01T00:00:00Z',")
  expect(namesOf(hostOf(run(route(rule('new'), 'a'), aged)))?.[0]).toContain('aged')
})

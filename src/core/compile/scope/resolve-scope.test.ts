import { expect, test } from 'vitest'
import { toProxyId } from '../../base/ids.ts'
import { compileConfig } from '../compile-config.ts'
import { meshOfYaml, yaml } from '../testing/yaml-mesh.ts'

const WORLD = [
  yaml.httpService('reviews'),
  yaml.httpService('ratings'),
  yaml.service('multi', '{ clusterIP: 10.96.0.8, ports: [{ name: http, port: 80 }, { name: http-b, port: 81 }] }'),
  yaml.httpService('checkout.prod', 80),
  yaml.deployment('sleep'),
  yaml.deployment('batch'),
].join('')

const SHORT = /^outbound\|(\d+)\|(.*)\|([^.]+)\..*$/

/** What `sleep` (or another caller) is told: virtual hosts as `service:port`, clusters as `port service`. */
function see(text: string, caller = toProxyId('sleep', 'default')) {
  const { routeConfigs, clusters, listeners } = compileConfig(meshOfYaml(WORLD + text), caller)
  const hosts = [...routeConfigs.values()].flatMap(({ name, virtualHosts }) =>
    virtualHosts.map(({ name: host }) => (/^(.*)\..*:\d+$/.test(host) ? `${host.split('.')[0] ?? ''}:${name}` : host)),
  )
  return {
    hosts: hosts.filter(host => !['allow_any', 'block_all'].includes(host)).sort(),
    rest: hosts.find(host => ['allow_any', 'block_all'].includes(host)),
    clusters: [...clusters.keys()].flatMap(name => (SHORT.test(name) ? name.replace(SHORT, '$1 $3') : [])).sort(),
    listeners: listeners.map(({ name }) => name),
  }
}

const EVERYTHING = ['checkout:80', 'multi:80', 'multi:81', 'ratings:9080', 'reviews:9080']
const hosts = (...egress: readonly string[]) =>
  `{ egress: [{ hosts: [${egress.map(host => `"${host}"`).join(', ')}] }] }`

test.each([
  ['all', ['*/*'], EVERYTHING],
  ['its namespace', ['./*'], ['multi:80', 'multi:81', 'ratings:9080', 'reviews:9080']],
  ['another namespace', ['prod/*'], ['checkout:80']],
  ['one host', ['./ratings.default.svc.cluster.local'], ['ratings:9080']],
  ['one host of any namespace', ['*/ratings.default.svc.cluster.local'], ['ratings:9080']],
  ['a host that is elsewhere', ['prod/ratings.default.svc.cluster.local'], []],
  ['a wildcard', ['*/*.prod.svc.cluster.local'], ['checkout:80']],
  ['nothing', ['~/*'], []],
  ['nothing, whatever stands beside', ['./*', '~/*'], []],
  ['all but a namespace', ['*/*', '~prod/*'], EVERYTHING.slice(1)],
  ['all but one', ['*/*', '~./ratings.default.svc.cluster.local'], EVERYTHING.filter(host => host !== 'ratings:9080')],
])('a Sidecar imports %s: %j', (_, egress, expected) => {
  expect(see(yaml.sidecar('default', hosts(...egress))).hosts).toEqual(expected)
})

const only = (namespace: string, more = '') => `{ ${more} egress: [{ hosts: ["${namespace}/*"] }] }`
const FOR_SLEEP = 'workloadSelector: { labels: { app: sleep } },'

test.each([
  ['without any', '', EVERYTHING],
  ['of its namespace', yaml.sidecar('a', only('prod')), ['checkout:80']],
  ['of another namespace', yaml.sidecar('a.prod', only('prod')), EVERYTHING],
  ['of the root namespace', yaml.sidecar('a.istio-system', only('prod')), ['checkout:80']],
  ['of the root namespace with a selector', yaml.sidecar('a.istio-system', only('prod', FOR_SLEEP)), EVERYTHING],
  [
    'of its own before the root namespace',
    yaml.sidecar('a.istio-system', only('x')) + yaml.sidecar('b', only('prod')),
    ['checkout:80'],
  ],
  [
    'with a selector before one without',
    yaml.sidecar('a', only('x')) + yaml.sidecar('b', only('prod', FOR_SLEEP)),
    ['checkout:80'],
  ],
  ['the first of two', yaml.sidecar('b', only('x')) + yaml.sidecar('a', only('prod')), ['checkout:80']],
  ['whose selector is empty', yaml.sidecar('a', only('prod', 'workloadSelector: { labels: {} },')), ['checkout:80']],
  [
    'whose selector misses, then the root namespace’s',
    yaml.sidecar('a', only('x', 'workloadSelector: { labels: { app: other } },')) +
      yaml.sidecar('b.istio-system', only('prod')),
    ['checkout:80'],
  ],
])('the Sidecar %s', (_, text, expected) => {
  expect(see(text).hosts).toEqual(expected)
})

test('a Sidecar for one workload leaves the others alone', () => {
  const text = yaml.sidecar('a', only('prod', FOR_SLEEP))
  expect(see(text, toProxyId('batch', 'default')).hosts).toEqual(EVERYTHING)
})

const RATINGS = './ratings.default.svc.cluster.local'
const vs = (spec: string, name = 'v') => yaml.virtualService(name, spec)
const to = (host: string, port?: number) =>
  `route: [{ destination: { host: ${host}${port === undefined ? '' : `, port: { number: ${String(port)} }`} } }]`

test.each([
  ['reviews', vs(`{ hosts: [ratings], http: [{ ${to('reviews')} }] }`), ['9080 ratings', '9080 reviews']],
  ['one port of several', vs(`{ hosts: [ratings], http: [{ ${to('multi', 81)} }] }`), ['81 multi', '9080 ratings']],
  [
    'all ports, once it names none',
    vs(`{ hosts: [ratings], http: [{ match: [{ uri: { prefix: /a } }], ${to('multi', 81)} }, { ${to('multi')} }] }`),
    ['80 multi', '81 multi', '9080 ratings'],
  ],
  ['a port that is not there', vs(`{ hosts: [ratings], http: [{ ${to('multi', 99)} }] }`), ['9080 ratings']],
  [
    'mirrors',
    vs(`{ hosts: [ratings], http: [{ ${to('ratings')}, mirror: { host: reviews } }] }`),
    ['9080 ratings', '9080 reviews'],
  ],
  [
    'nothing for other namespaces',
    vs(`{ hosts: [ratings], http: [{ match: [{ sourceNamespace: other }], ${to('reviews')} }] }`),
    ['9080 ratings'],
  ],
  ['nothing for a host that is not imported', vs(`{ hosts: [reviews], http: [{ ${to('multi')} }] }`), ['9080 ratings']],
])('the clusters of destinations come along: %s', (_, text, clusters) => {
  const seen = see(yaml.sidecar('default', hosts(RATINGS)) + text)
  expect(seen.clusters).toEqual(clusters)
  expect(seen.hosts.filter(host => host.endsWith(':9080'))).toEqual(['ratings:9080'])
})

test('with one imported host a VirtualService brings all of its hosts', () => {
  const text = vs('{ hosts: [ratings, shop.example.com], http: [{ directResponse: { status: 201 } }] }')
  const config = compileConfig(
    meshOfYaml(WORLD + yaml.sidecar('default', hosts(RATINGS)) + text),
    toProxyId('sleep', 'default'),
  )
  const names = config.routeConfigs.get('9080')?.virtualHosts.map(({ name }) => name)
  expect(names).toEqual(['shop.example.com:9080', 'ratings.default.svc.cluster.local:9080', 'allow_any'])
})

test.each([
  ['says nothing', '{ egress: [{ hosts: ["./*"] }] }', 'allow_any', 'PassthroughCluster'],
  ['ALLOW_ANY', '{ outboundTrafficPolicy: { mode: ALLOW_ANY } }', 'allow_any', 'PassthroughCluster'],
  ['REGISTRY_ONLY', '{ outboundTrafficPolicy: { mode: REGISTRY_ONLY } }', 'block_all', 'BlackHoleCluster'],
  ['has a policy without a mode', '{ outboundTrafficPolicy: {} }', 'block_all', 'BlackHoleCluster'],
  [
    'has an egressProxy',
    '{ outboundTrafficPolicy: { mode: ALLOW_ANY, egressProxy: { host: a.b, port: { number: 80 } } } }',
    'allow_any',
    'outbound|80||a.b',
  ],
])('unknown traffic where the Sidecar %s', (_, spec, rest, cluster) => {
  const config = compileConfig(meshOfYaml(WORLD + yaml.sidecar('default', spec)), toProxyId('sleep', 'default'))
  expect(see(yaml.sidecar('default', spec)).rest).toBe(rest)
  expect(config.listeners.at(-1)).toMatchObject({ name: 'virtualOutbound', chain: { kind: 'tcp', cluster } })
})

const PORT = 'port: { number: 9080, protocol: HTTP, name: http }'

test.each([
  ['alone', `{ ${PORT}, hosts: ["./*"] }`, ['ratings:9080', 'reviews:9080'], ['0.0.0.0_9080']],
  [
    'before a listener for the rest',
    `{ ${PORT}, hosts: ["${RATINGS}"] }, { hosts: ["*/*"] }`,
    ['checkout:80', 'multi:80', 'multi:81', 'ratings:9080'],
    ['0.0.0.0_9080', '0.0.0.0_80', '0.0.0.0_81'],
  ],
  ['where nothing has the port', `{ port: { number: 8888 }, hosts: ["./*"] }`, [], []],
  [
    'bound to an address',
    `{ ${PORT}, bind: 127.0.0.9, hosts: ["./*"] }`,
    ['ratings:9080', 'reviews:9080'],
    ['127.0.0.9_9080'],
  ],
  [
    'not captured',
    `{ ${PORT}, captureMode: NONE, hosts: ["./*"] }`,
    ['ratings:9080', 'reviews:9080'],
    ['127.0.0.1_9080'],
  ],
  ['of another protocol', `{ port: { number: 9080, protocol: TCP }, hosts: ["${RATINGS}"] }`, [], ['10.96.0.9_9080']],
])('an egress listener with a port %s', (_, egress, expected, listeners) => {
  const seen = see(yaml.sidecar('default', `{ egress: [${egress}] }`))
  expect(seen.hosts).toEqual(expected)
  expect(seen.listeners.filter(name => name !== 'virtualOutbound').sort()).toEqual([...listeners].sort())
})

const entry = (name: string, ports: string, more = '') =>
  yaml.serviceEntry(name, `{ hosts: [api.example.com], resolution: DNS, ${more} ports: [${ports}] }`)
const P80 = '{ number: 80, name: http, protocol: HTTP }'
const P8080 = '{ number: 8080, name: http, protocol: HTTP }'

test.each([
  ['the caller’s namespace', entry('a.other', P80) + entry('z', P8080), ['8080 api']],
  ['by age and name', entry('a.other', P80) + entry('b.prod', P8080), ['80 api']],
  [
    'what is exported by name before what is public',
    entry('a.other', P80) + entry('z.prod', P8080, 'exportTo: [default],'),
    ['8080 api'],
  ],
])('of services with one host one counts: %s', (_, text, expected) => {
  expect(see(text).clusters.filter(name => name.endsWith(' api'))).toEqual(expected)
})

test('an ExternalName is another name of its target if the Sidecar imports both by the same host', () => {
  const external = yaml.service('ext', '{ type: ExternalName, externalName: ratings.default.svc.cluster.local }')
  const domains = (egress: string) =>
    compileConfig(meshOfYaml(WORLD + external + yaml.sidecar('default', hosts(egress))), toProxyId('sleep', 'default'))
      .routeConfigs.get('9080')
      ?.virtualHosts.find(({ name }) => name.startsWith('ratings'))
      ?.domains.filter(domain => domain.startsWith('ext'))
  expect(domains(RATINGS)).toEqual([])
  expect(domains('./*')).toContain('ext')
})

test('what `tcp` and `tls` rules send to is imported too, whoever their matches are for', () => {
  const sidecar = yaml.sidecar('default', hosts('./ratings.default.svc.cluster.local'))
  const rules = (kind: string, match: string) =>
    see(
      sidecar +
        yaml.virtualService(
          'v',
          `{ hosts: [ratings], ${kind}: [{ match: [${match}], route: [{ destination: { host: checkout.prod.svc.cluster.local } }] }] }`,
        ),
    ).clusters
  expect(rules('tcp', '{ port: 1 }')).toEqual(['80 checkout', '9080 ratings'])
  expect(rules('tls', '{ sniHosts: [ratings.default.svc.cluster.local], sourceNamespace: elsewhere }')).toEqual([
    '80 checkout',
    '9080 ratings',
  ])
})

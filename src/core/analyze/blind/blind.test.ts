import { expect, test } from 'vitest'
import { applyEdits } from '../../base/text-range.ts'
import { createYamlParser, rangeOf } from '../../yaml/index.ts'
import { createCluster } from '../cluster/cluster.ts'
import { readText } from '../cluster/place-documents.ts'
import { indexHosts } from '../istioctl/hosts.ts'
import { BLIND_MESSAGES } from './messages.ts'
import { findBlindSpots } from './run.ts'

function findIn(yaml: string, shows: (kind: string) => boolean, parsed = createYamlParser().parse(yaml)) {
  const { items, lost } = readText(parsed)
  const cluster = createCluster(items)
  return findBlindSpots({ cluster, hosts: indexHosts(cluster), documents: parsed.documents, lost, shows }, parsed)
}

/** `CODE text of the place`, of a text that shows everything. */
function find(yaml: string): readonly string[] {
  const parsed = createYamlParser().parse(yaml)
  return findIn(yaml, () => true, parsed).map(({ code, origin }) => {
    const range = rangeOf(parsed, origin)
    return `${code} ${parsed.text.slice(range?.start, range?.end).trim().replaceAll(/\s+/g, ' ').slice(0, 50)}`
  })
}

const NETWORKING = 'networking.istio.io/v1'
const SECURITY = 'security.istio.io/v1'
const KUBERNETES = 'gateway.networking.k8s.io/v1'
const resource = (apiVersion: string, kind: string, spec: string, name = 'x', metadata = ''): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}${metadata} }\nspec: ${spec}\n`
const all = (...parts: readonly string[]): string => parts.join('---\n')
const virtualService = (spec: string, name = 'x'): string => resource(NETWORKING, 'VirtualService', spec, name)
const rule = (spec: string, name = 'x'): string => resource(NETWORKING, 'DestinationRule', spec, name)
const SERVICE = resource('v1', 'Service', '{ ports: [{ port: 80 }] }', 'reviews')
const POD = resource('v1', 'Pod', '{ serviceAccountName: web }', 'web-0', ', labels: { app: web }')
const gateway = (hosts: string, name = 'front'): string =>
  resource(
    NETWORKING,
    'Gateway',
    `{ selector: { app: web }, servers: [{ port: { number: 80 }, hosts: [${hosts}] }] }`,
    name,
  )
const http = (fields: string): string => virtualService(`{ hosts: [a.example.com], http: [{ ${fields} }] }`)
const policy = (spec: string): string => resource(SECURITY, 'AuthorizationPolicy', spec)

test.each([
  ['MX0006 apiVersion: networking.istio.io/v2', resource('networking.istio.io/v2', 'VirtualService', '{}')],
  ['MX0006 apiVersion: networking.istio.io/v1', resource(NETWORKING, 'EnvoyFilter', '{}')],
  ['MX0007 kind: DestinationRules', resource(NETWORKING, 'DestinationRules', '{}')],
  ['MX0008 apiVersion: v1 kind: Service metadata: { name: rev', `${SERVICE}--- # the rule\n${SERVICE}`],
  ['MX0123 edge', http('match: [{ gateways: [mesh, edge] }]')],
  ['MX0124 delegate: { name: part }', http('delegate: { name: part }')],
  [
    'MX0125 { name: ratings, port: 80 }',
    resource(KUBERNETES, 'HTTPRoute', '{ rules: [{ backendRefs: [{ name: ratings, port: 80 }] }] }'),
  ],
  [
    'MX0126 { name: cert }',
    resource(
      KUBERNETES,
      'Gateway',
      '{ gatewayClassName: istio, listeners: [{ tls: { certificateRefs: [{ name: cert }] } }] }',
    ),
  ],
  [
    'MX0126 cert',
    all(
      POD,
      resource(NETWORKING, 'Gateway', '{ selector: { app: web }, servers: [{ tls: { credentialNames: [cert] } }] }'),
    ),
  ],
  [
    'MX0127 matchLabels: { app: nobody }',
    all(POD, resource(SECURITY, 'PeerAuthentication', '{ selector: { matchLabels: { app: nobody } } }')),
  ],
  ['MX0128 { kind: Service, name: ratings }', policy('{ targetRefs: [{ kind: Service, name: ratings }] }')],
  [
    'MX0129 istio.io/use-waypoint: way',
    resource('v1', 'Service', '{}', 'a', ', labels: { istio.io/use-waypoint: way }'),
  ],
  [
    'MX0130 cluster.local/ns/default/sa/wep',
    all(POD, policy('{ rules: [{ from: [{ source: { principals: [cluster.local/ns/default/sa/wep] } }] }] }')),
  ],
  [
    'MX0131 ./ratings.default.svc.cluster.local',
    all(
      SERVICE,
      resource(NETWORKING, 'Sidecar', '{ egress: [{ hosts: [./ratings.default.svc.cluster.local, "*/*"] }] }'),
    ),
  ],
  ['MX0132 delay: { fixedDelay: 5s }', http('fault: { delay: { fixedDelay: 5s } }')],
  [
    'MX0133 host: reviews',
    all(rule('{ host: reviews.default.svc.cluster.local }', 'a'), rule('{ host: reviews }', 'b')),
  ],
  [
    'MX0134 b.example.com',
    all(gateway('a.example.com'), virtualService('{ hosts: [a.example.com, b.example.com], gateways: [front] }')),
  ],
  ['MX0135 a.example.com', all(gateway('"*.example.com"'), gateway('a.example.com', 'other'))],
  [
    'MX0136 tls: { mode: SIMPLE }',
    rule('{ host: a, subsets: [{ name: v1, labels: { a: b }, trafficPolicy: { tls: { mode: SIMPLE } } }] }'),
  ],
  ['MX0137 simple: LEAST_CONN', rule('{ host: a, trafficPolicy: { loadBalancer: { simple: LEAST_CONN } } }')],
  ['MX0138 abort: { percentage: { value: 5 } }', http('fault: { abort: { percentage: { value: 5 } } }')],
  [
    'MX0139 consecutiveErrors: 5',
    rule(
      '{ host: a, subsets: [{ name: v1, labels: { a: b }, trafficPolicy: { outlierDetection: { consecutiveErrors: 5 } } }] }',
    ),
  ],
  ['MX0141 regex: ^/api', http('match: [{ uri: { regex: ^/api } }]')],
  ['MX0141 regex: /api', http('match: [{ uri: { regex: /api } }]')],
  ['MX0141 regex: \\.jpg$', http('match: [{ uri: { regex: \\.jpg$ } }]')],
  ['MX0141 regex: Chrome', http('match: [{ headers: { User-Agent: { regex: Chrome } } }]')],
  ['MX0141 regex: ^v1', http('match: [{ headers: { x-version: { regex: ^v1 } } }]')],
  ['MX0141 regex: beta$', http('match: [{ withoutHeaders: { x-group: { regex: beta$ } } }]')],
  ['MX0141 regex: ^1', http('match: [{ queryParams: { v: { regex: ^1 } } }]')],
  ['MX0142 exact: get', http('match: [{ method: { exact: get } }]')],
  ['MX0142 delete', policy('{ rules: [{ to: [{ operation: { methods: [GET, delete] } }] }] }')],
  ['MX0143 perTryTimeout: 2s', http('timeout: 2s, retries: { attempts: 1, perTryTimeout: 2s }')],
  [
    'MX0144 perTryTimeout: 1s',
    http('timeout: 2s, retries: { attempts: 2, perTryTimeout: 1s, retryOn: "refused-stream,5xx" }'),
  ],
  ['MX0145 fixedDelay: 2s', http('timeout: 2000ms, fault: { delay: { fixedDelay: 2s, percentage: { value: 1 } } }')],
  ['MX0146 maxRetries: 0', rule('{ host: a, trafficPolicy: { connectionPool: { http: { maxRetries: 0 } } } }')],
  [
    'MX0146 maxConnections: 0',
    rule(
      '{ host: a, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, connectionPool: { tcp: { maxConnections: 0 } } }] } }',
    ),
  ],
  ['MX0140 { name: v1 }', rule('{ host: a, subsets: [{ name: v1 }] }')],
])('%s', (expected, yaml) => {
  expect(find(yaml)).toEqual([expected])
})

test.each([
  [
    'TLS of a subset to a public server',
    all(
      resource(NETWORKING, 'ServiceEntry', '{ hosts: [a.example.com] }'),
      rule(
        '{ host: a.example.com, subsets: [{ name: v1, labels: { a: b }, trafficPolicy: { tls: { mode: SIMPLE } } }] }',
      ),
    ),
  ],
  ['a rule that all is well with', http('fault: { delay: { fixedDelay: 5s, percentage: { value: 5 } } }')],
  ...['^/api/.*', '^/a(/.*)?', '/api/v[12]', '.*[.]jpg$', '/img/.*[.]jpg$', '^/api$', '/a|/b'].map(
    (regex): [string, string] => [`an expression ${regex}`, http(`match: [{ uri: { regex: "${regex}" } }]`)],
  ),
  ...['^v1.*', '^v1$', '.*beta$', 'jason', '(a|b)$'].map((regex): [string, string] => [
    `a value for ${regex}`,
    http(`match: [{ headers: { x-user: { regex: "${regex}" } } }]`),
  ]),
  ['a method', http('match: [{ method: { exact: GET } }, { method: { prefix: ge } }]')],
  ['a method of its own', policy('{ rules: [{ to: [{ operation: { methods: [purge, "g*"] } }] }] }')],
  ['a try within the timeout', http('timeout: 2s, retries: { attempts: 1, perTryTimeout: 1s, retryOn: 5xx }')],
  ['tries without a timeout', http('retries: { attempts: 9, perTryTimeout: 9s, retryOn: 5xx }')],
  ['tries that end with the first timeout', http('timeout: 2s, retries: { attempts: 2, perTryTimeout: 1s }')],
  ['a short delay', http('timeout: 2s, fault: { delay: { fixedDelay: 1s, percentage: { value: 1 } } }')],
  [
    'a limit',
    rule('{ host: a, trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 }, http: { idleTimeout: 0s } } } }'),
  ],
  ['a kind of somebody else', resource('argoproj.io/v1alpha1', 'VirtualServices', '{}')],
  ['a separator as it should be', all(SERVICE, SERVICE)],
  [
    'a delegate and a gateway that are there',
    all(gateway('"*"'), http('match: [{ gateways: [front] }]'), virtualService('{}', 'part')),
  ],
  [
    'a principal that a pod has',
    all(POD, policy('{ rules: [{ from: [{ source: { principals: [cluster.local/ns/default/sa/web] } }] }] }')),
  ],
  ['one rule for each host', all(rule('{ host: a }', 'a'), rule('{ host: b }', 'b'))],
  [
    'rules for one host that are for other namespaces',
    all(rule('{ host: a, exportTo: [.] }', 'a'), rule('{ host: a, exportTo: [shop] }', 'b')),
  ],
  [
    'hosts that are served by one Gateway each',
    all(
      gateway('a.example.com'),
      gateway('b.example.com', 'other'),
      virtualService('{ hosts: [a.example.com, b.example.com], gateways: [front, other] }'),
    ),
  ],
  [
    'hosts that are all served',
    all(gateway('"*.example.com"'), virtualService('{ hosts: [a.example.com, b.example.com], gateways: [front] }')),
  ],
])('nothing: %s', (_, yaml) => {
  expect(find(yaml)).toEqual([])
})

test('no code is used for two messages', () => {
  const codes = Object.values(BLIND_MESSAGES).map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test.each([
  ['a Gateway of a match', 'MX0123 info', http('match: [{ gateways: [edge] }]'), ['VirtualService'], ['Gateway']],
  ['a delegate', 'MX0124 info', http('delegate: { name: part }'), ['VirtualService'], ['Service']],
  [
    'a waypoint',
    'MX0129 info',
    resource('v1', 'Service', '{}', 'a', ', labels: { istio.io/use-waypoint: way }'),
    ['Service'],
    ['KubernetesGateway'],
  ],
])('%s that a short text leaves out is no warning', (_, says, yaml, kinds, more) => {
  const severities = (shown: readonly string[]) =>
    findIn(yaml, kind => shown.includes(kind)).map(({ code, severity }) => `${code} ${severity}`)
  expect(severities(kinds)).toEqual([says])
  expect(severities([...kinds, ...more])).not.toContain(says)
})

test('a delegate beside other VirtualServices of its namespace is missed', () => {
  const text = all(http('delegate: { name: part }'), virtualService('{}', 'parts'))
  expect(findIn(text, kind => kind === 'VirtualService').map(({ severity }) => severity)).toEqual(['error'])
})

test.each([
  ['fault: { delay: { fixedDelay: 5s, percentage: { value: 100 } } }', http('fault: { delay: { fixedDelay: 5s } }')],
  ['exact: GET', http('match: [{ method: { exact: get } }]')],
  ['retries: { attempts: 1 }', http('timeout: 2s, retries: { attempts: 1, perTryTimeout: 2s }')],
  ['regex: "^/api.*"', http('match: [{ uri: { regex: ^/api } }]')],
  ['regex: ".*beta$"', http('match: [{ headers: { x: { regex: beta$ } } }]')],
  ['spec: { host: a }', rule('{ host: a, trafficPolicy: { connectionPool: { http: { maxRetries: 0 } } } }')],
  ['simple: LEAST_REQUEST', rule('{ host: a, trafficPolicy: { loadBalancer: { simple: LEAST_CONN } } }')],
])('its repair writes %s', (becomes, yaml) => {
  const [{ fix } = {}] = findIn(yaml, () => true)
  const text = applyEdits(yaml, fix?.edits ?? [])
  expect(text).toContain(becomes)
  expect(find(text)).toEqual([])
})

test('an expression without an anchor may mean more than one thing: no repair', () => {
  expect(findIn(http('match: [{ uri: { regex: /api } }]'), () => true)[0]?.fix).toBeUndefined()
})

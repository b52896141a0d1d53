import { istio, rule, rules, scenario, to, v1, WEB } from './death-texts.ts'

export interface Case {
  readonly name: string
  readonly text: string
  readonly label: string
  readonly chain: readonly (readonly [title: string, place: string | undefined])[]
  readonly repairs: readonly string[]
}

export const NO_SUBSET = WEB + to('host: web, subset: v9') + v1
export const ASIDE =
  WEB +
  to('host: web, subset: v1') +
  istio(
    'DestinationRule',
    'web, namespace: shop',
    '{ host: web.default.svc.cluster.local, subsets: [{ name: v1, labels: { version: v1 } }], trafficPolicy: { tls: { mode: DISABLE } } }',
  ) +
  istio('PeerAuthentication', 'default', '{ mtls: { mode: STRICT } }')
export const RULE = 'route: [{ destination: { host: web } }]'
export const CASES: readonly Case[] = [
  {
    name: 'NC, the DestinationRule lacks the subset',
    text: NO_SUBSET,
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v9 } }] }'],
      ['Sends everything it takes to subset v9 of web', 'destination: { host: web, subset: v9 }'],
      ['Cluster not found', 'subset: v9'],
      ['DestinationRule web lists v1, not v9', 'subsets: [{ name: v1, labels: { version: v1 } }]'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: v9 } }'],
    ],
    repairs: ['Send it to v1'],
  },
  {
    name: 'NC, no DestinationRule at all',
    text: WEB + to('host: web, subset: v1'),
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v1 } }] }'],
      ['Sends everything it takes to subset v1 of web', 'destination: { host: web, subset: v1 }'],
      ['Cluster not found', 'subset: v1'],
      ['There is no DestinationRule for web', 'apiVersion: v1'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: v1 } }'],
    ],
    repairs: ['Add DestinationRule', 'Send it to all pods'],
  },
  {
    name: 'NC, a slip of the name',
    text: WEB + to('host: web, subset: canry') + v1.replace('name: v1,', 'name: canary,'),
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: canry } }] }'],
      ['Sends everything it takes to subset canry of web', 'destination: { host: web, subset: canry }'],
      ['Cluster not found', 'subset: canry'],
      ['DestinationRule web lists canary, not canry', 'subsets: [{ name: canary, labels: { version: v1 } }]'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: canry } }'],
    ],
    repairs: ['Use canary'],
  },
  {
    name: 'NC, the DestinationRule stands where its caller does not look, and asks for what pods do not take',
    text: ASIDE,
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v1 } }] }'],
      ['Sends everything it takes to subset v1 of web', 'destination: { host: web, subset: v1 }'],
      ['Cluster not found', 'subset: v1'],
      ['DestinationRule web is in namespace shop', 'namespace: shop'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: v1 } }'],
    ],
    repairs: ['Move it to namespace default', 'Send it to all pods'],
  },
  {
    name: 'NC, no such port',
    text: WEB + to('host: web, port: { number: 81 }'),
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, port: { number: 81 } } }] }'],
      ['Sends everything it takes to web', 'destination: { host: web, port: { number: 81 } }'],
      ['Cluster not found', 'host: web'],
      ['web has port 80, not 81', 'ports: [{ name: http, port: 80 }]'],
      ['Answered 503, flag NC', '{ destination: { host: web, port: { number: 81 } } }'],
    ],
    repairs: ['Use port 80'],
  },
  {
    name: 'NR, all rules have conditions',
    text: WEB + rules(`{ match: [{ uri: { exact: /a } }], ${RULE} }`) + scenario('rate: 20/s'),
    label: '404 NR',
    chain: [
      ['Virtual host for web', 'hosts: [web]'],
      ['Rule 1', '{ match: [{ uri: { exact: /a } }], route: [{ destination: { host: web } }] }'],
      ['No rule matches', 'http: [{ match: [{ uri: { exact: /a } }], route: [{ destination: { host: web } }] }]'],
      ['Answered 404, flag NR', 'apiVersion: networking.istio.io/v1'],
    ],
    repairs: ['Add a rule for the rest', 'Let rule 1 take the rest'],
  },
  {
    name: 'UH, labels that no pod has',
    text: WEB + to('host: web, subset: v1') + v1.replace('version: v1', 'version: v2'),
    label: '503 UH',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v1 } }] }'],
      ['Sends everything it takes to subset v1 of web', 'destination: { host: web, subset: v1 }'],
      ['Subset v1 of web', 'subset: v1'],
      ['Subset v1 selects version=v2', 'labels: { version: v2 }'],
      ['Pods of web carry version v1', 'apiVersion: apps/v1'],
      ['Answered 503, flag UH', '{ destination: { host: web, subset: v1 } }'],
    ],
    repairs: ['Select version v1', 'Send it to all pods'],
  },
  {
    name: 'UH, the only pod is ejected although it is ready',
    text:
      WEB +
      rule(
        'outlierDetection: { consecutive5xxErrors: 2, interval: 1s, baseEjectionTime: 30s, maxEjectionPercent: 100 }',
      ) +
      scenario('rate: 20/s', '{ name: web, errors: 100%, status: 500 }'),
    label: '503 UH',
    chain: [
      ['The Service’s own route', '{ name: http, port: 80 }'],
      ['All pods of web', 'apiVersion: v1'],
      ['Service web selects app=web', 'selector: { app: web }'],
      ['Its one pod web-0 is ejected', 'apiVersion: networking.istio.io/v1'],
      ['Answered 503, flag UH', '{ name: http, port: 80 }'],
    ],
    repairs: [],
  },
  {
    name: 'UC, plain text to pods that take mTLS only',
    text: WEB + rule('tls: { mode: DISABLE }') + istio('PeerAuthentication', 'default', '{ mtls: { mode: STRICT } }'),
    label: '503 UC',
    chain: [
      ['The Service’s own route', '{ name: http, port: 80 }'],
      ['All pods of web', 'apiVersion: v1'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['Speaks plain text', 'mode: DISABLE'],
      ['Pod web-0 takes mTLS only', 'mode: STRICT'],
      ['Answered 503, flag UC', '{ name: http, port: 80 }'],
    ],
    repairs: ['Use ISTIO_MUTUAL', 'Take plain text too'],
  },
  {
    name: 'UO, the queue is full',
    text:
      WEB +
      rule('connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1 } }') +
      scenario('rate: 50/s', '{ name: web, latency: 100ms }'),
    label: '503 UO',
    chain: [
      ['The Service’s own route', '{ name: http, port: 80 }'],
      ['All pods of web', 'apiVersion: v1'],
      ['The queue of 1 is full', 'http1MaxPendingRequests: 1'],
      ['Answered 503, flag UO', '{ name: http, port: 80 }'],
    ],
    repairs: ['Raise http1MaxPendingRequests to 10'],
  },
  {
    name: 'UT, the rule’s timeout',
    text: WEB + to('host: web', ', timeout: 50ms') + scenario('rate: 20/s', '{ name: web, latency: 200ms }'),
    label: '504 UT',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web } }], timeout: 50ms }'],
      ['Sends everything it takes to web', 'destination: { host: web }'],
      ['All pods of web', 'host: web'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['The Scenario says how web behaves', '{ name: web, latency: 200ms }'],
      ['The rule waits 50 ms and no longer', 'timeout: 50ms'],
      ['Answered 504, flag UT', '{ destination: { host: web } }'],
    ],
    repairs: ['Take the timeout out'],
  },
  {
    name: 'DC, the caller leaves',
    text: WEB + to('host: web') + scenario('rate: 20/s, patience: 50ms', '{ name: web, latency: 200ms }'),
    label: 'no answer DC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web } }] }'],
      ['Sends everything it takes to web', 'destination: { host: web }'],
      ['All pods of web', 'host: web'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['The Scenario says how web behaves', '{ name: web, latency: 200ms }'],
      [
        'The caller waits 50 ms, then leaves',
        'clients: [{ from: client, url: http://web/, rate: 20/s, patience: 50ms }]',
      ],
      ['Closed, flag DC', '{ destination: { host: web } }'],
    ],
    repairs: [],
  },
  {
    name: 'FI, an abort',
    text: WEB + to('host: web', ', fault: { abort: { httpStatus: 418, percentage: { value: 100 } } }'),
    label: '418 FI',
    chain: [
      [
        'Rule 1',
        '{ route: [{ destination: { host: web } }], fault: { abort: { httpStatus: 418, percentage: { value: 100 } } } }',
      ],
      ['Its fault aborts 100 % with 418', 'abort: { httpStatus: 418, percentage: { value: 100 } }'],
      ['Answered 418, flag FI', '{ destination: { host: web } }'],
    ],
    repairs: ['Take the abort out'],
  },
  {
    name: 'UF after retries, the pod refuses connections',
    text: WEB + to('host: web') + scenario('rate: 20/s', '{ name: web, fails: refused }'),
    label: '503 URX,UF',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web } }] }'],
      ['Sends everything it takes to web', 'destination: { host: web }'],
      ['All pods of web', 'host: web'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['The pod refuses connections', undefined],
      ['The Scenario says how web behaves', '{ name: web, fails: refused }'],
      ['3 tries, and none came through', '{ route: [{ destination: { host: web } }] }'],
      ['Answered 503, flag URX,UF', '{ destination: { host: web } }'],
    ],
    repairs: [],
  },
  {
    name: 'no address: the Service is in another namespace',
    text: `${WEB.replace('{ name: web }', '{ name: web, namespace: shop }')}${scenario('rate: 20/s')}`,
    label: 'no address',
    chain: [
      ['web does not resolve', undefined],
      ['Service web is in namespace shop, not in default', 'apiVersion: v1'],
      ['No answer', undefined],
    ],
    repairs: [],
  },
]

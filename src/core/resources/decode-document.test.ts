import { describe, expect, test } from 'vitest'
import { createYamlParser } from '../yaml/index.ts'
import { createDecoder } from './decoder.ts'

const decode = (text: string) => createDecoder().decodeAll(createYamlParser().parse(text))
const one = (text: string) => decode(text).resources[0]

describe('what a document holds', () => {
  test.each([
    ['apiVersion: v1\nkind: Service\nmetadata: {name: a}', 'Service', 'Service default/a'],
    ['apiVersion: v1\nkind: Namespace\nmetadata: {name: a}', 'Namespace', 'Namespace /a'],
    ['apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: b}', 'Deployment', 'Deployment b/a'],
    [
      'apiVersion: networking.istio.io/v1alpha3\nkind: VirtualService\nmetadata: {name: a}',
      'VirtualService',
      'VirtualService default/a',
    ],
    [
      'apiVersion: networking.istio.io/v2\nkind: VirtualService\nmetadata: {name: a}',
      'Other',
      'VirtualService default/a',
    ],
    ['apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: a}', 'Other', 'Service default/a'],
  ])('case %#', (text, kind, key) => {
    expect(one(text)).toMatchObject({ kind, key })
  })

  test('a List holds its items, nested ones too, each at its place', () => {
    const { resources } = decode(`apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Service, metadata: {name: a}}
- kind: DestinationRuleList
  apiVersion: networking.istio.io/v1
  items: [{metadata: {name: b}, spec: {host: x}}]
`)
    expect(resources.map(({ key, origin }) => [key, origin.path])).toEqual([
      ['Service default/a', ['items', 0]],
      ['DestinationRule default/b', ['items', 1, 'items', 0]],
    ])
  })

  test.each([
    ['a: 1', 'MX0003'],
    ['just words', 'MX0003'],
    ['kind: Service', 'MX0003'],
  ])('%j is told as %s', (text, code) => {
    expect(decode(text).diagnostics.map(diagnostic => diagnostic.code)).toEqual([code])
  })

  test.each(['', '# nothing', '---\n', 'apiVersion: meshscope/v1\nkind: Traffic\nmetadata: {name: a}', 'a: "'])(
    '%j is told nothing about',
    text => {
      expect(decode(text).diagnostics).toEqual([])
    },
  )
})

test('a document that stays keeps its resource objects', () => {
  const parser = createYamlParser()
  const decoder = createDecoder()
  const service = '---\napiVersion: v1\nkind: Service\nmetadata: {name: a}\n'
  const [before] = decoder.decodeAll(parser.parse(service)).resources
  const [, after] = decoder.decodeAll(
    parser.parse(`---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n${service}`),
  ).resources
  expect(after).toBe(before)
})

describe('fields', () => {
  test('of a Service, with the defaults of the API server', () => {
    const text = `apiVersion: v1
kind: Service
metadata: {name: a}
spec:
  clusterIP: None
  selector: {app: a}
  ports: [{port: 80}, {name: x, port: 81, targetPort: web, protocol: UDP}, {name: quoted, port: 82, targetPort: "8080"}]
`
    expect(one(text)?.spec).toEqual({
      clusterIp: 'None',
      type: 'ClusterIP',
      externalName: undefined,
      selector: { app: 'a' },
      ports: [
        { name: '', number: 80, targetPort: 80, protocol: 'TCP', appProtocol: undefined },
        { name: 'x', number: 81, targetPort: 'web', protocol: 'UDP', appProtocol: undefined },
        { name: 'quoted', number: 82, targetPort: '8080', protocol: 'TCP', appProtocol: undefined },
      ],
    })
  })

  test.each([
    ['{}', true],
    ['{conditions: [{type: Ready, status: "True"}]}', true],
    ['{conditions: [{type: Initialized, status: "True"}, {type: Ready, status: "False"}]}', false],
    ['{phase: Succeeded}', false],
  ])('a pod of status %s is ready: %s', (status, ready) => {
    expect(one(`apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nstatus: ${status}`)?.spec).toMatchObject({ ready })
  })

  test.each([
    ['Deployment', '{}', 1],
    ['Deployment', '{replicas: 0}', 0],
    ['StatefulSet', '{replicas: 3}', 3],
    ['DaemonSet', '{replicas: 3}', 1],
  ])('a %s with spec %s stands for %i pods', (kind, spec, replicas) => {
    const text = `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}`
    expect(one(text)?.spec).toMatchObject({ replicas })
  })

  test.each([
    ['{istio-injection: enabled}', true],
    ['{istio-injection: disabled, istio.io/rev: x}', false],
    ['{istio.io/rev: x}', true],
    ['{}', undefined],
  ])('a namespace labelled %s has injection %s', (labels, injection) => {
    expect(one(`apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: ${labels}}`)?.spec).toEqual({ injection })
  })

  const rule = (http: string) => {
    const resource = one(
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: {http: [${http}]}`,
    )
    return resource?.kind === 'VirtualService' ? resource.spec.http[0] : undefined
  }

  test.each([
    ['{timeout: 1.5s}', { timeoutMs: 1500 }],
    ['{retries: {attempts: 2, perTryTimeout: 1m}}', { retries: { attempts: 2, perTryTimeoutMs: 60_000 } }],
    ['{fault: {delay: {fixedDelay: 5s}}}', { fault: { delay: { percent: 0, fixedDelayMs: 5000 }, abort: undefined } }],
    ['{fault: {delay: {percent: 7, percentage: {value: 0.5}}}}', { fault: { delay: { percent: 0.5 } } }],
    ['{fault: {abort: {percentage: {}}}}', { fault: { abort: { percent: 0 } } }],
    ['{mirror: {host: b}}', { mirrors: [{ percent: 100, path: ['mirror'] }] }],
    ['{mirror: {host: b}, mirrorPercent: 3}', { mirrors: [{ percent: 3 }] }],
    [
      '{mirrors: [{destination: {host: b}, percentage: {value: 4}}]}',
      { mirrors: [{ percent: 4, path: ['mirrors', 0, 'destination'] }] },
    ],
    [
      '{match: [{uri: {prefix: /a}, headers: {x: {}, __proto__: {exact: y}}}]}',
      { match: [{ uri: { kind: 'prefix', value: '/a' }, headers: { x: { kind: 'present' } } }] },
    ],
    [
      '{route: [{destination: {host: b, port: {number: 8080}}}]}',
      { route: [{ weight: undefined, destination: { port: 8080 } }] },
    ],
    [
      '{timeout: 3, retries: [], route: {}, name: [x]}',
      { timeoutMs: undefined, retries: undefined, route: [], name: undefined },
    ],
  ])('of the rule %s', (http, expected) => {
    expect(rule(http)).toMatchObject(expected)
  })

  test('a header called __proto__ is a header', () => {
    const headers = rule('{match: [{headers: {__proto__: {exact: z}}}]}')?.match[0]?.headers ?? {}
    expect(Object.entries(headers)).toEqual([['__proto__', { kind: 'exact', value: 'z' }]])
  })

  test.each([
    ['{httpHeaderName: x}', { key: 'header', name: 'x' }],
    ['{httpCookie: {name: c, ttl: 0s}}', { key: 'cookie', name: 'c', ttl: '0s' }],
    ['{useSourceIp: true}', { key: 'sourceIp' }],
    ['{httpQueryParameterName: q}', { key: 'queryParameter', name: 'q' }],
  ])('a consistent hash %s', (hash, expected) => {
    const spec = `{host: a, trafficPolicy: {loadBalancer: {consistentHash: ${hash}}}}`
    const resource = one(
      `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a}\nspec: ${spec}`,
    )
    expect(resource?.spec).toMatchObject({ trafficPolicy: { loadBalancer: { consistentHash: expected } } })
  })

  test.each([
    ['{tcp: {idleTimeout: 5s}}', 5000],
    ['{tcp: {idleTimeout: 5s}, http: {idleTimeout: 300ms}}', 300],
    ['{tcp: {idleTimeout: 5s}, http: {idleTimeout: 0s}}', 0],
    ['{tcp: {maxConnections: 1}}', undefined],
  ])('how long connections may be idle: %s', (pool, expected) => {
    const resource = one(
      `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a}\nspec: {host: a, trafficPolicy: {connectionPool: ${pool}}}`,
    )
    expect(resource?.spec).toMatchObject({ trafficPolicy: { connectionPool: { idleTimeoutMs: expected } } })
  })
})

test('a redirect may replace the prefix', () => {
  const redirect = '{ redirect: { prefixRewrite: /new } }'
  const text = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: {http: [${redirect}]}`
  expect(one(text)).toMatchObject({ spec: { http: [{ redirect: { prefixRewrite: '/new' } }] } })
})

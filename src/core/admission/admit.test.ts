import { describe, expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { admit } from './index.ts'

const admitText = (text: string) => admit(createDecoder().decodeAll(createYamlParser().parse(text)).decoded)
const istio = (kind: string, spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}`
const rule = (http: string) => istio('VirtualService', `{hosts: [a], http: [${http}]}`)
const ROUTE = 'route: [{destination: {host: a}}]'

const said = (text: string, gate: string) =>
  [...admitText(text).refused.values()].flat().flatMap(refusal => (refusal.gate === gate ? [refusal.message] : []))

describe('the schema refuses', () => {
  test.each([
    [
      rule('{route: [{destination: {host: a}, weight: "5"}]}'),
      'spec.http[0].route[0].weight: Invalid value: "string": must be of type integer: "string"',
    ],
    [
      rule('{route: [{destination: {host: a}, weight: 1.5}]}'),
      'spec.http[0].route[0].weight: Invalid value: "number": must be of type integer: "number"',
    ],
    [rule('{route: [{weight: 5}]}'), 'spec.http[0].route[0].destination: Required value'],
    [
      rule('{route: {destination: {host: a}}}'),
      'spec.http[0].route: Invalid value: "object": must be of type array: "object"',
    ],
    [
      rule(`{${ROUTE}, timeout: 500us}`),
      'spec.http[0].timeout: Invalid value: "500us": must be a valid duration greater than 1ms',
    ],
    [
      rule(`{${ROUTE}, match: [{port: -1}]}`),
      'spec.http[0].match[0].port: Invalid value: -1: should be greater than or equal to 0',
    ],
    [
      rule(`{${ROUTE}, match: [{uri: {exact: /, prefix: /}}]}`),
      'spec.http[0].match[0].uri: Invalid value: only one of exact, prefix may be set',
    ],
    [rule(`{${ROUTE}, match: null}`), 'spec.http[0].match: Invalid value: "null": must be of type array'],
    [
      istio('DestinationRule', '{host: a, subsets: [{name: v1, labels: {version: 1}}]}'),
      'spec.subsets[0].labels.version: Invalid value: "integer": must be of type string: "integer"',
    ],
    [
      istio('DestinationRule', '{host: a, trafficPolicy: {tls: {mode: simple}}}'),
      'spec.trafficPolicy.tls.mode: Unsupported value: "simple": supported values: "DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"',
    ],
    [
      'apiVersion: v1\nkind: Service\nmetadata: {}\nspec: {}',
      'metadata.name: Required value: name or generateName is required',
    ],
    [
      'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 70000}]}',
      'spec.ports[0].port: Invalid value: 70000: should be less than or equal to 65535',
    ],
  ])('case %#', (text, message) => {
    expect(said(text, 'schema')).toEqual([message])
  })
})

describe('the webhook refuses', () => {
  test.each([
    [`{${ROUTE}, match: [{headers: {x y: {exact: a}}}]}`, 'header name x y is not a valid header name'],
    [
      `{${ROUTE}, match: [{uri: {regex: "("}}]}`,
      '"uri": error parsing regexp: missing closing ): `(`; Istio uses RE2 style regex-based match (https://github.com/google/re2/wiki/Syntax)',
    ],
    [`{${ROUTE}, headers: {response: {set: {Host: a}}}}`, 'invalid header "Host": cannot set Host header'],
    [
      `{${ROUTE}, headers: {request: {set: {x: 5%}}}}`,
      'header value configuration: invalid header configuration. Un-escaped %',
    ],
    [`{${ROUTE}, corsPolicy: {maxAge: 1500ms}}`, 'max_age duration is accurate only to seconds precision'],
    ['{redirect: {redirectCode: 200, uri: /a}}', '200 is not a valid redirect code, must be 3xx'],
    ['{directResponse: {status: 700}}', 'HTTP status 700 is not in range 200-599'],
  ])('%s', (http, message) => {
    expect(said(rule(http), 'validation')).toEqual([message])
  })

  test.each([
    ['%A(["a" b])%', `Expecting ',', ']', or whitespace`],
    ['%A([a])%', `Expecting '"'`],
    ['%A(["a"]b)%', `Expecting ')' or whitespace after '{}', but found '{}'`],
    ['%A(a)b%', `Expecting '%' or whitespace after`],
    ['%A(a\\', 'Un-terminated backslash in JSON string'],
    ['%A(%Y', `Un-terminated variable expression '%A(%Y'`],
  ])('the header value %s', (value, message) => {
    const text = rule(`{${ROUTE}, headers: {request: {set: {x: ${JSON.stringify(value)}}}}}`)
    expect(said(text, 'validation')).toEqual([`header value configuration: invalid header configuration. ${message}`])
  })

  test.each([
    '%HOSTNAME%',
    '100%%',
    '%START_TIME(%Y-%m)%',
    '%A(b) %',
    '%A(a\\))%',
    'a %REQ(x-y?z:10)% b',
    '%PER_REQUEST_STATE(["a", "b"])%',
    'tab\there',
  ])('no header value like %j', value => {
    expect(said(rule(`{${ROUTE}, headers: {request: {set: {x: ${JSON.stringify(value)}}}}}`), 'validation')).toEqual([])
  })

  test('nothing of a resource that it could not even read', () => {
    const text = rule('{route: [{destination: {host: a}, weight: many}, {destination: {host: b}}]}')
    expect([...admitText(text).refused.values()].flat().map(({ gate }) => gate)).toEqual(['schema'])
  })
})

test('each refusal stands at the field it is about', () => {
  const { refused, diagnostics } = admitText(rule('{route: [{destination: {host: a}, weight: -5}]}'))
  expect([...refused.values()].flat().map(({ origin }) => origin.path)).toEqual([
    ['spec', 'http', 0, 'route', 0, 'weight'],
  ])
  expect(diagnostics.map(({ code, title }) => [code, title])).toEqual([
    ['REFUSED', 'Istio would refuse a: weight -5 < 0'],
  ])
})

test('a field that both gates refuse is told once', () => {
  const { refused, diagnostics } = admitText(rule(`{${ROUTE}, timeout: 0s}`))
  expect([...refused.values()].flat().map(({ gate }) => gate)).toEqual(['schema', 'validation'])
  expect(diagnostics).toHaveLength(1)
})

test('a field that nobody knows refuses the whole resource, at the top level too', () => {
  const { refused, diagnostics } = admitText(`${rule(`{${ROUTE}, retry: {attempts: 2}}`)}\nextra: 1`)
  expect([...refused.values()].flat().map(({ gate, message }) => [gate, message])).toEqual([
    ['schema', 'extra: unknown field'],
    ['schema', 'spec.http[0].retry: unknown field'],
  ])
  expect(diagnostics.map(({ code }) => code)).toEqual(['REFUSED', 'REFUSED'])
})

test('in what a cluster has stored a field that nobody knows is told and does no harm', () => {
  const stored = rule(`{${ROUTE}, retry: {attempts: 2}}`).replace('name: a', "name: a, resourceVersion: '7'")
  const { refused, diagnostics } = admitText(stored)
  expect(refused.size).toBe(0)
  expect(diagnostics.map(({ code, origin }) => [code, origin.path])).toEqual([['MX0004', ['spec', 'http', 0, 'retry']]])
})

test('of a half-typed document nothing is told, and what is wrong in it takes no part', () => {
  const { refused, diagnostics } = admitText(`${rule('{route: []}')}\nb: "`)
  expect([refused.size, diagnostics]).toEqual([1, []])
})

test('a resource that stays is not examined again', () => {
  const { decoded } = createDecoder().decodeAll(createYamlParser().parse(rule('{route: []}')))
  const [first, second] = [admit(decoded), admit(decoded)].map(({ refused }) => [...refused.values()])
  expect(first?.[0]).toBe(second?.[0])
})

import { describe, expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { admit } from './admit.ts'

function said(kind: string, spec: string): readonly string[] {
  const version = kind === 'ReferenceGrant' ? 'v1beta1' : 'v1'
  const text = `apiVersion: gateway.networking.k8s.io/${version}\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}\n`
  const { refused } = admit(createDecoder().decodeAll(createYamlParser().parse(text)).decoded)
  return [...refused.values()].flat().map(({ message }) => message)
}

const BACKEND = 'backendRefs: [{ name: a, port: 80 }]'
const rule = (parts: string) => `{ rules: [{ ${parts} }] }`
const listeners = (list: string) => `{ gatewayClassName: istio, listeners: ${list} }`

describe('an HTTPRoute is refused', () => {
  test.each([
    [
      rule('backendRefs: [{ name: a }]'),
      'spec.rules[0].backendRefs[0]: Invalid value: Must have port for Service reference',
    ],
    [
      rule(`matches: [{ path: { value: a } }], ${BACKEND}`),
      "spec.rules[0].matches[0].path: Invalid value: value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']",
    ],
    [
      rule(`matches: [{ headers: [{ name: a, value: b }, { name: a, value: c }] }], ${BACKEND}`),
      'spec.rules[0].matches[0].headers[1]: Duplicate value: {"name":"a"}',
    ],
    [
      rule(`filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }], ${BACKEND}`),
      'spec.rules[0]: Invalid value: RequestRedirect filter must not be used together with backendRefs',
    ],
    [
      rule(`filters: [{ type: RequestHeaderModifier }], ${BACKEND}`),
      'spec.rules[0].filters[0]: Invalid value: filter.requestHeaderModifier must be specified for RequestHeaderModifier filter.type',
    ],
    [
      rule(`timeouts: { request: 1s, backendRequest: 2s }, ${BACKEND}`),
      'spec.rules[0].timeouts: Invalid value: backendRequest timeout cannot be longer than request timeout',
    ],
    ['{ rules: [] }', 'spec.rules: Invalid value: 0: should have at least 1 items'],
  ])('%s', (spec, message) => {
    expect(said('HTTPRoute', spec)).toEqual([message])
  })
})

test.each([
  '{}',
  rule(BACKEND),
  rule('filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }]'),
  rule(`timeouts: { request: 0s, backendRequest: 2s }, retry: { attempts: 2, codes: [500, 503] }, ${BACKEND}`),
  rule(`filters: [{ type: CORS, cors: { allowOrigins: ["https://*.a.io"], allowMethods: ["*"] } }], ${BACKEND}`),
])('an HTTPRoute is accepted: %s', spec => {
  expect(said('HTTPRoute', spec)).toEqual([])
})

describe('Gateways and ReferenceGrants', () => {
  test.each([
    ['Gateway', listeners('[{ name: a, port: 80, protocol: HTTP }]'), []],
    [
      'Gateway',
      listeners('[{ name: a, port: 80, protocol: HTTP, tls: { certificateRefs: [{ name: c }] } }]'),
      ["spec.listeners: Invalid value: tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']"],
    ],
    [
      'Gateway',
      listeners('[{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP }]'),
      ['spec.listeners: Invalid value: Combination of port, protocol and hostname must be unique for each listener'],
    ],
    ['Gateway', '{ gatewayClassName: istio }', ['spec.listeners: Required value']],
    [
      'ReferenceGrant',
      '{ from: [{ group: a, kind: B, namespace: c }], to: [] }',
      ['spec.to: Invalid value: 0: should have at least 1 items'],
    ],
  ] as const)('%s %s', (kind, spec, messages) => {
    expect(said(kind, spec)).toEqual(messages)
  })
})

import { expect, test } from 'vitest'
import { toDocumentId, toProxyId } from '../base/ids.ts'
import { buildMesh } from '../mesh/index.ts'
import { match, port, rule, service, to, vs } from '../mesh/testing/resources.ts'
import type { HttpRule } from '../resources/index.ts'
import { createRouter, createSeededChance, findRefusal, parseRequest, stepWords } from '../route/index.ts'
import { compileConfig, findRefusedField } from './index.ts'
import { meshOfYaml, yaml } from './testing/yaml-mesh.ts'

const redirect = (redirectCode: number | undefined): Partial<HttpRule> => ({
  redirect: {
    uri: '/x',
    authority: undefined,
    scheme: undefined,
    port: undefined,
    derivePort: undefined,
    redirectCode,
  },
})
const direct = (status: number): Partial<HttpRule> => ({ directResponse: { status, body: undefined } })
const abort = (httpStatus: number | undefined): Partial<HttpRule> => ({
  route: [to('reviews')],
  fault: { delay: undefined, abort: { percent: 1, httpStatus, grpcStatus: 'NOT_FOUND' } },
})

const configOf = (one: Partial<HttpRule>) => {
  const origin = { documentId: toDocumentId(7), path: [] }
  const mesh = buildMesh([
    service('reviews'),
    service('ratings', { spec: { ports: [port('http', 81)] } }),
    vs(['reviews'], [rule(one)], { origin }),
  ])
  return compileConfig(mesh, toProxyId('sleep', 'default'))
}

test.each([
  [redirect(304), /"action"/, 'redirect redirectCode'],
  [direct(600), /^DirectResponse.*Status/, 'directResponse status'],
  [direct(199), /^DirectResponse.*Status/, 'directResponse status'],
  [abort(600), /^FaultAbort.*HttpStatus/, 'fault abort httpStatus'],
])('%j is refused, for a rule and for the routes made of it', (one, reason, path) => {
  const field = findRefusedField(rule(one))
  expect([field?.reason, field?.path.join(' ')]).toEqual([expect.stringMatching(reason), path])
  const refusal = findRefusal(configOf(one))
  expect(refusal?.reason).toBe(field?.reason)
  expect(refusal?.origin?.path.join(' ')).toBe(`spec http 0 ${path}`)
})

test.each([redirect(301), redirect(308), redirect(undefined), direct(200), direct(599), abort(555), abort(undefined)])(
  '%j is accepted',
  one => {
    expect(findRefusedField(rule(one))).toBeUndefined()
    expect(findRefusal(configOf(one))).toBeUndefined()
  },
)

test('a new proxy has no routes where they are refused, and those of other ports', () => {
  const router = createRouter(configOf(direct(600)))
  const explain = (url: string) => {
    const request = parseRequest({ url })
    if ('error' in request) throw new Error(request.error)
    return router.explain(request, createSeededChance(1))
  }
  const { decision, trace } = explain('http://reviews:9080/')
  expect([decision.outcome, decision.status]).toEqual(['no-listener', 0])
  expect(
    trace
      .slice(-2)
      .map(stepWords)
      .map(({ title }) => title),
  ).toEqual(['Envoy refuses these routes', 'No answer'])
  expect(trace.at(-2)?.origin?.path).toEqual(['spec', 'http', 0, 'directResponse', 'status'])
  expect(explain('http://ratings:81/').decision).toMatchObject({ outcome: 'http', flags: 'UH' })
})

const withHeader = (value: string): Partial<HttpRule> => {
  const operation = { set: { 'x-a': value }, add: {}, remove: [] }
  const none = { set: {}, add: {}, remove: [] }
  return { route: [to('reviews')], headers: { request: none, response: operation } }
}

test.each([
  [withHeader('%NOSUCH%'), 'Not supported field in StreamInfo: NOSUCH'],
  [withHeader('%REQ(x)% and %SUBSET%'), 'Not supported field in StreamInfo: SUBSET'],
  [withHeader('%QUERY_PARAM%'), 'QUERY_PARAM requires parameters'],
  [withHeader('%QUERY_PARAM(q)% %UPSTREAM_HOST% %% %START_TIME(%Y)% %REQ(x):3%'), undefined],
  [
    { route: [1, 2, 3].map(() => ({ ...to('reviews'), weight: 2 ** 31 - 1 })) },
    'The sum of weights of all weighted clusters of route  exceeds 4294967295',
  ],
  [{ route: [1, 2].map(() => ({ ...to('reviews'), weight: 2 ** 31 - 1 })) }, undefined],
])('%j: %s', (one, reason) => {
  expect(findRefusal(configOf(one))?.reason).toBe(reason)
})

test.each([
  ['{ httpHeaderName: "" }', 'HeaderValidationError.HeaderName'],
  ['{ httpQueryParameterName: "" }', 'QueryParameterValidationError.Name'],
  ['{ httpHeaderName: x }', undefined],
])('a hash by %s: %s', (hash, error) => {
  const policy = `{ host: reviews, trafficPolicy: { loadBalancer: { consistentHash: ${hash} } } }`
  const mesh = meshOfYaml(yaml.httpService('reviews') + yaml.destinationRule('reviews', policy))
  const reason = findRefusal(compileConfig(mesh, toProxyId('sleep', 'default')))?.reason
  expect(reason).toBe(error && `${error}: value length must be at least 1 characters`)
})

test('a cookie that is over before it is set', () => {
  const policy =
    '{ host: reviews, trafficPolicy: { loadBalancer: { consistentHash: { httpCookie: { name: c, ttl: -1s } } } } }'
  const mesh = meshOfYaml(yaml.httpService('reviews') + yaml.destinationRule('reviews', policy))
  const reason = findRefusal(compileConfig(mesh, toProxyId('sleep', 'default')))?.reason
  expect(reason).toBe('Invalid duration: Expected positive duration')
})

test.each([
  ['loadBalancer: { consistentHash: { httpHeaderName: x, ringHash: { minimumRingSize: 8388608 } } }', 'UH', undefined],
  ['loadBalancer: { consistentHash: { httpHeaderName: x, ringHash: { minimumRingSize: 8388609 } } }', 'NC', /RingSize/],
  ['loadBalancer: { consistentHash: { httpHeaderName: x, minimumRingSize: 9000000 } }', 'NC', /RingSize/],
  ['loadBalancer: { consistentHash: { httpHeaderName: x, maglev: { tableSize: 101 } } }', 'UH', undefined],
  [`tls: { mode: SIMPLE, sni: ${'x'.repeat(256)} }`, 'NC', /Sni/],
  [`tls: { mode: SIMPLE, sni: ${'x'.repeat(255)} }`, 'UH', undefined],
])('a cluster with %s: %s', (policy, flags, reason) => {
  const rule = yaml.destinationRule('reviews', `{ host: reviews, trafficPolicy: { ${policy} } }`)
  const config = compileConfig(meshOfYaml(yaml.httpService('reviews') + rule), toProxyId('sleep', 'default'))
  const request = parseRequest({ url: 'http://reviews:9080/' })
  if ('error' in request) throw new Error(request.error)
  const { decision, trace } = createRouter(config).explain(request, createSeededChance(1))
  expect(decision.flags).toBe(flags)
  const cluster = trace.find(step => step.kind === 'cluster')
  if (reason) expect(cluster && stepWords(cluster).detail).toMatch(reason)
})

test('a condition on a query parameter without a name', () => {
  const nameless = { queryParams: { '': { kind: 'present' } as const } }
  const one = { ...rule({ route: [to('reviews')] }), match: [match(nameless)] }
  expect(findRefusal(configOf(one))?.reason).toMatch(/^QueryParameterMatcherValidationError.Name: /)
})

import { expect, test } from 'vitest'
import type { CorsConfig, Route } from '../envoy/index.ts'
import { createRouter, createSeededChance, enumerateOutcomes, receivedRequest, responseHeaders } from './index.ts'
import type { Decision } from './index.ts'
import {
  cluster,
  clusterName,
  endpoint,
  forwardTo,
  leg,
  matching,
  request,
  route,
  sidecar,
} from './testing/build-config.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1')])
const COPY = cluster(clusterName('copy'), [endpoint('copy-0', '10.1.0.9')])
const toV1 = forwardTo([leg(V1.name)])
const fault = { delay: undefined, abort: undefined, origin: undefined }
const abort = (numerator: number, httpStatus: number | undefined = 555) => ({
  ...fault,
  abort: { numerator, httpStatus, grpcStatus: undefined },
})

function outcomes(one: Route, input = {}, clusters = [V1, COPY]) {
  return enumerateOutcomes(createRouter(sidecar([one], clusters)), request(input))
}

function decide(one: Route, input = {}): Decision {
  return createRouter(sidecar([one], [V1, COPY])).decide(request(input), createSeededChance(1))
}

test('delay and abort are drawn apart: four outcomes', () => {
  const delay = { numerator: 250_000, fixedDelayMs: 400 }
  const both = outcomes(route({ action: toV1, fault: { ...abort(500_000), delay } }))
  expect(both.map(({ probability, decision }) => [decision.flags, decision.delayMs, probability])).toEqual([
    ['DI,FI', 400, 0.125],
    ['DI', 400, 0.125],
    ['FI', 0, 0.375],
    ['-', 0, 0.375],
  ])
})

test('an abort hides a missing cluster and answers by itself', () => {
  const [only] = outcomes(route({ action: toV1, fault: abort(1_000_000) }), {}, [])
  expect(only?.decision).toMatchObject({ status: 555, flags: 'FI', details: 'fault_filter_abort', attempts: 0 })
  expect(only?.decision.localReply?.body).toBe('fault filter abort')
  expect(outcomes(route({ action: toV1, fault: abort(0) }))[0]?.decision.status).toBe(200)
})

test('a mirror is drawn by its share, dropped where its cluster is missing, and leaves the answer alone', () => {
  const policy = { cluster: COPY.name, numerator: 25, denominator: 100, origin: undefined }
  const lost = { ...policy, cluster: clusterName('gone'), numerator: 100 }
  const found = outcomes(route({ action: { ...toV1, mirrors: [policy, lost] } }))
  expect(found.map(({ probability, decision }) => [probability, decision.mirrors.map(m => m.endpoint?.pod)])).toEqual([
    [0.25, ['copy-0', undefined]],
    [0.75, [undefined]],
  ])
  expect(found.every(({ decision }) => decision.status === 200)).toBe(true)
})

const redirect = {
  kind: 'redirect',
  path: undefined,
  host: undefined,
  scheme: undefined,
  port: undefined,
  status: 301,
} as const

test.each([
  [{ path: '/new' }, 'http://reviews:9080/new?q=1'],
  [{ path: '/new?own' }, 'http://reviews:9080/new?own'],
  [{ host: 'other.example.com' }, 'http://other.example.com/old?q=1'],
  [{ scheme: 'https' }, 'https://reviews:9080/old?q=1'],
  [{ port: 8443 }, 'http://reviews:8443/old?q=1'],
])('redirect %j points to %s', (changes, location) => {
  const { localReply } = decide(route({ action: { ...redirect, ...changes } }), { url: 'http://reviews:9080/old?q=1' })
  expect(localReply).toEqual({
    body: '',
    headers: [
      ['location', location],
      ['server', 'envoy'],
    ],
  })
})

test('a direct response names its location for 201, and has no body with 204', () => {
  const direct = (status: number) =>
    decide(route({ action: { kind: 'directResponse', status, body: 'hi' } })).localReply
  expect(direct(201)?.headers[0]).toEqual(['location', 'http://reviews:9080/'])
  expect(direct(200)).toEqual({
    body: 'hi',
    headers: [
      ['content-type', 'text/plain'],
      ['server', 'envoy'],
    ],
  })
  expect(direct(204)?.body).toBe('')
})

const cors: CorsConfig = {
  allowOrigins: [{ kind: 'safeRegex', value: 'https://.*[.]example[.]com' }],
  allowMethods: 'GET,POST',
  allowHeaders: '*',
  exposeHeaders: '',
  maxAge: '60',
  allowCredentials: undefined,
  forwardUnmatchedPreflights: true,
}
const asking = (origin: string) => ({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } })

test('a preflight from an allowed origin is answered, another one goes on to the pod', () => {
  const one = route({ action: toV1, cors })
  const answered = decide(one, asking('https://a.example.com'))
  expect(answered).toMatchObject({ status: 200, details: 'cors_response', attempts: 0 })
  expect(answered.localReply?.headers).toEqual([
    ['access-control-allow-origin', 'https://a.example.com'],
    ['access-control-allow-methods', 'GET,POST'],
    ['access-control-allow-headers', ''],
    ['access-control-max-age', '60'],
    ['server', 'envoy'],
  ])
  expect(decide(one, asking('https://evil.com'))).toMatchObject({ details: 'via_upstream' })
  expect(decide(route({ action: toV1, cors, fault: abort(1_000_000) }), asking('https://a.example.com')).flags).toBe(
    'FI',
  )
})

test('a rewrite replaces the matched prefix, keeps the query, and leaves the originals beside it', () => {
  const input = { url: 'http://reviews:9080/v1/items?q=1', headers: { 'x-list': 'a', 'x-secret': 's' } }
  const one = route({
    match: matching({ path: { kind: 'prefix', value: '/v1' } }),
    action: { ...toV1, prefixRewrite: '/', hostRewrite: 'ratings' },
    requestHeaders: {
      remove: ['X-Secret'],
      add: [
        { name: 'x-list', value: '%REQ(x-list)%%%', append: 'APPEND_IF_EXISTS_OR_ADD' },
        { name: 'x-nothing', value: '', append: 'OVERWRITE_IF_EXISTS_OR_ADD' },
        { name: 'x-new', value: '1', append: 'OVERWRITE_IF_EXISTS_OR_ADD' },
      ],
    },
  })
  expect(receivedRequest(decide(one, input), request(input))).toEqual({
    path: '//items?q=1',
    headers: [
      ['host', 'ratings'],
      ['x-list', 'a'],
      ['x-forwarded-proto', 'http'],
      ['x-envoy-attempt-count', '1'],
      ['x-new', '1'],
      ['x-list', 'a%'],
      ['x-envoy-original-host', 'reviews:9080'],
      ['x-envoy-original-path', '/v1/items?q=1'],
    ],
  })
})

test('a regex rewrite replaces every match, with groups', () => {
  const regexRewrite = { pattern: '/([a-z]+)', substitution: '/$\\1' }
  const input = { url: 'http://reviews:9080/a/b' }
  const one = route({ action: { ...toV1, regexRewrite } })
  expect(receivedRequest(decide(one, input), request(input)).path).toBe('/$a/$b')
})

test('the route’s response edits come after the leg’s', () => {
  const set = (value: string) => ({
    remove: [],
    add: [{ name: 'x-answer', value, append: 'OVERWRITE_IF_EXISTS_OR_ADD' } as const],
  })
  const one = route({
    action: forwardTo([leg(V1.name, 1, { responseHeaders: set('leg') })]),
    responseHeaders: set('route'),
  })
  expect(responseHeaders(decide(one), request())).toEqual([
    ['server', 'envoy'],
    ['x-answer', 'route'],
  ])
})

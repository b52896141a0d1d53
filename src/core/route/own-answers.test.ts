import { expect, test } from 'vitest'
import type { HeaderValue, Route } from '../envoy/index.ts'
import { createRouter, createSeededChance, responseHeaders } from './index.ts'
import type { Decision } from './index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from './testing/build-config.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1')])
const toV1 = forwardTo([leg(V1.name)])
const CORS: Route['cors'] = {
  allowOrigins: [{ kind: 'exact', value: 'https://a.example.com' }],
  allowMethods: 'GET',
  allowHeaders: '',
  exposeHeaders: '',
  maxAge: undefined,
  allowCredentials: undefined,
  forwardUnmatchedPreflights: true,
}

function decide(one: Route, headers: Record<string, string> = {}, method = 'GET'): Decision {
  return createRouter(sidecar([one], [V1])).decide(request({ method, headers }), createSeededChance(1))
}

const edits = (...add: readonly (readonly [name: string, value: string])[]) => ({
  remove: [],
  add: add.map(([name, value]): HeaderValue => ({ name, value, append: 'OVERWRITE_IF_EXISTS_OR_ADD' })),
})
const fault = (abort: { readonly httpStatus?: number; readonly grpcStatus?: string }): Route['fault'] => ({
  delay: undefined,
  abort: { numerator: 1_000_000, httpStatus: undefined, grpcStatus: undefined, ...abort },
  origin: undefined,
})

test('a content type that an edit gives stays; without one a body is plain text', () => {
  const answer = { kind: 'directResponse', status: 200, body: '{}' } as const
  expect(decide(route({ action: answer })).localReply?.headers).toEqual([
    ['content-type', 'text/plain'],
    ['server', 'envoy'],
  ])
  const typed = route({ action: answer, responseHeaders: edits(['content-type', 'application/json']) })
  expect(decide(typed).localReply?.headers).toEqual([
    ['content-type', 'application/json'],
    ['server', 'envoy'],
  ])
})

test.each([
  [{ httpStatus: 400 }, 13],
  [{ httpStatus: 404 }, 12],
  [{ httpStatus: 503 }, 14],
  [{ httpStatus: 418 }, 2],
  [{ grpcStatus: 'NOT_FOUND' }, 5],
  [{ grpcStatus: 'UNAUTHENTICATED' }, 16],
])('a gRPC caller gets %j as a 200 with grpc-status %i', (abort, number) => {
  const { status, flags, localReply } = decide(route({ action: toV1, fault: fault(abort) }), {
    'content-type': 'application/grpc+proto',
  })
  expect([status, flags]).toEqual([200, 'FI'])
  expect(localReply).toEqual({
    body: '',
    headers: [
      ['content-type', 'application/grpc'],
      ['grpc-status', String(number)],
      ['grpc-message', 'fault filter abort'],
      ['server', 'envoy'],
    ],
  })
})

test('application/grpc-web is no gRPC here', () => {
  const { status } = decide(route({ action: toV1, fault: fault({ httpStatus: 400 }) }), {
    'content-type': 'application/grpc-web',
  })
  expect(status).toBe(400)
})

test('what CORS answers takes the place of what an edit says, and an answered preflight is not edited', () => {
  const one = route({
    action: toV1,
    cors: CORS,
    responseHeaders: edits(['access-control-allow-origin', 'edited'], ['x-a', '1']),
  })
  const origin = 'https://a.example.com'
  expect(responseHeaders(decide(one, { origin }), request({ headers: { origin } }))).toEqual([
    ['server', 'envoy'],
    ['access-control-allow-origin', origin],
    ['x-a', '1'],
  ])
  const preflight = { origin, 'access-control-request-method': 'GET' }
  expect(decide(one, preflight, 'OPTIONS').localReply?.headers).toEqual([
    ['access-control-allow-origin', origin],
    ['access-control-allow-methods', 'GET'],
    ['server', 'envoy'],
  ])
})

test('a redirect to a path without a slash gets one', () => {
  const action = {
    kind: 'redirect',
    path: 'new',
    host: undefined,
    scheme: undefined,
    port: undefined,
    status: 301,
  } as const
  expect(decide(route({ action })).localReply?.headers[0]).toEqual(['location', 'http://reviews:9080/new'])
})

test('CORS adds its headers to what the router answers, not to an abort before it nor to a direct answer', () => {
  const origin = 'https://a.example.com'
  const gone = forwardTo([leg(clusterName('gone'))])
  expect(decide(route({ action: gone, cors: CORS }), { origin }).localReply?.headers).toEqual([
    ['access-control-allow-origin', origin],
    ['server', 'envoy'],
  ])
  const direct = route({ action: { kind: 'directResponse', status: 200, body: '' }, cors: CORS })
  expect(decide(direct, { origin }).localReply?.headers).toEqual([['server', 'envoy']])
  const aborted = route({ action: toV1, cors: CORS, fault: fault({ httpStatus: 503 }) })
  expect(decide(aborted, { origin }).localReply?.headers).toEqual([
    ['content-type', 'text/plain'],
    ['server', 'envoy'],
  ])
})

test('an answer without a body has no content type, whatever an edit says', () => {
  const gone = forwardTo([leg(clusterName('gone'))])
  const one = route({ action: gone, responseHeaders: edits(['content-type', 'x/y']) })
  expect(decide(one).localReply?.headers).toEqual([['server', 'envoy']])
})

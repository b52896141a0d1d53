import { describe, expect, test } from 'vitest'
import { createRouter, createSeededChance, receivedRequest } from '../index.ts'
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
} from '../testing/build-config.ts'
import type { HeaderMatch, Route } from '../../envoy/index.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1')])
const RETRY = {
  retryOn: '5xx',
  numRetries: 3,
  perTryTimeoutMs: undefined,
  retriableStatusCodes: [],
  backOffBaseMs: 25,
  avoidPreviousHosts: true,
}
const to = (changes = {}) => route({ action: forwardTo([leg(V1.name)], changes) })

function received(sent: Readonly<Record<string, string>>, one = to()) {
  const input = request({ headers: sent })
  const decision = createRouter(sidecar([one], [V1])).decide(input, createSeededChance(1))
  return receivedRequest(decision, input).headers.slice(1)
}

test('what only Envoy may set does not arrive; what tells of a request does', () => {
  const sent = {
    'x-envoy-retry-on': '5xx',
    'x-envoy-upstream-rq-timeout-ms': '1',
    'x-envoy-internal': 'true',
    'x-envoy-upstream-stream-duration-ms': '1',
    'x-envoy-external-address': '1.2.3.4',
    'x-envoy-downstream-service-cluster': 'a',
    'x-envoy-is-timeout-retry': 'true',
  }
  expect(received(sent)).toEqual([
    ['x-envoy-external-address', '1.2.3.4'],
    ['x-envoy-downstream-service-cluster', 'a'],
    ['x-envoy-is-timeout-retry', 'true'],
    ['x-forwarded-proto', 'http'],
    ['x-envoy-attempt-count', '1'],
  ])
})

test('Envoy’s own headers take the place of those that were sent', () => {
  const sent = { 'x-envoy-original-path': '/mine', 'x-envoy-attempt-count': '7', 'x-a': '1' }
  expect(received(sent, to({ prefixRewrite: '/new' }))).toEqual([
    ['x-envoy-original-path', '/'],
    ['x-envoy-attempt-count', '1'],
    ['x-a', '1'],
    ['x-forwarded-proto', 'http'],
  ])
})

test('the protocol is the one that the caller names, where it names one', () => {
  expect(received({ 'x-forwarded-proto': 'https' })).toEqual([
    ['x-forwarded-proto', 'https'],
    ['x-envoy-attempt-count', '1'],
  ])
})

describe('time-outs and tries', () => {
  const timed = (timeoutMs: number, perTryTimeoutMs?: number) =>
    to({ timeoutMs, retryPolicy: { ...RETRY, perTryTimeoutMs } })

  function told(one: Route, attempts: number, elapsedMs: number, sent: Readonly<Record<string, string>> = {}) {
    const input = request({ headers: sent })
    const decision = createRouter(sidecar([one], [V1])).decide(input, createSeededChance(1))
    return receivedRequest({ ...decision, attempts, elapsedMs }, input).headers.slice(1)
  }

  test.each([
    ['no limit', 0, undefined, 1, 0, undefined],
    ['the rule’s', 200, undefined, 1, 0, '200'],
    ['the try’s own', 200, 50, 1, 0, '50'],
    ['the try’s own, longer than all of it', 200, 250, 1, 0, '200'],
    ['the try’s own alone, of a retry', 0, 50, 2, 500, '50'],
    ['a retry has what is left', 200, undefined, 2, 120.7, '80'],
    ['or its own, if that is less', 200, 50, 2, 120, '50'],
    ['what is left, if that is less', 200, 50, 4, 180, '20'],
    ['used up, it is a millisecond', 200, 50, 4, 200, '1'],
  ])('%s', (_, timeoutMs, perTryMs, attempts, elapsedMs, expected) => {
    const lines = told(timed(timeoutMs, perTryMs), attempts, elapsedMs)
    expect(lines).toEqual([
      ['x-forwarded-proto', 'http'],
      ...(expected === undefined ? [] : [['x-envoy-expected-rq-timeout-ms', expected]]),
      ['x-envoy-attempt-count', String(attempts)],
    ])
  })

  test('a gRPC pod is told twice', () => {
    const sent = { 'content-type': 'application/grpc', 'grpc-timeout': '1S' }
    expect(told(timed(200), 2, 50, sent)).toEqual([
      ['content-type', 'application/grpc'],
      ['grpc-timeout', '150m'],
      ['x-forwarded-proto', 'http'],
      ['x-envoy-expected-rq-timeout-ms', '150'],
      ['x-envoy-attempt-count', '2'],
    ])
  })

  test('what edits do to them holds for the first try', () => {
    const set = { name: 'x-seen', value: '%REQ(x-envoy-attempt-count)%', append: 'OVERWRITE_IF_EXISTS_OR_ADD' } as const
    const requestHeaders = { remove: ['x-envoy-attempt-count'], add: [set] }
    const one = { ...timed(200), requestHeaders: { ...requestHeaders, remove: [] } }
    expect(told(one, 2, 50)).toContainEqual(['x-seen', '1'])
    const removed = { ...timed(200), requestHeaders: { ...requestHeaders, add: [] } }
    expect(told(removed, 1, 0)).not.toContainEqual(['x-envoy-attempt-count', '1'])
    expect(told(removed, 2, 50)).toContainEqual(['x-envoy-attempt-count', '2'])
  })
})

const present = (name: string): HeaderMatch => ({
  name,
  match: { kind: 'present' },
  invert: false,
  treatMissingAsEmpty: false,
  origin: undefined,
})

test.each([
  ['x-envoy-retry-on', { 'x-envoy-retry-on': '5xx' }, 'NR'],
  ['x-envoy-attempt-count', { 'x-envoy-attempt-count': '7' }, '-'],
  ['x-request-id', {}, '-'],
  ['x-other-id', {}, 'NR'],
])('a rule that wants %s, given %j: %s', (name, headers, flags) => {
  const one = { ...to(), match: matching({ headers: [present(name)] }) }
  const decision = createRouter(sidecar([one], [V1])).decide(request({ headers }), createSeededChance(1))
  expect(decision.flags).toBe(flags)
})

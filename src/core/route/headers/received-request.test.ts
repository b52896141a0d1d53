import { expect, test } from 'vitest'
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
import type { HeaderMatch } from '../../envoy/index.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1')])
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
    ['x-envoy-attempt-count', '1'],
  ])
})

test('Envoy’s own headers take the place of those that were sent', () => {
  const sent = { 'x-envoy-original-path': '/mine', 'x-envoy-attempt-count': '7', 'x-a': '1' }
  expect(received(sent, to({ prefixRewrite: '/new' }))).toEqual([
    ['x-envoy-original-path', '/'],
    ['x-envoy-attempt-count', '1'],
    ['x-a', '1'],
  ])
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

import { expect, test } from 'vitest'
import { createRouter, createSeededChance, receivedCopy } from '../index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from '../testing/build-config.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1')])
const PROXY = '10.1.0.9'

function copied(sent: Readonly<Record<string, string>>, action = {}, more = {}) {
  const one = route({ action: forwardTo([leg(V1.name)], action) })
  const input = request({ headers: sent })
  const decision = createRouter(sidecar([one], [V1])).decide(input, createSeededChance(1))
  return receivedCopy({ ...decision, ...more }, input, PROXY)
}

test('a copy is the first try, from inside, with the proxy’s own address [D91]', () => {
  expect(copied({ 'x-user': 'ann' }, { hostRewrite: 'other', prefixRewrite: '/new' }, { attempts: 3 })).toEqual({
    path: '/new',
    headers: [
      ['host', 'other'],
      ['x-user', 'ann'],
      ['x-forwarded-proto', 'http'],
      ['x-envoy-attempt-count', '1'],
      ['x-envoy-original-host', 'reviews:9080'],
      ['x-envoy-original-path', '/'],
      ['x-envoy-internal', 'true'],
      ['x-forwarded-for', PROXY],
    ],
  })
})

test('behind the addresses that it came through', () => {
  const { headers } = copied({ 'x-forwarded-for': '1.2.3.4' })
  expect(headers).toContainEqual(['x-forwarded-for', `1.2.3.4,${PROXY}`])
  const atGateway = copied({ 'x-forwarded-for': '1.2.3.4' }, {}, { atGateway: true })
  expect(atGateway.headers).toContainEqual(['x-forwarded-for', `1.2.3.4,203.0.113.7,${PROXY}`])
})

test.each([
  ['neither', 0, undefined, undefined],
  ['the rule’s time, never a try’s', 200, 50, '200'],
  ['a try’s, where it is all that there is: it stays as it was', 0, 50, '50'],
])('time-outs: %s', (_, timeoutMs, perTryTimeoutMs, expected) => {
  const retryPolicy = {
    retryOn: '5xx',
    numRetries: 3,
    perTryTimeoutMs,
    retriableStatusCodes: [],
    backOffBaseMs: 25,
    avoidPreviousHosts: true,
  }
  const { headers } = copied({}, { timeoutMs, retryPolicy })
  expect(headers.find(([name]) => name === 'x-envoy-expected-rq-timeout-ms')?.[1]).toBe(expected)
})

test('whom the primary’s pod knows as its caller is not said of the copy', () => {
  const { headers } = copied({}, {}, { clientCertificate: 'By=spiffe://a' })
  expect(headers.map(([name]) => name)).not.toContain('x-forwarded-client-cert')
})

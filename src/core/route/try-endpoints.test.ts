import { expect, test } from 'vitest'
import type { ForwardAction, RetryPolicy } from '../envoy/index.ts'
import { createRouter, createSeededChance, enumerateOutcomes } from './index.ts'
import type { PodAnswers } from './index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from './testing/build-config.ts'
import { wouldRetry } from './would-retry.ts'
import type { TryResult } from './would-retry.ts'

const POLICY: RetryPolicy = {
  retryOn: '5xx',
  numRetries: 2,
  perTryTimeoutMs: undefined,
  retriableStatusCodes: [],
  backOffBaseMs: 25,
  avoidPreviousHosts: true,
}

test.each<[string, readonly TryResult[], readonly TryResult[]]>([
  ['5xx', [500, 599, 'reset', 'per-try-timeout'], [499, 200]],
  ['gateway-error', [502, 503, 504, 'reset', 'refused'], [500, 501]],
  ['retriable-4xx', [409], [404, 'reset']],
  ['retriable-status-codes', [418], [500, 'reset']],
  ['connect-failure,refused-stream', ['refused', 'tls-error', 'connect-timeout'], [503, 'reset', 'per-try-timeout']],
  ['reset-before-request', ['refused', 'connect-timeout'], ['reset', 'per-try-timeout', 503]],
  ['refused-stream', [], ['refused', 'connect-timeout', 503]],
  ['connect-failure,reset', ['reset', 'per-try-timeout'], [503]],
])('%s retries %j, not %j', (retryOn, wanted, left) => {
  const policy = { ...POLICY, retryOn, retriableStatusCodes: [418] }
  expect(wanted.filter(result => !wouldRetry(policy, result))).toEqual([])
  expect(left.filter(result => wouldRetry(policy, result))).toEqual([])
})

const A = endpoint('good-0', '10.1.0.1')
const B = endpoint('bad-0', '10.1.0.2')
const C = endpoint('bad-1', '10.1.0.3')
const V1 = cluster(clusterName('v1'), [A, B, C])

function outcomes(changes: Partial<ForwardAction>, pods: PodAnswers) {
  const action = forwardTo([leg(V1.name)], changes)
  const router = createRouter(sidecar([route({ action })], [V1]), pods)
  return enumerateOutcomes(router, request()).map(({ probability, decision }) => {
    const { status, flags, details, attempts, upstreamMs = 0, backOffMs = 0 } = decision
    return { share: Math.round(probability * 1e6) / 1e6, status, flags, details, attempts, ms: upstreamMs - backOffMs }
  })
}

const badOnes: PodAnswers = pod => ({ status: pod === A ? 200 : 500, latencyMs: 0 })

test('a retry takes a pod that was not tried yet, unless six draws out of six fall on it', () => {
  const found = outcomes({ retryPolicy: { ...POLICY, numRetries: 1 } }, badOnes)
  const share = (attempts: number, flags: string) =>
    found.filter(o => o.attempts === attempts && o.flags === flags).reduce((sum, o) => sum + o.share, 0)
  expect(share(1, '-')).toBeCloseTo(1 / 3, 5)
  expect(share(2, '-')).toBeCloseTo((1 - (1 / 3) ** 6) / 3, 5)
  expect(share(2, 'URX')).toBeCloseTo(1 / 3 + (1 / 3) ** 7, 5)
})

test('without a policy the first answer is the last one', () => {
  expect(outcomes({}, () => ({ status: 500, latencyMs: 0 }))[0]).toMatchObject({ status: 500, flags: '-', attempts: 1 })
})

test('time-outs of a try are retried, the one of the route ends everything', () => {
  const slow: PodAnswers = () => ({ status: 200, latencyMs: 2000 })
  const retryPolicy = { ...POLICY, perTryTimeoutMs: 200 }
  expect(outcomes({ retryPolicy }, slow)[0]).toMatchObject({
    status: 504,
    flags: 'URX,UT',
    details: 'upstream_per_try_timeout',
    attempts: 3,
    ms: 600,
  })
  expect(outcomes({ retryPolicy, timeoutMs: 300 }, slow)[0]).toMatchObject({ details: 'response_timeout', attempts: 2 })
  expect(outcomes({ timeoutMs: 300 }, slow)[0]).toMatchObject({ status: 504, flags: 'UT', attempts: 1, ms: 300 })
})

test('a reset that nobody retries is 503 UC', () => {
  const reset: PodAnswers = () => ({ status: 'reset', latencyMs: 0 })
  expect(outcomes({ retryPolicy: { ...POLICY, retryOn: 'connect-failure' } }, reset)[0]).toMatchObject({
    status: 503,
    flags: 'UC',
    details: 'upstream_reset_before_response_started{connection_termination}',
    attempts: 1,
  })
})

const RESET = { status: 'reset', latencyMs: 0 } as const

test.each<[string, Partial<ForwardAction>, ReturnType<PodAnswers>, string]>([
  ['no retry', {}, RESET, 'Its only try failed.'],
  ['every retry', { retryPolicy: POLICY }, RESET, 'All 3 tries failed.'],
  [
    'a failure that is not retried',
    { retryPolicy: { ...POLICY, retryOn: 'connect-failure' } },
    RESET,
    '1 of 3 tries was made: retryOn (connect-failure) does not name how the last one failed.',
  ],
  [
    'a time-out in the second try',
    { retryPolicy: { ...POLICY, numRetries: 3 }, timeoutMs: 1000 },
    { status: 500, latencyMs: 700 },
    '2 of 4 tries were made: the time-out of the request was over.',
  ],
])('the trace says how many tries were made of how many: %s', (_, changes, answer, words) => {
  const action = forwardTo([leg(V1.name)], changes)
  const router = createRouter(sidecar([route({ action })], [V1]), () => answer)
  const { trace } = router.explain(request(), createSeededChance(1))
  expect(trace.at(-1)).toMatchObject({ kind: 'answer', because: words })
})

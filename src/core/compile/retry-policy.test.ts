import { expect, test } from 'vitest'
import type { HttpRetries } from '../resources/index.ts'
import { toRetryPolicy } from './retry-policy.ts'

const retries = (overrides: Partial<HttpRetries>): HttpRetries => ({
  attempts: 3,
  perTryTimeoutMs: undefined,
  retryOn: undefined,
  backoffMs: undefined,
  retryRemoteLocalities: undefined,
  retryIgnorePreviousHosts: undefined,
  ...overrides,
})
const USUAL = 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes'

test.each([
  ['nothing', undefined, { numRetries: 2, retryOn: USUAL, retriableStatusCodes: [], backOffBaseMs: 25 }],
  ['attempts', {}, { numRetries: 3, retryOn: USUAL }],
  ['an empty list', { retryOn: '' }, { retryOn: USUAL }],
  ['conditions', { retryOn: '5xx, reset' }, { retryOn: '5xx,reset', retriableStatusCodes: [] }],
  ['codes', { retryOn: '418,429' }, { retryOn: ',retriable-status-codes', retriableStatusCodes: [418, 429] }],
  ['both', { retryOn: '503,reset' }, { retryOn: 'reset,retriable-status-codes', retriableStatusCodes: [503] }],
  ['codes by name', { retryOn: 'retriable-status-codes,503' }, { retryOn: 'retriable-status-codes' }],
  ['a number that is no code', { retryOn: '999' }, { retryOn: '999', retriableStatusCodes: [] }],
  ['a status without a name', { retryOn: '599' }, { retryOn: '599', retriableStatusCodes: [] }],
  ['numbers as Go reads them', { retryOn: '0503,+502' }, { retriableStatusCodes: [503, 502] }],
  ['times', { perTryTimeoutMs: 200, backoffMs: 5 }, { perTryTimeoutMs: 200, backOffBaseMs: 5 }],
])('%s', (_, given, expected) => {
  expect(toRetryPolicy(given && retries(given), false)).toMatchObject(expected)
})

test('no attempts is no policy', () => {
  expect(toRetryPolicy(retries({ attempts: 0 }), false)).toBeUndefined()
})

test.each([
  [undefined, false, true],
  [undefined, true, false],
  [true, true, true],
  [false, false, false],
])('retryIgnorePreviousHosts %s, hashed %s: other hosts first %s', (retryIgnorePreviousHosts, isHashed, expected) => {
  expect(toRetryPolicy(retries({ retryIgnorePreviousHosts }), isHashed)?.avoidPreviousHosts).toBe(expected)
})

import { expect, test } from 'vitest'
import { grpcTimeoutSent, totalTimeoutMs } from './grpc-timeout.ts'
import { forwardTo, request, route } from './testing/build-config.ts'

const grpc = (timeout?: string, type = 'application/grpc') =>
  request({ headers: { 'content-type': type, ...(timeout !== undefined && { 'grpc-timeout': timeout }) } })

test.each([
  ['nothing said', undefined, 0, 0],
  ['only the rule', undefined, 500, 500],
  ['only the caller', '100m', 0, 100],
  ['the caller waits shorter', '100m', 500, 100],
  ['the caller would wait longer', '1S', 500, 500],
  ['minutes', '2M', 0, 120_000],
  ['parts of a millisecond', '1500u', 0, 2],
  ['no number', 'soon', 500, 500],
  ['too many digits', '123456789m', 0, 0],
])('%s', (_, wanted, timeoutMs, expected) => {
  expect(totalTimeoutMs(grpc(wanted), forwardTo([], { timeoutMs }))).toBe(expected)
})

test('others than gRPC callers have the rule’s time', () => {
  expect(totalTimeoutMs(grpc('100m', 'application/json'), forwardTo([], { timeoutMs: 500 }))).toBe(500)
  expect(totalTimeoutMs(grpc('100m', 'application/grpc+proto'), forwardTo([], { timeoutMs: 500 }))).toBe(100)
})

const policy = (perTryTimeoutMs: number | undefined) => ({
  retryOn: '5xx',
  numRetries: 1,
  perTryTimeoutMs,
  retriableStatusCodes: [],
  backOffBaseMs: 25,
  avoidPreviousHosts: true,
})

test.each([
  ['no limit leaves the header alone', undefined, 0, undefined, undefined],
  ['the rule’s time is told to the pod', undefined, 500, undefined, '500m'],
  ['the time of a try goes first', '1S', 500, 200, '200m'],
  ['unless it is the longer one', '100m', 0, 200, '100m'],
  ['more than eight digits are told in seconds', '30000H', 0, undefined, '108000000S'],
])('%s', (_, wanted, timeoutMs, perTry, expected) => {
  const action = forwardTo([], { timeoutMs, retryPolicy: policy(perTry) })
  expect(grpcTimeoutSent(grpc(wanted), route({ action }))).toBe(expected)
})

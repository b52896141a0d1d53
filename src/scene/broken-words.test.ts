import { expect, test } from 'vitest'
import type { Decision } from '../core/route/index.ts'
import { brokenWords, timeWords } from './broken-words.ts'

const ended = (details: string, attempts = 1) => ({ details, attempts }) as Decision

test.each([
  ['response_timeout', 1, 'no answer before the timeout of the rule'],
  ['upstream_per_try_timeout', 1, 'no answer to its try in its time'],
  ['upstream_per_try_timeout', 3, 'no answer to any of 3 tries in their time'],
  ['downstream_remote_disconnect', 1, 'the caller did not wait for the answer'],
  ['upstream_reset_before_response_started{protocol_error}', 1, 'the pod’s answer is not HTTP'],
  ['via_upstream', 1, undefined],
])('%s after %i is said as: %s', (details, attempts, words) => {
  expect(timeWords(ended(details, attempts))).toBe(words)
})

test.each([
  ['upstream_reset_before_response_started{connection_termination}', 'the pod ended the connection before it answered'],
  [
    'upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused}',
    'the pod refuses connections',
  ],
  ['upstream_reset_before_response_started{connection_timeout}', 'nobody answered in the time to connect'],
  ['else', 'the connection failed'],
])('a connection that ends with %s: %s', (details, words) => {
  expect(brokenWords(ended(details))).toBe(words)
})

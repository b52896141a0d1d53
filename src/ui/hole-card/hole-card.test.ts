import { expect, test } from 'vitest'
import type { HoleNode } from '../../scene/index.ts'
import { deathsInWords, timesInWords, triedInWords } from './hole-words.ts'
import { logFields } from './log-fields.ts'

const HOLE: HoleNode = {
  kind: 'hole',
  id: 'hole:a',
  outcome: 'nowhere',
  label: '503 NC',
  cause: '',
  share: 0.35,
  at: '',
  origin: undefined,
  assumed: undefined,
}

test.each([
  [1302, 0.302, '1,302 requests · 30.2 %'],
  [1, 1, '1 request · 100 %'],
  // What lands first is not yet all that left with it.
  [37, undefined, '37 requests'],
  [0, undefined, '35 % of requests are expected to die here'],
])('%s, a share of %s', (died, share, words) => {
  expect(deathsInWords({ hole: HOLE, died, share })).toBe(words)
})

test('what only time brings about is not expected', () => {
  expect(deathsInWords({ hole: { ...HOLE, share: 0 }, died: 0, share: 0 })).toBe('no request so far')
})

test.each([
  [806, 806, 4, 806, 'Tried on 10 s of the same traffic: 4 of 806 requests fail instead of 806.'],
  // Callers in a loop send more when answers come back sooner.
  [1200, 1200, 0, 613, 'Tried on 10 s of the same traffic: 0 of 613 requests fail instead of 1,200 of 1,200.'],
])('%i of %i, then %i of %i', (failedNow, ofNow, failedThen, ofThen, words) => {
  expect(triedInWords({ forMs: 10_000, failedNow, ofNow, failedThen, ofThen })).toBe(words)
})

test('a repair behind which another fault shows says so', () => {
  const remains = { of: '503 UC: pods of web take mTLS only', failed: 790 }
  expect(triedInWords({ forMs: 10_000, failedNow: 800, ofNow: 800, failedThen: 800, ofThen: 800, remains })).toBe(
    'Tried on 10 s of the same traffic: this cause is gone, another follows. 800 of 800 requests still fail, 790 of them of 503 UC: pods of web take mTLS only.',
  )
})

test.each([
  [350, 19_860, undefined, 'The first one left at 0.35 s, the latest at 19.86 s.'],
  [350, 350, undefined, 'The first one left at 0.35 s.'],
  [
    9500,
    9900,
    { label: 'config applied', atMs: 9000 },
    'The first one left at 9.50 s, the latest at 9.90 s. Counted since config applied at 9.00 s.',
  ],
  [undefined, undefined, undefined, ''],
])('since when: %s', (firstMs, lastMs, since, words) => {
  expect(timesInWords({ firstMs, lastMs, since })).toBe(words)
})

// Istio's own documentation of its default format names the places.
test('the fields of a line that say why', () => {
  const line =
    '[2020-11-25T21:26:18.409Z] "GET /status/418 HTTP/1.1" 418 - via_upstream - "-" 0 135 3 1 "-" "curl/7.73.0-DEV" "84961386-6d84-929d-98bd-c5aee93b5c88" "httpbin:8000" "127.0.0.1:80" inbound|8000|| 127.0.0.1:41854 10.44.1.27:80 10.44.1.23:37652 outbound_.8000_._.httpbin.foo.svc.cluster.local default'
  expect(Object.fromEntries(logFields(line))).toEqual({
    RESPONSE_CODE: '418',
    RESPONSE_FLAGS: '-',
    RESPONSE_CODE_DETAILS: 'via_upstream',
    UPSTREAM_HOST: '"127.0.0.1:80"',
    UPSTREAM_CLUSTER_RAW: 'inbound|8000||',
    ROUTE_NAME: 'default',
  })
})

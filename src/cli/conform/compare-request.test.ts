import { expect, test } from 'vitest'
import { compareRequest } from './compare-request.ts'
import type { ExpectedRequest } from './corpus.ts'
import type { Prediction } from './predict.ts'

const V1: Prediction = {
  probability: 0.9,
  outcome: 'http',
  status: '200',
  flags: '-',
  details: 'via_upstream',
  route: '-',
  cluster: 'v1',
  attempts: '1',
  workloads: 'reviews-v1',
  podHits: '1',
  mirrored: {},
  mirrorHost: undefined,
  received: [{ path: '/', headers: [['host', 'reviews:9080']] }],
  responseHeaders: [['server', 'envoy']],
  localBody: undefined,
  localHeaders: undefined,
  durationMs: 0,
  backOffMs: 0,
}
const V2: Prediction = { ...V1, probability: 0.1, cluster: 'v2', workloads: 'reviews-v2' }

function recorded(v1: number, v2: number, changes: Partial<ExpectedRequest> = {}): ExpectedRequest {
  const n = v1 + v2
  const split = (a: string, b: string) => ({ ...(v1 > 0 && { [a]: v1 }), ...(v2 > 0 && { [b]: v2 }) })
  return {
    outcome: 'http',
    status: { 200: n },
    flags: { '-': n },
    details: { via_upstream: n },
    route: { '-': n },
    cluster: split('v1', 'v2'),
    attempts: { 1: n },
    workloads: split('reviews-v1', 'reviews-v2'),
    podHits: { 1: n },
    received: { path: '/', headers: [['host', 'reviews:9080']] },
    responseHeaders: [['server', 'envoy']],
    durationMs: { min: 0, median: 0, max: 3 },
    ...changes,
  }
}

const fields = (expected: ExpectedRequest, count: number, predictions = [V1, V2]) =>
  compareRequest(expected, predictions, count).map(({ field }) => field)

test('a tally may stray 4.5 standard deviations and one from the exact share', () => {
  // 1,000 requests at 10 %: sd 9.49, so 100 ± 43.7.
  expect(fields(recorded(857, 143), 1000)).toEqual([])
  expect(fields(recorded(856, 144), 1000)).toEqual([
    'cluster "v1"',
    'cluster "v2"',
    'workloads "reviews-v1"',
    'workloads "reviews-v2"',
  ])
})

test('what cannot happen must not be recorded, what is certain must always be', () => {
  expect(fields(recorded(10, 1), 11, [{ ...V1, probability: 1 }])).toContain('cluster "v2"')
  expect(fields(recorded(11, 0), 11, [{ ...V1, probability: 1 }])).toEqual([])
  expect(fields(recorded(10, 0), 11, [{ ...V1, probability: 1 }])).toContain('status "200"')
})

test('one request must be one of the possible outcomes in every field at once', () => {
  expect(fields(recorded(0, 1), 1)).toEqual([])
  expect(fields(recorded(0, 1, { cluster: { v1: 1 } }), 1)).not.toEqual([])
})

test.each([
  ['received', { received: { path: '/x', headers: [] } }],
  ['responseHeaders', { responseHeaders: [] }],
  ['localBody', { localBody: 'no healthy upstream' }],
  ['mirrorHost', { mirrorHost: 'reviews' }],
  ['durationMs', { durationMs: { min: 0, median: 0, max: 41 } }],
] as const)('%s is compared', (field, changes) => {
  expect(fields(recorded(90, 10, changes), 100)).toEqual([field])
})

test('another outcome is the only thing to say', () => {
  expect(fields({ outcome: 'dns-failure' }, 1)).toEqual(['outcome'])
  expect(fields({ outcome: 'tcp', cluster: 'v1' }, 1, [{ ...V2, outcome: 'tcp' }])).toEqual(['cluster'])
})

import { expect, test } from 'vitest'
import type { Endpoint } from '../../core/envoy/index.ts'
import { parseRequest } from '../../core/route/index.ts'
import { createPodScript } from './pod-script.ts'
import { readTimedCases } from './read-cases.ts'

const [one] = readTimedCases(`
name: x
traffic: []
pods:
  web-v1:
  - { answer: 503, latency: 50ms, to: 1s }
  - { answer: refused, from: 2s, to: 3s }
  web-v1-1:
  - { sequence: [503, 404], headers: { x-envoy-ratelimited: 'true' } }
`)

function ask(pod: string, atMs: number, nth = 1, attempt = 1, header?: string) {
  const headers = header === undefined ? {} : { 'x-pod-answer': header }
  const request = parseRequest({ url: 'http://web/', method: 'GET', headers })
  if (!one || 'error' in request) throw new Error('no case')
  const endpoint = { pod, workload: 'web-v1' } as Endpoint
  return createPodScript(one)({ endpoint, request, attempt, atMs, nth, random: () => 0 })
}

test.each([
  ['its workload’s first phase', ask('web-v1-0', 0), { answer: 503, latencyMs: 50 }],
  ['a phase ends before its end', ask('web-v1-0', 1000), { answer: 200, latencyMs: 0 }],
  ['a phase begins at its beginning', ask('web-v1-0', 2000), { answer: 'refused', latencyMs: 0 }],
  ['the pod’s own entry comes before', ask('web-v1-1', 0), { answer: 503, latencyMs: 0 }],
  ['by the pod’s count', ask('web-v1-1', 0, 4), { answer: 404, latencyMs: 0 }],
  ['the request says', ask('web-v1-1', 0, 1, 2, '503,200'), { answer: 200, latencyMs: 0 }],
  ['its last word holds for further tries', ask('web-v1-1', 0, 1, 3, '503,reset'), { answer: 'reset', latencyMs: 0 }],
  ['others are well', ask('web-v1-0', 1500), { answer: 200, latencyMs: 0 }],
])('%s', (_, reply, expected) => {
  expect(reply).toMatchObject(expected)
})

test('headers go with the answer', () => {
  expect(ask('web-v1-1', 0).headers).toEqual(new Map([['x-envoy-ratelimited', 'true']]))
})

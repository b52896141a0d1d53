import { expect, test } from 'vitest'
import { createRouter, createSeededChance } from '../index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from '../testing/build-config.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1')])
const add = (name: string, value = 'x') => ({
  remove: [],
  add: [{ name, value, append: 'APPEND_IF_EXISTS_OR_ADD' } as const],
})

function decide(requestHeaders: ReturnType<typeof add>, refuses = false) {
  const one = route({ action: forwardTo([leg(V1.name)]), requestHeaders })
  const pods = refuses ? () => ({ status: 'refused', latencyMs: 0 }) as const : undefined
  const input = request({ headers: { 'x-a': '1' } })
  return createRouter(sidecar([one], [V1]), pods).decide(input, createSeededChance(1))
}

test('a request with a header that no request can have is not sent, once the connection stands', () => {
  const { status, flags, details, attempts, arrivals, localReply } = decide(add('Bad Name'))
  expect([status, flags, attempts, arrivals]).toEqual([503, 'DPE', 1, 0])
  expect(details).toBe('filter_removed_required_request_headers{invalid_header_name:_bad_name}')
  expect(localReply?.body).toBe('invalid header name: bad name')
  expect(decide(add('bad name'), true).flags).toBe('UF')
})

test.each([
  [add('x-a'), '-'],
  [add('a_b.c'), '-'],
  [add('a:b'), 'DPE'],
  [add('a@b'), 'DPE'],
  [add('bad name', '%REQ(x-none)%'), '-'],
  [add('bad name', '%REQ(x-a)%'), 'DPE'],
])('%j: %s', (edits, flags) => {
  expect(decide(edits).flags).toBe(flags)
})

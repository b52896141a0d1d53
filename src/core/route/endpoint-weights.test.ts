import { expect, test } from 'vitest'
import { createRouter } from './create-router.ts'
import { enumerateOutcomes } from './enumerate-outcomes.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from './testing/build-config.ts'

const weighted = [{ ...endpoint('a-0', '10.0.0.1'), weight: 3 }, { ...endpoint('b-0', '10.0.0.2') }]

test.each([
  ['LEAST_REQUEST', { 'a-0': 0.75, 'b-0': 0.25 }],
  ['ROUND_ROBIN', { 'a-0': 0.75, 'b-0': 0.25 }],
  ['RANDOM', { 'a-0': 0.5, 'b-0': 0.5 }],
] as const)('endpoints with weights under %s', (lbPolicy, expected) => {
  const name = clusterName('')
  const config = sidecar([route({ action: forwardTo([leg(name)]) })], [{ ...cluster(name, weighted), lbPolicy }])
  const outcomes = enumerateOutcomes(createRouter(config), request())
  expect(Object.fromEntries(outcomes.map(one => [one.decision.endpoint?.pod, one.probability]))).toEqual(expected)
})

import { expect, test } from 'vitest'
import type { MirrorPolicy } from '../envoy/index.ts'
import { createRouter, enumerateOutcomes } from './index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from './testing/build-config.ts'

const named = (name: string) => cluster(clusterName(name), [endpoint(`${name}-0`, `10.1.0.${String(name.length)}`)])
const CLUSTERS = ['v1', 'a', 'one'].map(named)
const mirror = (to: string, numerator: number, denominator: number): MirrorPolicy => ({
  cluster: clusterName(to),
  numerator,
  denominator,
  origin: undefined,
})

/** Probability of each set of copies, by the leg that took the request. */
function shares(weights: readonly [leg: string, weight: number][], mirrors: readonly MirrorPolicy[]) {
  const action = forwardTo(
    weights.map(([name, weight]) => leg(clusterName(name), weight)),
    { mirrors },
  )
  const found = enumerateOutcomes(createRouter(sidecar([route({ action })], CLUSTERS)), request())
  return Object.fromEntries(
    found.map(({ probability, decision }) => [
      [decision.endpoint?.workload ?? '-', ...decision.mirrors.map(copy => copy.endpoint?.workload)].join(' '),
      Math.round(probability * 10_000) / 10_000,
    ]),
  )
}

test('shares of one rule nest: they compare the same number', () => {
  const both = [mirror('a', 200_000, 1_000_000), mirror('one', 600_000, 1_000_000)]
  expect(shares([['v1', 1]], both)).toEqual({ 'v1 a one': 0.2, 'v1 one': 0.4, v1: 0.4 })
  const equal = [mirror('a', 500_000, 1_000_000), mirror('one', 500_000, 1_000_000)]
  expect(shares([['v1', 1]], equal)).toEqual({ 'v1 a one': 0.5, v1: 0.5 })
})

test.each([
  ['the first 10 of 100 are the first leg, and copied', [10, 90], 10, { 'v1 a': 0.1, '-': 0.9 }],
  ['the last leg begins after them', [90, 10], 95, { 'v1 a': 0.9, '-': 0.1 }],
  ['legs in quarters: 8 of 25 where 30 of 100 leave no rest', [1, 3], 30, { 'v1 a': 0.08, v1: 0.17, '-': 0.75 }],
  ['thirds have nothing in common with 100', [1, 2], 50, { 'v1 a': 0.1667, v1: 0.1667, '-': 0.6667 }],
] as const)('a share out of 100 depends on the leg: %s', (_, [first, second], numerator, expected) => {
  const weights: [string, number][] = [
    ['v1', first],
    ['gone', second],
  ]
  expect(shares(weights, [mirror('a', numerator, 100)])).toEqual(expected)
})

test('a share out of a million depends on no leg', () => {
  const weights: [string, number][] = [
    ['v1', 10],
    ['gone', 90],
  ]
  expect(shares(weights, [mirror('a', 100_000, 1_000_000)])).toEqual({ 'v1 a': 0.01, v1: 0.09, '-': 0.9 })
})

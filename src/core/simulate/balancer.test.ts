import { describe, expect, test } from 'vitest'
import type { Cluster, Endpoint } from '../envoy/index.ts'
import { createBalancer } from './balancer.ts'
import { createEventQueue } from './event-queue.ts'
import { toLevels } from './priority-level.ts'
import { cluster, cycle, endpoint, hosts } from './testing/cluster.ts'

function draws(
  policy: Partial<Cluster>,
  endpoints: readonly Endpoint[],
  count: number,
  { dice = cycle(0), active = [], sinceMs = [], nowMs = 0 }: Partial<Options> = {},
) {
  const queue = createEventQueue(0)
  const all = endpoints.flatMap((each, i) => hosts(queue, [each], sinceMs[i]))
  for (const [i, number] of active.entries()) if (all[i]) all[i].active = number
  const [level] = toLevels(all, 0)
  const balancer = createBalancer(cluster(policy), () => nowMs, cycle(0))
  return Array.from({ length: count }, () => level && balancer.draw(level, dice)?.endpoint.pod.slice(4)).join(' ')
}

interface Options {
  readonly dice: () => number
  readonly active: readonly number[]
  readonly sinceMs: readonly number[]
  readonly nowMs: number
}

const THREE = [endpoint(0), endpoint(1), endpoint(2)]
const WEIGHTED = [endpoint(0, { weight: 1 }), endpoint(1, { weight: 2 }), endpoint(2, { weight: 5 })]

test('ROUND_ROBIN goes by the list, and its turn goes on when the list shrinks', () => {
  expect(draws({}, THREE, 7)).toBe('0 1 2 0 1 2 0')
  const queue = createEventQueue(0)
  const all = hosts(queue, THREE)
  const balancer = createBalancer(cluster(), () => 0, cycle(0))
  const pick = () => {
    const [level] = toLevels(all, 0)
    return level && balancer.draw(level, cycle(0))?.endpoint.pod
  }
  expect([pick(), pick()]).toEqual(['web-0', 'web-1'])
  if (all[0]) all[0].knownEjected = true
  // The third turn, of two: 2 mod 2.
  expect([pick(), pick()]).toEqual(['web-1', 'web-2'])
})

describe('LEAST_REQUEST draws twice', () => {
  const least = { lbPolicy: 'LEAST_REQUEST' } as const
  test.each([
    ['the second wins with fewer in flight', [2, 1, 0], '1'],
    ['not with as many', [1, 1, 0], '0'],
    ['nor with more', [1, 2, 0], '0'],
  ])('%s', (_, active, expected) => {
    // The draws are pods 0 and 1 of three.
    expect(draws(least, THREE, 1, { dice: cycle(0.1, 0.5), active })).toBe(expected)
  })
})

describe('weights', () => {
  test.each(['ROUND_ROBIN', 'LEAST_REQUEST'] as const)('%s goes by deadlines while nothing is in flight', lbPolicy => {
    // Deadlines 1, 1/2, 1/5 and so on: the recorded order of D66.
    expect(draws({ lbPolicy }, WEIGHTED, 8)).toBe('2 2 1 2 2 0 1 2')
  })

  test('RANDOM ignores them', () => {
    expect(draws({ lbPolicy: 'RANDOM' }, WEIGHTED, 3, { dice: cycle(0.1, 0.5, 0.9) })).toBe('0 1 2')
  })

  test('a pod that joined a moment ago gets a tenth until it is warm', () => {
    const slow = { details: { slowStart: { windowMs: 4000 } } }
    const options = { sinceMs: [0, 0, 10_000], nowMs: 10_400 }
    const picks = draws(slow, THREE, 21, options).split(' ')
    // At a tenth of its window it counts a tenth: one of 21.
    expect(picks.filter(pod => pod === '2')).toHaveLength(1)
    expect(draws(slow, THREE, 3, { ...options, nowMs: 14_000 })).toBe('0 1 2')
  })
})

describe('priorities [D18] [D19] [D68]', () => {
  const levels = (healthy: readonly boolean[], panicPercent = 0) =>
    toLevels(
      hosts(createEventQueue(0), [
        ...healthy.map((each, i) => endpoint(i, { healthy: each })),
        endpoint(8, { priority: 1 }),
        endpoint(9, { priority: 1 }),
      ]),
      panicPercent,
    )
  test.each([
    [[true, true, true], 100],
    // 140 × 2 / 3, rounded down.
    [[true, true, false], 93],
    [[true, false, false], 46],
    [[false, false, false], 0],
  ])('%j of the first level leave it %d percent', (healthy, percent) => {
    expect(levels(healthy).map(({ load }) => load)).toEqual([percent, 100 - percent])
  })

  test('below the threshold all are used, at it only the healthy ones', () => {
    expect(levels([true, false], 51)[0]?.usable).toHaveLength(2)
    expect(levels([true, false], 50)[0]?.usable).toHaveLength(1)
  })
})

test('localities are weighed, and one keeps its share while enough of it is healthy', () => {
  const at = (n: number, locality: string, localityWeight: number, healthy = true) =>
    endpoint(n, { locality, localityWeight, healthy })
  expect(
    draws({}, [at(0, 'a', 70), at(1, 'b', 20), at(2, 'c', 10)], 10)
      .split(' ')
      .sort()
      .join(''),
  ).toBe('0000000112')
  const half = draws({}, [at(0, 'a', 50), at(1, 'a', 50, false), at(2, 'b', 50)], 12)
  // 1.4 × 50 % of a's share is left: 35 of 85.
  expect(half.split(' ').filter(pod => pod === '0')).toHaveLength(5)
})

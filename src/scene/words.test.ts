import { describe, expect, test } from 'vitest'
import { buildStage } from './build-stage.ts'
import { expectedRange } from './expected-range.ts'
import { headlineFor } from './headline.ts'
import type { Tally } from './scene.ts'
import type { Stage } from './stage.ts'
import * as canary from './testing/canary.ts'
import { classOf, request, trafficOf } from './testing/canary.ts'

const PODS =
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', 2) +
  canary.deployment('reviews-v2', 'v2', 1) +
  canary.deployment('productpage', 'v1', 1, 'productpage')

const stageOf = (text: string, traffic = canary.USUAL): Stage =>
  buildStage(canary.worldOf(text, traffic), canary.PRODUCTPAGE, traffic)

const NOTHING: Tally = { total: 0, byOutcome: new Map(), counts: new Map(), inFlight: new Map() }
/** None of them is still on its way. */
const counted = (total: number, counts: Readonly<Record<string, number>>): Tally => {
  const landed = { total, counts: new Map(Object.entries(counts)) }
  return { ...NOTHING, ...landed, settled: landed }
}

describe('the range of a measured share', () => {
  // Points of the binomial distribution from its cumulative tables: n = 10 and 20 from print, the others from the mock.
  test.each([
    [0.5, 10, 0.2, 0.8],
    [0.1, 20, 0, 0.25],
    [0.1, 797, 63 / 797, 97 / 797],
    [0.72, 1000, 0.692, 0.748],
  ])('of %d in %d counted', (share, n, low, high) => {
    const range = expectedRange(share, n)
    expect(range.low).toBeCloseTo(low, 9)
    expect(range.high).toBeCloseTo(high, 9)
  })

  test('is a point where nothing can vary, and everything where nothing was counted', () => {
    expect(expectedRange(1, 50)).toEqual({ low: 1, high: 1 })
    expect(expectedRange(0, 50)).toEqual({ low: 0, high: 0 })
    expect(expectedRange(0.3, 0)).toEqual({ low: 0, high: 1 })
  })
})

describe('the headline', () => {
  test('says the thinnest split of a healthy picture, measured once something was counted', () => {
    const stage = stageOf(canary.CANARY)
    expect(headlineFor(stage, NOTHING)).toEqual({
      title: 'Every request succeeds. v2 gets one in ten of what rule 2 takes.',
      detail: '50 requests a second from productpage.',
    })
    const row = stage.rules[0]?.rows[1]
    const tally = counted(1000, { [row?.id ?? '']: 797, [row?.legs[0]?.id ?? '']: 715, [row?.legs[1]?.id ?? '']: 82 })
    expect(headlineFor(stage, tally).detail).toBe(
      '1,000 requests. 10.3 % measured; 7.9 to 12.2 % is normal at this count.',
    )
  })

  test('says where requests die, in expected shares first', () => {
    const stage = stageOf(canary.BROKEN)
    const detail = 'Rule 2 sends 40 % to subset v3. No DestinationRule defines it, so Envoy has no such cluster.'
    expect(headlineFor(stage, NOTHING)).toEqual({
      title: '32 % of requests will die in productpage’s own sidecar',
      detail,
    })
    const tally = counted(1000, { [stage.holes[0]?.id ?? '']: 302 })
    expect(headlineFor(stage, tally).title).toBe('30.2 % of requests die in productpage’s own sidecar')
  })

  test.each([
    [
      'no pods',
      canary.virtualService(canary.canaryRule('v9', 'v9', 50)) + canary.destinationRule(['v9']) + PODS,
      canary.USUAL,
      'Every request dies in productpage’s own sidecar',
      'Rule 1 sends 50 % to subset v9. No pod is there to take it: labels of v9 select none.',
    ],
    [
      'no rule',
      canary.virtualService(`  - match: [{ uri: { prefix: /api } }]
    route: [{ destination: { host: reviews } }]
`) + PODS,
      trafficOf(classOf('a', 3, request('/api')), classOf('b', 1, request('/login'))),
      '25 % of requests will die in productpage’s own sidecar',
      'No rule matched /login. The last rule has conditions too, so nothing takes the rest.',
    ],
    [
      'a fault',
      canary.virtualService(`  - route: [{ destination: { host: reviews } }]
    fault: { abort: { percentage: { value: 10 }, httpStatus: 503 } }
`) + PODS,
      canary.USUAL,
      '10 % of requests will get an injected 503',
      'Rule 1 asks for this fault. No pod sees these requests.',
    ],
    [
      'no name',
      PODS,
      trafficOf(classOf('typo', 1, request('/', {}, 'revews'))),
      'Every request fails before productpage can send anything',
      'Name not resolved: revews.',
    ],
    ['no traffic', PODS, trafficOf(), 'No traffic yet.', 'Paste kubectl output, or start from an example.'],
  ])('of %s', (_, text, traffic, title, detail) => {
    expect(headlineFor(stageOf(text, traffic), NOTHING)).toEqual({ title, detail })
  })
})

test.each([
  [1353, 5012, '1,353 requests became 5,012 tries upstream. '],
  [100, 110, '100 requests became 110 tries upstream. '],
  // Few were tried again, or too few came to say so.
  [100, 109, ''],
  [9, 36, ''],
])('%i requests in %i tries: the headline begins its reason with "%s"', (total, tries, more) => {
  const stage = stageOf(PODS + canary.virtualService('  - route: [{ destination: { host: reviews } }]'))
  const plain = headlineFor(stage, { ...NOTHING, total })
  const { title, detail } = headlineFor(stage, { ...NOTHING, total, tries })
  expect([title, detail]).toEqual([plain.title, more + plain.detail])
})

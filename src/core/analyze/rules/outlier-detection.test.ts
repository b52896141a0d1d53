import { expect, test } from 'vitest'
import { destinationRule, pods, rules, service } from '../testing/parts.ts'
import { brief, problemsOf, repaired } from '../testing/problems-of.ts'

const detects = (outlier: string, replicas: number): string =>
  service('web') + pods('web', replicas) + destinationRule('web', `trafficPolicy: { outlierDetection: ${outlier} }`)
const NOTHING = ['MX0150 Outlier detection does nothing for web']
const ALL = ['MX0151 All pods of web may be ejected']

// 100 / pods against the limit, as recorded with Envoy: 1 pod 0 up to 99 %, 2: 0 at 49, 1 at 50; 3: 0 at 33, 1 at 34.
test.each([
  ['{}', 9, NOTHING],
  ['{}', 10, []],
  ['{ maxEjectionPercent: 0 }', 9, NOTHING],
  ['{ maxEjectionPercent: 99 }', 1, NOTHING],
  ['{ maxEjectionPercent: 49 }', 2, NOTHING],
  ['{ maxEjectionPercent: 50 }', 2, []],
  ['{ maxEjectionPercent: 33 }', 3, NOTHING],
  ['{ maxEjectionPercent: 34 }', 3, []],
  ['{ maxEjectionPercent: 100 }', 3, ALL],
  ['{ maxEjectionPercent: 100 }', 1, ALL],
  ['{ maxEjectionPercent: 100 }', 0, []],
  // 66.7 % are left of three: that is less than 67.
  ['{ maxEjectionPercent: 34, minHealthPercent: 67 }', 3, NOTHING],
  ['{ maxEjectionPercent: 34, minHealthPercent: 66 }', 3, []],
  ['{ maxEjectionPercent: 100, minHealthPercent: 50 }', 4, []],
  ['{ consecutive5xxErrors: 0, maxEjectionPercent: 50 }', 4, NOTHING],
  ['{ consecutive5xxErrors: 0, consecutiveGatewayErrors: 3, maxEjectionPercent: 50 }', 4, []],
  ['{ consecutive5xxErrors: 0, splitExternalLocalOriginErrors: true, maxEjectionPercent: 50 }', 4, []],
])('outlierDetection %s with %i pods', (outlier, replicas, says) => {
  expect(brief(detects(outlier, replicas))).toEqual(says)
})

test('the share is said, and where it comes from', () => {
  expect(problemsOf(detects('{}', 3))[0]?.detail).toBe(
    'One of 3 pods is 33.3 %, more than 10 %, which maxEjectionPercent is if it is not written: none is ever ejected. A pod that fails goes on taking its share of the requests.',
  )
})

test.each([
  ['{ maxEjectionPercent: 20 } ', 3, 'maxEjectionPercent: 34'],
  ['{ interval: 1s } ', 4, 'maxEjectionPercent: 25'],
  ['{ maxEjectionPercent: 100 } ', 3, 'maxEjectionPercent: 66'],
])('%s with %i pods is repaired', (outlier, replicas, becomes) => {
  const text = repaired(detects(outlier, replicas))
  expect(text).toContain(becomes)
  expect(brief(text)).toEqual([])
})

test('the clusters that rules send to count: subsets without a setting of their own, not the whole', () => {
  const subsets = 'subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }]'
  const base = service('web') + pods('web', 5) + pods('web', 5, 'default', 'v2')
  const whole = `${base}${destinationRule('web', `trafficPolicy: { outlierDetection: {} }, ${subsets}`)}`
  const sent = (subset: string) => rules('web', `{ route: [{ destination: { host: web${subset} } }] }`)
  expect(brief(whole)).toEqual([])
  expect(brief(whole + sent(''))).toEqual([])
  expect(brief(whole + sent(', subset: v2'))).toEqual(['MX0150 Outlier detection does nothing for web v2'])
  const own = subsets.replace('v2 } }', 'v2 }, trafficPolicy: { outlierDetection: { maxEjectionPercent: 20 } } }')
  const both = base + destinationRule('web', `trafficPolicy: { outlierDetection: {} }, ${own}`)
  expect(brief(both + sent(', subset: v2'))).toEqual([])
})

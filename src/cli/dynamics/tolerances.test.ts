import { expect, test } from 'vitest'
import { readTimedCases } from './read-cases.ts'
import { pointsOf, toleranceOf } from './tolerances.ts'

const granted = (compare: string, name = 'some-case') => {
  const [one] = readTimedCases(`name: ${name}\ntraffic: []\ncompare: '${compare}'\n`)
  if (!one) throw new Error('no case')
  return toleranceOf(one)
}

test.each([
  ['times +-150 ms', { momentsMs: 150 }],
  ['times +-1.5 s', { momentsMs: 1500 }],
  ['ejections +-150 ms; sequence up to the speed of the closed loop', { momentsMs: 150 }],
  ['last answer of each failing pod +-100 ms', { momentsMs: 100 }],
  ['duration 3000 +-30 ms', { durationMs: 30 }],
  ['share of 503 UO +-8 points', { shares: { points: 8 } }],
  ['+-6 points', { shares: { points: 6 } }],
  ['each of the four outcomes 25 +-5 points', { shares: { points: 5 } }],
  ['share of the slow pod +-1.5 points', { shares: { points: 1.5, field: 'pods', keys: /^web-v1-0$/ } }],
  ['three to five are served, by timing', { byTiming: true }],
  ['times +-150 ms; a stay may be one base time longer or shorter (D13)', { momentsMs: 150, staysVary: true }],
  ['exact', { shares: undefined, momentsMs: 100, durationMs: 10, byTiming: false, staysVary: false }],
])('%s', (compare, expected) => {
  expect(granted(compare)).toMatchObject(expected)
})

test('a case may have a tolerance of its own', () => {
  expect(granted('+-3 points (+-0.6 for 0.5)', 'mirror-percentage-0.5').shares?.points).toBe(0.6)
})

test('shares of more requests may stray less', () => {
  expect([299, 300, 999, 1000].map(pointsOf)).toEqual([12, 6, 6, 3])
})

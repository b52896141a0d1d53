import { expect, test } from 'vitest'
import { PAGES, readExample } from '../help/index.ts'
import { tallyAt } from '../scene/index.ts'
import { createAnswerer } from '../worker/answer.ts'
import { passedAt, trafficAt } from './problem-effects.ts'

/** Problems that no request meets in their page's example, as they are not of a kind that one could. */
const WITHOUT: Readonly<Record<string, string>> = {
  'what is refused takes no part': 'IST0106',
  'namespaces and pods without a caller in them': 'IST0102 IST0103 IST0123 IST0125 IST0135 IST0146 IST0147 IST0148',
  'what has no part on the stage: Sidecars, policies, Telemetry, filters, waypoints':
    'IST0110 IST0111 IST0127 IST0151 IST0152 IST0153 IST0154 IST0155 IST0157 IST0159 IST0160 IST0167 IST0175 IST0176 MX0127 MX0128 MX0130 MX0131',
  'gateways that nobody calls in the example, and their certificates':
    'IST0132 IST0138 IST0145 IST0161 IST0162 IST0165 MX0112 MX0113 MX0121 MX0122 MX0123 MX0124 MX0126 MX0135',
  'what no request reaches': 'IST0130 IST0131 IST0150 IST0166 IST0174 MX0104 MX0108 MX0114 MX0140',
  'settings of subsets that nothing is sent to, or of the younger of two rules': 'MX0133 MX0136 MX0139',
}

test.each(PAGES.filter(({ code }) => /^(IST|MX01)/.test(code)))(
  '$code says how many requests it is about, if there are any',
  ({ code, example }) => {
    const ask = { proxy: undefined, traffic: undefined, untilMs: 3000 }
    const given = createAnswerer()({ kind: 'run', id: 1, text: readExample(example).broken, ...ask })
    if (given.kind !== 'picture') throw new Error('no picture')
    const { diagnostics, log } = given.picture
    const tally = tallyAt(log.departures, 20_000)
    const own = diagnostics.filter(one => one.code === code || one.tool?.some(each => each.code === code))
    const said = own.map(one => trafficAt(one, tally)).find(words => words !== undefined && /^[1-9]/.test(words))
    const isWithout = Object.values(WITHOUT).some(codes => codes.split(' ').includes(code))
    if (isWithout) expect(said).toBeUndefined()
    else expect(said).toMatch(/^[\d,]+ requests? (lost|pass(es)? here)$/)
  },
)

test('what comes by is the sum of what counts it, and nothing is no word', () => {
  const tally = { counts: new Map([['a', 1], ['b', 1200]]) } as never // prettier-ignore
  expect(passedAt({ passes: ['a'] }, tally)).toBe('1 request passes here')
  expect(passedAt({ passes: ['a', 'b'] }, tally)).toBe('1,201 requests pass here')
  expect(passedAt({ passes: ['c'] }, tally)).toBeUndefined()
  expect(passedAt({ passes: ['a'] }, undefined)).toBeUndefined()
})

test('that nothing is lost is said once something has landed and what left with it too, and there is always a line', () => {
  const lost = { touches: ['hole'], passes: [] } as never
  const passing = { touches: [], passes: ['a'] } as never
  const tally = (total: number, settled: number, counts: readonly (readonly [string, number])[] = []) =>
    ({
      total,
      settled: { total: settled, counts: new Map() },
      counts: new Map(counts),
      byOutcome: new Map(counts.map(([, n]) => ['nowhere', n])),
    }) as never
  expect([undefined, tally(0, 0), tally(3, 0), tally(3, 1)].map(each => trafficAt(lost, each))).toEqual([
    'not counted yet',
    'not counted yet',
    'not counted yet',
    'no request lost',
  ])
  expect(trafficAt(lost, tally(3, 0, [['hole', 3]]))).toBe('3 requests lost')
  expect([tally(3, 0), tally(3, 1)].map(each => trafficAt(passing, each))).toEqual([
    'not counted yet',
    'no request passes here',
  ])
  expect(trafficAt({ touches: [], passes: [] } as never, tally(3, 3))).toBeUndefined()
})

import { describe, expect, test } from 'vitest'
import type { RequestRecord, TryRecord } from '../../core/simulate/index.ts'
import type { ShowTimes } from '../show-times.ts'
import { waterfallOf as build } from './waterfall.ts'
import { waterfallAt } from './waterfall-at.ts'

const tried = (
  pod: string,
  times: readonly [number, number | undefined, number | undefined],
  result: TryRecord['result'],
) => {
  const [atMs, sentMs, endMs] = times
  return { atMs, sentMs, endMs, result, endpoint: { pod }, pauseMs: 0 } as TryRecord
}
const record = (endMs: number, tries: readonly TryRecord[], delayMs = 0) =>
  ({ atMs: 1000, endMs, tries, decision: { delayMs } }) as unknown as RequestRecord

/** The stage is a second behind, and shows the end half a second later still. */
const shown: ShowTimes = { lagOf: () => 1000, endShownOf: ({ atMs, endMs = Infinity }) => endMs - atMs + 1500 }
const waterfallOf = (of: RequestRecord) => build(of, shown)

test('one try that is answered at once has no waterfall; one that waits has', () => {
  expect(waterfallOf(record(1000.6, [tried('a', [1000, 1000.2, 1000.6], 200)]))).toBeUndefined()
  expect(waterfallOf(record(1000, []))).toBeUndefined()
  expect(waterfallOf(record(1020, [tried('a', [1000, 1000.2, 1020], 200)]))?.tries).toHaveLength(1)
})

test('delay, connection, service and back-off follow each other on the request’s own time axis', () => {
  const waterfall = waterfallOf(
    record(
      1180,
      [
        tried('a', [1100, 1101, 1131], 503),
        tried('b', [1140, undefined, 1142], 'refused'),
        tried('a', [1150, 1150.5, 1180], 200),
      ],
      100,
    ),
  )
  expect(waterfall).toEqual({
    endMs: 180,
    delayMs: 100,
    idle: undefined,
    endShownMs: 1680,
    tries: [
      {
        number: 1,
        pod: 'a',
        pausedFromMs: undefined,
        fromMs: 100,
        sentMs: 101,
        toMs: 131,
        outcome: 'app-error',
        words: 'answered 503',
        lagMs: 1000,
      },
      {
        number: 2,
        pod: 'b',
        pausedFromMs: 131,
        fromMs: 140,
        sentMs: undefined,
        toMs: 142,
        outcome: 'not-taken',
        words: 'connection refused',
        lagMs: 1000,
      },
      {
        number: 3,
        pod: 'a',
        pausedFromMs: 142,
        fromMs: 150,
        sentMs: 150.5,
        toMs: 180,
        outcome: 'succeeded',
        words: 'answered 200',
        lagMs: 1000,
      },
    ],
  })
})

test('a delay alone is shown, and a back-off that the request’s time-out ends', () => {
  expect(waterfallOf(record(1500, [], 500))).toEqual({
    endMs: 500,
    delayMs: 500,
    idle: undefined,
    tries: [],
    endShownMs: 2000,
  })
  expect(waterfallOf(record(1100, [tried('a', [1000, 1001, 1060], 503)]))?.idle).toEqual({ fromMs: 60, toMs: 100 })
})

describe('while the request is on its way', () => {
  const three = waterfallOf(
    record(1180, [
      tried('a', [1000, 1001, 1031], 503),
      tried('b', [1060, 1061, 1100], 503),
      tried('a', [1150, 1151, 1180], 200),
    ]),
  )!
  const at = (sinceMs: number) => {
    const { endMs, soFarMs, idle, tries } = waterfallAt(three, sinceMs)
    return { endMs, soFarMs, idle, tries: tries.map(({ sentMs, toMs, words }) => [sentMs, toMs, words]) }
  }
  const first = [1, 31, 'answered 503']

  test.each<[number, ReturnType<typeof at>]>([
    // It has not come to the gate: that takes a second.
    [999, { endMs: undefined, soFarMs: 0, idle: undefined, tries: [] }],
    [1020, { endMs: undefined, soFarMs: 20, idle: undefined, tries: [[1, undefined, 'on its way']] }],
    [1031, { endMs: undefined, soFarMs: 31, idle: undefined, tries: [first] }],
    [1050, { endMs: undefined, soFarMs: 50, idle: { fromMs: 31, toMs: 50 }, tries: [first] }],
    [1060, { endMs: undefined, soFarMs: 60, idle: undefined, tries: [first, [undefined, undefined, 'on its way']] }],
    [
      1120,
      {
        endMs: undefined,
        soFarMs: 120,
        idle: { fromMs: 100, toMs: 120 },
        tries: [first, [61, 100, 'answered 503']],
      },
    ],
    [
      1170,
      {
        endMs: undefined,
        soFarMs: 170,
        idle: undefined,
        tries: [first, [61, 100, 'answered 503'], [151, undefined, 'on its way']],
      },
    ],
  ])('%i ms after it left', (sinceMs, told) => {
    expect(at(sinceMs)).toEqual(told)
  })

  test('it is whole when the stage shows what it came to, and was not there before it left', () => {
    expect(waterfallAt(three, 1680)).toBe(three)
    expect(waterfallAt(three, 1679).endMs).toBeUndefined()
    expect(waterfallAt(three, -5).tries).toEqual([])
  })

  test('one that has come to no end tells its tries for as long as one looks', () => {
    const open = { ...record(0, [tried('a', [1000, 1001, 1031], 503), tried('b', [1060, 1061, undefined], undefined)]) }
    const waterfall = build({ ...open, endMs: undefined, decision: undefined }, shown)!
    expect(waterfall.endShownMs).toBe(Infinity)
    const late = waterfallAt(waterfall, 61_000)
    expect([late.soFarMs, late.tries.length, late.tries[1]?.words]).toEqual([60_000, 2, 'on its way'])
  })

  test('an injected delay grows until it is over', () => {
    const delayed = waterfallOf(record(1500, [], 500))!
    // Its end shows at 2,000 ms, so the delay begins to show at 1,500 ms.
    expect([1400, 1700, 1999].map(sinceMs => waterfallAt(delayed, sinceMs).delayMs)).toEqual([0, 200, 499])
  })
})

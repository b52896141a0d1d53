import { expect, test } from 'vitest'
import type { RequestRecord, TryRecord } from '../../core/simulate/index.ts'
import { waterfallOf } from './waterfall.ts'

const tried = (pod: string, times: readonly [number, number | undefined, number], result: TryRecord['result']) => {
  const [atMs, sentMs, endMs] = times
  return { atMs, sentMs, endMs, result, endpoint: { pod }, pauseMs: 0 } as TryRecord
}
const record = (endMs: number, tries: readonly TryRecord[], delayMs = 0) =>
  ({ atMs: 1000, endMs, tries, decision: { delayMs } }) as unknown as RequestRecord

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
      },
    ],
  })
})

test('a delay alone is shown, and a back-off that the request’s time-out ends', () => {
  expect(waterfallOf(record(1500, [], 500))).toEqual({ endMs: 500, delayMs: 500, idle: undefined, tries: [] })
  expect(waterfallOf(record(1100, [tried('a', [1000, 1001, 1060], 503)]))?.idle).toEqual({ fromMs: 60, toMs: 100 })
})

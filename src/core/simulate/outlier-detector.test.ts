import { describe, expect, test } from 'vitest'
import type { OutlierConfig } from '../envoy/index.ts'
import type { TryEnd } from './event-log.ts'
import { createEventQueue } from './event-queue.ts'
import { createOutlierDetector } from './outlier-detector.ts'
import { cluster, endpoint, hosts } from './testing/cluster.ts'

const CONFIG: OutlierConfig = {
  consecutive5xx: 3,
  consecutiveGatewayFailure: undefined,
  intervalMs: 1000,
  baseEjectionTimeMs: 1000,
  maxEjectionPercent: 100,
}

type Details = NonNullable<Parameters<typeof cluster>[0]>['details']

/** Reports to two hosts, at their times, and what came of it. */
function watch(
  config: Partial<OutlierConfig>,
  reports: readonly (readonly [atMs: number, host: number, end: TryEnd | 'connected'])[],
  { untilMs = 20_000, details }: { readonly untilMs?: number; readonly details?: Details } = {},
) {
  const queue = createEventQueue(0)
  const all = hosts(queue, [endpoint(0), endpoint(1)])
  const seen: string[] = []
  const say = (words: string) => seen.push(`${String(queue.nowMs())} ${words}`)
  const detector = createOutlierDetector({
    cluster: cluster({ outlierDetection: { ...CONFIG, ...config }, details }),
    queue,
    sinceMs: 0,
    hosts: () => all,
    onEjected: ({ endpoint: { pod } }, { because, factor, enforced }) =>
      say(`${pod} ${because} × ${String(factor)}${enforced ? '' : ' noted'}`),
    onReturned: host => say(`${host.endpoint.pod} back`),
  })
  for (const [atMs, i, end] of reports) {
    const host = all[i]
    if (host) queue.at(atMs, () => detector?.report(host, end))
  }
  queue.runUntil(untilMs)
  return seen
}

const inARow = (ends: readonly (TryEnd | 'connected')[], host = 0, fromMs = 0) =>
  ends.map((end, i) => [fromMs + i, host, end] as const)

describe('errors in a row [D1]-[D6]', () => {
  test('the third ejects, at that answer', () => {
    expect(watch({}, inARow([500, 599, 501]), { untilMs: 900 })).toEqual(['2 web-0 consecutive-5xx × 1'])
  })

  test.each([[200], [404]])('a %d in between starts again', status => {
    expect(watch({}, inARow([500, 500, status, 500, 500]))).toEqual([])
  })

  test('a 500 ends a row of gateway errors and goes on with that of 5xx', () => {
    const config = { consecutive5xx: 6, consecutiveGatewayFailure: 2 }
    const seen = watch(config, inARow([503, 500, 503, 500, 503, 500]), { untilMs: 900 })
    expect(seen).toEqual(['5 web-0 consecutive-5xx × 1'])
  })

  test.each<TryEnd>(['refused', 'reset', 'timeout', 'per-try-timeout', 'connect-timeout'])(
    '%s counts for both',
    end => {
      const config = { consecutive5xx: 9, consecutiveGatewayFailure: 2 }
      expect(watch(config, inARow([end, end]), { untilMs: 900 })).toEqual(['1 web-0 consecutive-gateway-failure × 1'])
    },
  )

  test.each<TryEnd>(['overflow', 'left'])('%s does not count', end => {
    expect(watch({ consecutive5xx: 1 }, inARow([end, end]))).toEqual([])
  })

  test('without a threshold of their own every fifth gateway error is noted, and nothing happens', () => {
    const config = { consecutive5xx: undefined }
    expect(watch(config, inARow(Array.from({ length: 10 }, () => 503)))).toEqual([
      '4 web-0 consecutive-gateway-failure × 0 noted',
      '9 web-0 consecutive-gateway-failure × 0 noted',
    ])
  })

  test('split: what the proxy met itself counts apart, until a connection comes about', () => {
    const details = { outlier: { local: { consecutiveFailures: 2 } } }
    const config = { consecutive5xx: 2 }
    expect(watch(config, inARow(['refused', 'connected', 'refused', 500]), { details })).toEqual([])
    expect(watch(config, inARow(['refused', 'refused']), { details, untilMs: 900 })).toEqual([
      '1 web-0 consecutive-local-origin-failure × 1',
    ])
  })
})

describe('how long, and how many [D11]-[D17]', () => {
  const fails = (atMs: number, host = 0) => inARow([500, 500, 500], host, atMs)

  test('back at the first sweep after base × times; each further time it is longer', () => {
    // Out at 502, back at 2,000; out at 2,102, two bases, back at 5,000; out at 5,102, three bases, back at 9,000.
    expect(watch({}, [...fails(500), ...fails(2100), ...fails(5100)])).toEqual([
      '502 web-0 consecutive-5xx × 1',
      '2000 web-0 back',
      '2102 web-0 consecutive-5xx × 2',
      '5000 web-0 back',
      '5102 web-0 consecutive-5xx × 3',
      '9000 web-0 back',
    ])
  })

  test('each sweep that finds it in the list takes one off', () => {
    // Back at 2,000; the sweep at 3,000 takes the one away, so that the next time is a first time.
    expect(watch({}, [...fails(500), ...fails(3100)])).toContain('3102 web-0 consecutive-5xx × 1')
  })

  test('one error after its return is not enough', () => {
    expect(watch({}, [...fails(500), [2100, 0, 500], [2101, 0, 500]])).toHaveLength(2)
  })

  test.each([
    [49, []],
    [50, ['2 web-0 consecutive-5xx × 1']],
    [99, ['2 web-0 consecutive-5xx × 1']],
    [100, ['2 web-0 consecutive-5xx × 1', '12 web-1 consecutive-5xx × 1']],
  ])('at most %d percent of two', (maxEjectionPercent, expected) => {
    expect(watch({ maxEjectionPercent }, [...fails(0), ...fails(10, 1)], { untilMs: 900 })).toEqual(expected)
  })

  test('one that the cap refused counts from zero again', () => {
    const seen = watch({ maxEjectionPercent: 50 }, [...fails(0), ...fails(900, 1), [2100, 1, 500], [2101, 1, 500]])
    expect(seen).toEqual(['2 web-0 consecutive-5xx × 1', '2000 web-0 back'])
  })

  test('never longer than 300 s', () => {
    const slow = { baseEjectionTimeMs: 200_000 }
    const seen = watch(slow, [...fails(0), ...fails(201_100)], { untilMs: 1_000_000 })
    // Out at 201,102: twice 200 s would be until 602,000.
    expect(seen.at(-1)).toBe('502000 web-0 back')
  })
})

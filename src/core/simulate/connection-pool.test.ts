import { describe, expect, test } from 'vitest'
import type { CircuitBreakers, Cluster } from '../envoy/index.ts'
import { createConnectionPool } from './connection-pool.ts'
import type { ConnectOutcome } from './connection-pool.ts'
import { createEventQueue } from './event-queue.ts'
import { mayRetry, noResources } from './resources.ts'
import { cluster } from './testing/cluster.ts'
import { CONNECT_MS } from './timing.ts'

interface Asked {
  readonly limits?: Partial<CircuitBreakers>
  readonly more?: Partial<Cluster>
  readonly workMs?: number
  readonly connect?: ConnectOutcome
}

/** Requests at their times, each of which works for a while; how each ended, when, and over which connection. */
function play(atMs: readonly number[], { limits, more, workMs = 100, connect = 'accepted' }: Asked = {}) {
  const queue = createEventQueue(0)
  const resources = noResources()
  const base = cluster(more)
  const pool = createConnectionPool({ ...base, limits: { ...base.limits, ...limits } }, resources, queue)
  const seen = atMs.map(() => 'waits')
  for (const [i, at] of atMs.entries()) {
    const end = (words: string) => (seen[i] = `${words} at ${String(Math.round(queue.nowMs() - CONNECT_MS))}`)
    queue.at(at, () => {
      pool.request({
        connect: () => connect,
        onConnected: () => undefined,
        onReady(connection) {
          queue.at(queue.nowMs() + workMs, () => {
            end(`#${String(connection.number)}`)
            connection.release(true)
          })
        },
        onFailure: end,
      })
    })
  }
  queue.runUntil(100_000)
  return { seen, resources }
}

describe('limits [D30]-[D37]', () => {
  test('without any, each of those that come at once has a connection', () => {
    expect(play([0, 0, 0]).seen).toEqual(['#1 at 100', '#2 at 100', '#3 at 100'])
  })

  test('one connection: they take turns, and none fails', () => {
    expect(play([0, 0, 0], { limits: { maxConnections: 1 } }).seen).toEqual(['#1 at 100', '#1 at 200', '#1 at 300'])
  })

  test('one place to wait: cold, the first takes it', () => {
    const { seen } = play([0, 0, 0], { limits: { maxPendingRequests: 1 } })
    expect(seen).toEqual(['#1 at 100', 'overflow at 0', 'overflow at 0'])
  })

  test('one connection and one place, warm: one works, one waits, the rest overflow', () => {
    const limits = { maxConnections: 1, maxPendingRequests: 1 }
    const { seen } = play([0, 500, 500, 500], { limits })
    expect(seen.slice(1)).toEqual(['#1 at 600', '#1 at 700', 'overflow at 500'])
  })

  test('so many requests at once, however many connections', () => {
    const { seen } = play([0, 0, 0], { limits: { maxRequests: 2 } })
    expect(seen).toEqual(['#1 at 100', '#2 at 100', 'overflow at 0'])
  })

  test('a connection that has served its number is replaced', () => {
    expect(play([0, 200, 400], { more: { maxRequestsPerConnection: 2 } }).seen).toEqual([
      '#1 at 100',
      '#1 at 300',
      '#2 at 500',
    ])
  })

  test('nothing counts any more once all is over', () => {
    const { resources } = play([0, 0, 50])
    expect(resources).toMatchObject({ pending: 0, requests: 0 })
  })
})

test.each<[ConnectOutcome, string]>([
  ['refused', 'refused at 0'],
  ['blackhole', 'connect-timeout at 10000'],
])('%s: all that wait fail with it', (connect, expected) => {
  const { seen, resources } = play([0, 0], { connect, limits: { maxConnections: 1 } })
  expect(seen).toEqual([expected, expected])
  expect(resources).toMatchObject({ connections: 0, pending: 0 })
})

test.each([
  ['a number', { limits: { maxRetries: 1 } }, 10, [true, false]],
  ['20 percent and two, of ten', { percent: 20, minConcurrency: 2 }, 10, [true, true, false]],
  ['50 percent and one, of seven', { percent: 50, minConcurrency: 1 }, 7, [true, true, true, true, false]],
])('retries may be under way: %s', (_, setting, requests, expected) => {
  const base = cluster()
  const limited =
    'limits' in setting
      ? { ...base, limits: { ...base.limits, ...setting.limits } }
      : { ...base, details: { retryBudget: { ...setting, intervalMs: undefined } } }
  const allowed = expected.map((__, retries) => mayRetry(limited, { ...noResources(), requests, retries }))
  expect(allowed).toEqual(expected)
})

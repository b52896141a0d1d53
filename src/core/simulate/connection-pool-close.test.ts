import { expect, test } from 'vitest'
import { createConnectionPool } from './connection-pool.ts'
import { createEventQueue } from './event-queue.ts'
import { noResources } from './resources.ts'
import { cluster } from './testing/cluster.ts'

/** A pool whose requests come at `atMs` and take 100 ms each; which connection served each. */
function play(
  atMs: readonly number[],
  { idleTimeoutMs, maxConnections = 9, drainMs }: { idleTimeoutMs?: number; maxConnections?: number; drainMs?: number },
) {
  const queue = createEventQueue(0)
  const resources = noResources()
  const base = cluster({ details: { idleTimeoutMs } })
  const pool = createConnectionPool({ ...base, limits: { ...base.limits, maxConnections } }, resources, queue)
  const used: (number | undefined)[] = atMs.map(() => undefined)
  for (const [i, at] of atMs.entries()) {
    queue.at(at, () => {
      pool.request({
        connect: () => 'accepted',
        onConnected: () => undefined,
        onReady(connection) {
          used[i] = connection.number
          queue.at(queue.nowMs() + 100, () => {
            connection.release(true)
          })
        },
        onFailure: () => undefined,
      })
    })
  }
  if (drainMs !== undefined) {
    queue.at(drainMs, () => {
      pool.drain()
    })
  }
  queue.runUntil(10_000)
  return { used, open: resources.connections }
}

test.each([
  ['kept without a time-out', undefined, [1, 1], 1],
  ['closed after it', 300, [1, 2], 0],
  ['not before it', 700, [1, 1], 0],
])('an idle connection is %s', (_, idleTimeoutMs, used, open) => {
  expect(play([0, 600], { ...(idleTimeoutMs !== undefined && { idleTimeoutMs }) })).toEqual({ used, open })
})

test('its time runs from the last request on', () => {
  expect(play([0, 300, 600, 900, 1400], { idleTimeoutMs: 300 }).used).toEqual([1, 1, 1, 1, 2])
})

test('the one that became idle last is taken first, so that the others run out', () => {
  // Both are idle from 100 on; the one that came back last serves all that follows.
  expect(play([0, 0, 200, 500, 800, 1100], { idleTimeoutMs: 500 })).toEqual({ used: [1, 2, 2, 2, 2, 2], open: 0 })
})

test('of a pod that left, those that wait are served, each over a connection of its own [D70]', () => {
  expect(play([0, 0, 0], { maxConnections: 1, drainMs: 50 })).toEqual({ used: [1, 2, 3], open: 0 })
  expect(play([0, 0, 0], { maxConnections: 1 }).used).toEqual([1, 1, 1])
})

test('what is idle is closed at once as its pod leaves', () => {
  expect(play([0], { drainMs: 500 })).toEqual({ used: [1], open: 0 })
})

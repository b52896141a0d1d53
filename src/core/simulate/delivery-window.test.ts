import { expect, test } from 'vitest'
import { createDeliveryWindow } from './delivery-window.ts'
import { createEventQueue } from './event-queue.ts'

/** When the balancer learns of changes announced at these times; `list` changes at others. */
function deliveries(changes: readonly number[], list: readonly number[] = []) {
  const queue = createEventQueue(0)
  const seen: number[] = []
  const window = createDeliveryWindow(queue, () => seen.push(queue.nowMs()))
  for (const atMs of changes) {
    queue.at(atMs, () => {
      window.announce()
    })
  }
  for (const atMs of list) {
    queue.at(atMs, () => {
      window.deliver()
    })
  }
  queue.runUntil(60_000)
  return seen
}

// The times are those of the recorded runs, D8 and D9.
test.each([
  ['the second waits a second from its own moment', [540, 830], [540, 1830]],
  ['those apart come at once', [500, 1700], [500, 1700]],
  ['the third leaves with the second', [500, 800, 1300], [500, 1800]],
  ['a delivery opens the next window', [500, 800, 2300], [500, 1800, 3300]],
  ['nearly a second later it waits nearly two', [500, 1400], [500, 2400]],
  ['a whole second later it waits still', [500, 1500], [500, 2500]],
  ['one after the window takes along what waits', [4983, 5980, 6052], [4983, 6052]],
])('%s', (_, changes, expected) => {
  expect(deliveries(changes)).toEqual(expected)
})

test('a change of the list itself comes at once, with what waits, and opens a window', () => {
  expect(deliveries([500, 800, 1500], [1000])).toEqual([500, 1000, 2500])
})

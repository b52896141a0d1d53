import { expect, test } from 'vitest'
import { limitsOf } from './limits.ts'

test.each([
  // A quarter each when nothing is written: 0.25, 0.5, 1 and 2.5 pods, the surge rounded up, the other down.
  [1, {}, 1, 0],
  [2, {}, 1, 0],
  [4, {}, 1, 1],
  [10, {}, 3, 2],
  [3, { maxSurge: 1, maxUnavailable: 0 }, 1, 0],
  [3, { maxSurge: '100%', maxUnavailable: '50%' }, 3, 1],
  [3, { maxSurge: 0, maxUnavailable: '10%' }, 0, 1],
  [3, { maxUnavailable: 9 }, 1, 3],
  [0, {}, 0, 0],
])('%d pods, %j: a surge of %d, %d unavailable', (replicas, written, maxSurge, maxUnavailable) => {
  expect(limitsOf(written, replicas)).toEqual({ maxSurge, maxUnavailable })
})

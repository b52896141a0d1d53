import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextSizes } from './next-sizes.ts'
import type { Versions } from './next-sizes.ts'

const state = (
  replicas: number,
  [maxSurge, maxUnavailable]: readonly [number, number],
  current: readonly [number, number],
  ...old: readonly (readonly [number, number])[]
): Versions => ({
  replicas,
  limits: { maxSurge, maxUnavailable },
  current: { size: current[0], available: current[1] },
  old: old.map(([size, available]) => ({ size, available })),
})

test.each([
  ['the new version grows by the surge first', state(4, [1, 1], [0, 0], [4, 4]), 1, [4]],
  ['then the old one shrinks by what may be unavailable', state(4, [1, 1], [1, 0], [4, 4]), 1, [3]],
  ['which makes room for a new one', state(4, [1, 1], [1, 0], [3, 3]), 2, [3]],
  ['and then all wait', state(4, [1, 1], [2, 0], [3, 3]), 2, [3]],
  ['until the new ones are available', state(4, [1, 1], [2, 2], [3, 3]), 2, [1]],
  ['a broken old pod goes before a healthy one', state(2, [1, 0], [1, 1], [2, 1]), 1, [1]],
  ['the oldest version goes first', state(4, [0, 1], [1, 1], [1, 1], [2, 2]), 1, [0, 2]],
  ['alone it has what is wanted', state(5, [2, 1], [3, 3]), 5, []],
  ['alone it loses what is not', state(1, [1, 0], [3, 3]), 1, []],
])('%s', (_, versions, current, old) => {
  expect(nextSizes(versions)).toEqual({ current, old })
})

test('an update ends, never has too many pods and never too few available ones', () => {
  const some = fc.record({ replicas: fc.integer({ min: 1, max: 30 }), surge: fc.nat(10), unavailable: fc.nat(10) })
  fc.assert(
    fc.property(some, ({ replicas, surge, unavailable }) => {
      const limits = {
        maxSurge: surge,
        maxUnavailable: surge + unavailable === 0 ? 1 : Math.min(unavailable, replicas),
      }
      let [size, available, old] = [0, 0, replicas]
      for (let i = 0; old > 0 || available < replicas; i++) {
        expect(i).toBeLessThan(4 * replicas + 4)
        const current = { size, available }
        const next = nextSizes({ replicas, limits, current, old: old > 0 ? [{ size: old, available: old }] : [] })
        const isSettled = next.current === size && (next.old[0] ?? 0) === old
        size = next.current
        old = next.old[0] ?? 0
        if (isSettled) available = size
        expect(size + old).toBeLessThanOrEqual(replicas + limits.maxSurge)
        expect(available + old).toBeGreaterThanOrEqual(replicas - limits.maxUnavailable)
      }
    }),
  )
})

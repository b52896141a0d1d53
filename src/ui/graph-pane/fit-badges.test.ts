import { expect, test } from 'vitest'
import { fitBadges } from './fit-badges.ts'

test('all where they fit, 5 px apart', () => {
  expect(fitBadges([70, 40], 0, 115)).toEqual({
    shown: [
      { x: 0, width: 70 },
      { x: 75, width: 40 },
    ],
    hidden: 0,
    restX: 101,
  })
})

test('one that would leave no room for the number of the others is among them', () => {
  // 70 and 40 end at 115; +1 needs 14 more after a gap of 5, to 134.
  expect(fitBadges([70, 40, 30], 0, 134)).toMatchObject({ shown: [{ x: 0 }, { x: 75 }], hidden: 1, restX: 120 })
  expect(fitBadges([70, 40, 30], 0, 133)).toMatchObject({ shown: [{ x: 0 }], hidden: 2, restX: 75 })
})

test('the first one is there in any case, narrower where it must be', () => {
  expect(fitBadges([200], 10, 110)).toEqual({ shown: [{ x: 10, width: 100 }], hidden: 0, restX: 96 })
  // 14 px for +1 and 5 px before it are kept free.
  expect(fitBadges([200, 40], 10, 110)).toEqual({ shown: [{ x: 10, width: 81 }], hidden: 1, restX: 96 })
})

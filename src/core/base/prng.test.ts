import { expect, test } from 'vitest'
import { createPrng, createReseedable, firstNumber } from './prng.ts'

test.each([[0], [1], [-7], [2 ** 31 - 1], [-(2 ** 31)]])('every way to draw under seed %d gives the same', seed => {
  const plain = createPrng(seed)
  const numbers = [plain(), plain(), plain()]
  const dice = createReseedable()
  dice.seed(99)
  dice.next()
  dice.seed(seed)
  expect([dice.next(), dice.next(), dice.next()]).toEqual(numbers)
  expect(firstNumber(seed)).toBe(numbers[0])
  expect(new Set(numbers).size).toBe(3)
})

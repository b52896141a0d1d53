import { createPrng } from '../base/prng.ts'
import type { Chance } from './chance.ts'

/** Dice that fall the same way for the same seed. */
export function createSeededChance(seed: number): Chance {
  return createRandomChance(createPrng(seed))
}

/** Dice on any source of numbers in [0, 1). Envoy, weighted_cluster_specifier.cc: a random number modulo the sum [C5]. */
export function createRandomChance(random: () => number): Chance {
  let last: number | undefined
  return {
    choose(weights, total) {
      last = random()
      let left = last * total
      for (let index = 0; index < weights.length - 1; index++) {
        left -= weights[index] ?? 0
        if (left < 0) return index
      }
      return weights.length - 1
    },
    pick(count) {
      last = random()
      return Math.floor(last * count)
    },
    get last() {
      return last
    },
  }
}

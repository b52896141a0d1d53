/** Random numbers in [0, 1), wholly determined by how the generator was made. */
export type Prng = () => number

const STEP = 0x6d2b79f5

/** Mulberry32: small, fast, seeded; good enough for showing traffic. */
export function createPrng(seed: number): Prng {
  let state = seed | 0
  return () => {
    state = (state + STEP) | 0
    return scramble(state)
  }
}

/** One generator for one seed after another: after `seed(n)`, `next` gives what `createPrng(n)` gives. */
export function createReseedable(): { seed(seed: number): void; readonly next: Prng } {
  let state = 0
  return {
    seed(seed) {
      state = seed | 0
    },
    next: () => {
      state = (state + STEP) | 0
      return scramble(state)
    },
  }
}

/** The first number that `createPrng(seed)` gives. */
export function firstNumber(seed: number): number {
  return scramble((seed + STEP) | 0)
}

function scramble(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** A seed for the n-th thing under a seed, so that any request can be drawn again without the ones before it. */
export function mixSeed(seed: number, n: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 1, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) | 0
}

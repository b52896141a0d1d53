import { expect, test } from 'vitest'
import { placeParticles } from './drawn.ts'
import type { DrawnOptions } from './drawn.ts'
import { particleAt } from './hit-test.ts'
import { LANE_AND_HOLE, particle, straight } from './testing/draw.ts'

const LANES = 20
const ON_EACH = 100

/** 2,000 on twenty lanes of 300 px, 3 px apart: as many as the stage ever shows. */
const POSITIONS = {
  ...LANE_AND_HOLE,
  lanes: new Map(Array.from({ length: LANES }, (_, i) => [`lane ${i}`, straight(0, 300, i * 12)] as const)),
}
const MANY = Array.from({ length: LANES * ON_EACH }, (_, i) =>
  particle(
    { laneId: `lane ${i % LANES}` },
    { number: i + 1, fraction: Math.floor(i / LANES) / ON_EACH, look: i % 3 === 0 ? 'nowhere' : 'alive' },
  ),
)
const drawnWith = (focused?: number) => {
  const options: DrawnOptions = {
    lit: undefined,
    isolated: undefined,
    focused: focused === undefined ? undefined : { number: focused, laneId: 'lane 0', fraction: 1, look: 'alive' },
  }
  return placeParticles(MANY, POSITIONS, options)
}

test('each of 2,000 particles is the one that is hit where it stands, at any zoom', () => {
  const drawn = drawnWith()
  expect(drawn).toHaveLength(2000)
  for (const zoom of [0.25, 1, 4]) {
    const hit = drawn.map(one => particleAt(drawn, one, zoom)?.number)
    expect(hit).toEqual(drawn.map(({ number }) => number))
  }
})

test('each of them can be the one in focus: the only one, and where it stood', () => {
  const before = drawnWith()
  for (let i = 0; i < MANY.length; i += 37) {
    const one = before[i]
    const focused = drawnWith(one?.number).filter(each => each.focused)
    expect(focused).toEqual([{ ...one, focused: true }])
  }
})

test('between two the nearer one is hit; 12 px from all of them none is', () => {
  const drawn = drawnWith()
  expect(particleAt(drawn, { x: 1.6, y: 0 }, 1)?.x).toBeCloseTo(3)
  expect(particleAt(drawn, { x: 1.4, y: 0 }, 1)?.x).toBeCloseTo(0)
  expect(particleAt(drawn, { x: 0, y: -12.1 }, 1)).toBeUndefined()
  // On screen: twice as near when twice as large.
  expect(particleAt(drawn, { x: 0, y: -6.1 }, 2)).toBeUndefined()
  expect(particleAt(drawn, { x: 0, y: -5.9 }, 2)?.number).toBe(1)
})

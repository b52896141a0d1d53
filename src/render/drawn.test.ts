import { expect, test } from 'vitest'
import { placeParticles } from './drawn.ts'
import type { DrawnOptions } from './drawn.ts'
import { particleAt } from './hit-test.ts'
import { drawn, LANE_AND_HOLE, particle, straight } from './testing/draw.ts'

const PLAIN: DrawnOptions = { lit: undefined, isolated: undefined, focused: undefined }
const SINK = { kind: 'sink', holeId: 'hole' } as const
const place = (of: ReturnType<typeof particle>, change: Partial<DrawnOptions> = {}) =>
  placeParticles([of], LANE_AND_HOLE, { ...PLAIN, ...change })[0]

test('half way along its step a particle is half way along its lane', () => {
  expect(place(particle({}))).toMatchObject({ x: expect.closeTo(50), y: 0, opacity: 1, scale: 1, number: 7 })
})

test('one that waits stands at the end of its lane in a ring', () => {
  const waiting = place(particle({ kind: 'wait', why: 'delay' }, { fraction: 0.3, secondsLeft: 2 }))
  expect(waiting).toMatchObject({ x: expect.closeTo(100), wait: { closed: 0.3, secondsLeft: 2, crowd: 1 } })
  const besideOf = (why: 'delay' | 'queue' | 'back-off' | 'time-out', positions = LANE_AND_HOLE) =>
    placeParticles([particle({ kind: 'wait', why })], positions, PLAIN)[0]?.wait?.beside
  expect((['delay', 'queue', 'back-off', 'time-out'] as const).map(why => besideOf(why))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(besideOf('delay', { ...LANE_AND_HOLE, orientation: 'down' })).toBe(false)
})

test('lanes that end in one place, as upright those of a rule do, have one ring that counts all', () => {
  const positions = {
    ...LANE_AND_HOLE,
    lanes: new Map([...LANE_AND_HOLE.lanes, ['other', straight(40, 100)] as const]),
  }
  const waiting = ['lane', 'lane', 'other'].map((laneId, i) =>
    particle({ kind: 'wait', why: 'delay', laneId }, { number: i + 1 }),
  )
  expect(placeParticles(waiting, positions, PLAIN).map(each => each.wait?.crowd)).toEqual([3])
})

test('of several that wait at one place the first stands for all', () => {
  const waiting = [1, 2, 3].map(number => particle({ kind: 'wait', why: 'delay' }, { number, fraction: 1 / number }))
  const shown = placeParticles(waiting, LANE_AND_HOLE, PLAIN)
  expect(shown.map(each => [each.number, each.wait?.crowd])).toEqual([[1, 3]])
})

test.each(['queue', 'back-off', 'time-out', 'connect'] as const)('a %s is waited for in a ring too', why => {
  expect(place(particle({ kind: 'wait', why }))).toMatchObject({ x: expect.closeTo(100), wait: { closed: 0.5 } })
})

test('those that wait at one place for different things have a ring each', () => {
  const waiting = [particle({ kind: 'wait', why: 'queue' }), particle({ kind: 'wait', why: 'back-off' }, { number: 8 })]
  expect(placeParticles(waiting, LANE_AND_HOLE, PLAIN).map(each => each.wait?.crowd)).toEqual([1, 1])
})

test('a second try carries its number until it is decided', () => {
  expect(place(particle({ attempt: 2 }))?.attempt).toBe(2)
  expect(place(particle({ attempt: 2 }, { look: 'nowhere' }))?.attempt).toBeUndefined()
})

test('tries that failed alike in one place are one shape at 45 %, also of a followed request', () => {
  const failed = [7, 8].map(number => particle({ kind: 'wait', why: 'failed' }, { number, look: 'app-error' }))
  const focused = { number: 7, laneId: 'lane', fraction: 0.6, look: 'app-error' } as const
  const shown = placeParticles([...failed, particle({ attempt: 2 })], LANE_AND_HOLE, { ...PLAIN, focused })
  expect(shown.map(({ x, opacity, look, focused, wait }) => [Math.round(x), opacity, look, focused, wait])).toEqual([
    [100, 0.45, 'app-error', false, undefined],
    [50, 1, 'alive', true, undefined],
  ])
})

test('a copy that has come to its pod ends as a ring that widens and fades', () => {
  const shown = [0, 0.5, 1].map(fraction =>
    place(particle({ kind: 'wait', why: 'copied' }, { look: 'ghost', fraction })),
  )
  expect(shown.map(one => [one?.x, one?.scale, one?.opacity, one?.wait])).toEqual([
    [100, 1, 1, undefined],
    [100, 1.6, 0.5, undefined],
    [100, 2.2, 0, undefined],
  ])
})

test('on a wide lane requests travel side by side, within it, and leave it in one file', () => {
  const wide = { ...LANE_AND_HOLE, lanes: new Map([['lane', { ...straight(0, 100), width: 28 }]]) }
  const ys = (fraction: number): number[] =>
    [1, 2, 3, 4, 5].flatMap(number => {
      const one = particle({}, { number, fraction })
      return placeParticles([one], wide, PLAIN).map(each => each.y)
    })
  expect(Math.max(...ys(0.5)) - Math.min(...ys(0.5))).toBeGreaterThan(9)
  expect(ys(0.5).every(y => Math.abs(y) <= 9)).toBe(true)
  for (const y of [...ys(0), ...ys(1)]) expect(y).toBeCloseTo(0)
})

test('lanes that are not drawn carry no particles', () => {
  expect(place(particle({}), { hiddenLanes: new Set(['lane']) })).toBeUndefined()
})

test('one that is served shows as the pod’s number, not as a particle; a failed one shows', () => {
  const served = { kind: 'wait', why: 'served' } as const
  expect(place(particle(served))).toBeUndefined()
  const answered = { kind: 'wait', why: 'answered' } as const
  expect(place(particle(answered, { look: 'succeeded' }))).toBeUndefined()
  expect(place(particle(answered, { look: 'app-error' }))).toMatchObject({ look: 'app-error' })
})

test('over the rim it starts where the lane ends and winds inwards', () => {
  const distance = (fraction: number): number => {
    const at = place(particle(SINK, { fraction, look: 'nowhere' }))!
    return Math.hypot(at.x - 144, at.y)
  }
  const start = place(particle(SINK, { fraction: 0, look: 'nowhere' }))!
  expect([start.x, start.y]).toEqual([expect.closeTo(144 - 44 * 0.94, 1), expect.closeTo(0, 1)])
  expect(distance(0.3)).toBeLessThan(distance(0))
  expect(distance(0.7)).toBeLessThan(distance(0.3))
  expect(distance(1)).toBeCloseTo(0)
})

test('what has no place in this layout is left out', () => {
  expect(place(particle({ laneId: 'gone' }))).toBeUndefined()
  expect(place(particle({ kind: 'sink', holeId: 'gone' }))).toBeUndefined()
})

test('while something is lit the rest is dimmed', () => {
  expect(place(particle({}), { lit: new Set(['other']) })?.opacity).toBe(0.35)
  expect(place(particle({}), { lit: new Set(['lane']) })?.opacity).toBe(1)
})

test('an isolated outcome leaves the others as shadows; what is undecided counts as success', () => {
  expect(place(particle({}, { look: 'nowhere' }), { isolated: 'succeeded' })?.opacity).toBeCloseTo(0.12)
  expect(place(particle({}), { isolated: 'succeeded' })?.opacity).toBe(1)
})

test('a followed request that has landed rests on its lane, once', () => {
  const focused = { number: 7, laneId: 'lane', fraction: 0.6, look: 'nowhere' } as const
  const resting = placeParticles([], LANE_AND_HOLE, { ...PLAIN, focused })
  expect(resting).toMatchObject([{ x: expect.closeTo(60, 1), focused: true, look: 'nowhere' }])
  expect(placeParticles([particle({})], LANE_AND_HOLE, { ...PLAIN, focused })).toHaveLength(1)
})

test('the pointer finds the nearest particle within 12 px of the screen', () => {
  const near = drawn({ x: 10, y: 0, number: 1 })
  const nearer = drawn({ x: 6, y: 0, number: 2 })
  expect(particleAt([near, nearer], { x: 0, y: 0 }, 1)?.number).toBe(2)
  expect(particleAt([drawn({ x: 13, y: 0 })], { x: 0, y: 0 }, 1)).toBeUndefined()
  expect(particleAt([drawn({ x: 13, y: 0 })], { x: 0, y: 0 }, 0.5)).toBeDefined()
  expect(particleAt([near], { x: 0, y: 0 }, 2)).toBeUndefined()
  expect(particleAt([drawn({ x: 0, y: 0, look: 'ghost' })], { x: 0, y: 0 }, 1)).toBeUndefined()
})

import { expect, test } from 'vitest'
import type { Outcome } from '../../scene/index.ts'
import { OUTCOMES } from '../../scene/index.ts'
import type { Drawn } from '../drawn.ts'
import { drawn, NAMED_PALETTE } from '../testing/draw.ts'
import { recordingSurface } from '../testing/recording-surface.ts'
import { paintParticles, radiusFor } from './paint-particles.ts'

const VIEW = { camera: { x: 0, y: 0, k: 1 }, width: 300, height: 200, pixelRatio: 2 }

function paint(...particles: readonly Drawn[]) {
  const record = recordingSurface()
  paintParticles(record.surface, particles, NAMED_PALETTE, VIEW)
  return record
}

test('an empty frame is a cleared frame', () => {
  const { painted, clears } = paint()
  expect(clears).toEqual([0, 0, 300, 200])
  expect(painted).toEqual([])
})

test('until the deciding event a particle is a teal disc with a halo of the ground', () => {
  const { painted } = paint(drawn({ look: 'alive' }))
  expect(painted.map(({ act, colour }) => [act, colour])).toEqual([
    ['stroke', '--halo'],
    ['fill', '--ok'],
  ])
  expect(painted[1]?.path).toEqual(['move 104 50', 'arc 100 50 4 0 6.28'])
})

test.each([
  ['succeeded', 'fill', '--ok', 2],
  ['app-error', 'fill', '--app', 5],
  ['injected', 'fill', '--app', 5],
  ['nowhere', 'stroke', '--lost', 4],
  ['nobody', 'fill', '--lost', 5],
  ['turned-away', 'fill', '--refused', 4],
  ['late', 'fill', '--late', 7],
] satisfies [Outcome, string, string, number][])('%s has its own colour and outline', (look, act, colour, commands) => {
  const { painted } = paint(drawn({ look }))
  const last = painted.at(-1)
  expect([last?.act, last?.colour, last?.path.length]).toEqual([act, colour, commands])
})

test('no two outcomes are painted alike', () => {
  const paths = OUTCOMES.map(look => paint(drawn({ look })).painted.at(-1)?.path.join(';'))
  expect(new Set(paths).size).toBe(OUTCOMES.length)
})

test('a second try is a larger disc with its number', () => {
  const { painted } = paint(drawn({ attempt: 2 }))
  expect(painted[1]?.path).toEqual(['move 108 50', 'arc 100 50 8 0 6.28'])
  expect(painted.at(-1)).toMatchObject({ act: 'text', text: '2', colour: '--halo' })
})

test('several that wait for their next try tell how many, not a number', () => {
  const { painted } = paint(drawn({ attempt: 2, wait: { closed: 0.5, secondsLeft: 0.6, crowd: 3, beside: false } }))
  expect(painted.filter(({ act }) => act === 'text').map(({ text }) => text)).toEqual(['×3'])
})

test('a copy is a hollow dashed circle', () => {
  const { painted } = paint(drawn({ look: 'ghost' }))
  expect(painted).toHaveLength(1)
  expect(painted[0]).toMatchObject({ act: 'stroke', colour: '--ghost', dashed: true })
})

test('one that waits stands in a ring that closes, with the seconds left', () => {
  const { painted } = paint(drawn({ wait: { closed: 0.25, secondsLeft: 1.23, crowd: 1, beside: false } }))
  const ring = painted.find(each => each.colour === '--ink-2' && each.act === 'stroke')
  expect(ring?.path).toEqual(['arc 100 50 10 -1.57 0'])
  expect(painted.find(each => each.act === 'text')?.text).toBe('1.2 s')
})

test('where several wait, the ring says how many', () => {
  const { painted } = paint(drawn({ wait: { closed: 0.9, secondsLeft: 0.2, crowd: 12, beside: false } }))
  expect(painted.find(each => each.act === 'text')?.text).toBe('×12')
})

test('what a ring on a lane says stands right of it, within the height of the lane’s label', () => {
  // `12 wait`: 7 letters of 6.6 px and 3 px on each side, 13 px right of the middle.
  const { painted } = paint(drawn({ wait: { closed: 0.9, secondsLeft: 0.2, crowd: 12, beside: true } }))
  const text = painted.findIndex(each => each.act === 'text')
  expect(painted[text - 1]?.path).toEqual(['box 113 42.5 52.2 15'])
  expect(painted[text]).toMatchObject({ text: '12 wait' })
})

test('words of rings are above what travels, whoever comes first', () => {
  const ring = { closed: 0.5, secondsLeft: 2, crowd: 1, beside: true }
  const { painted } = paint(drawn({ wait: ring }), drawn({ x: 120 }))
  expect(painted.findLastIndex(({ act }) => act === 'text')).toBe(painted.length - 1)
})

test('the followed request is on top, in a ring of 10 px, with its number', () => {
  const { painted } = paint(drawn({ focused: true, number: 993, look: 'nowhere' }), drawn({ x: 101 }))
  expect(painted.at(-1)).toMatchObject({ act: 'text', text: '#993', colour: '--on-accent' })
  const ring = painted.findIndex(each => each.colour === '--accent' && each.path[0]?.startsWith('arc 100 50 10'))
  const other = painted.findIndex(each => each.path[1]?.startsWith('arc 101 50'))
  expect(other).toBeGreaterThanOrEqual(0)
  expect(ring).toBeGreaterThan(other)
})

test('one that sinks shrinks and has no halo; at the end nothing is left', () => {
  const half = paint(drawn({ look: 'nowhere', scale: 0.5, opacity: 0.7 })).painted
  expect(half).toHaveLength(1)
  expect(half[0]).toMatchObject({ colour: '--lost', alpha: 0.7, lineWidth: 4 * 0.5 * 0.62 })
  expect(paint(drawn({ look: 'nowhere', scale: 0.01 })).painted).toEqual([])
})

test.each([
  [1, 4],
  [400, 4],
  [401, 3],
  [2000, 3],
  [2001, 2],
  [10_000, 2],
  [10_001, 1.5],
])('%i particles have radius %i', (count, radius) => {
  expect(radiusFor(count)).toBe(radius)
})

test('a plain particle costs two paints', () => {
  expect(paint(...Array.from({ length: 500 }, () => drawn())).painted).toHaveLength(1000)
})

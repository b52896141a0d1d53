import { expect, test } from 'vitest'
import type { MapFrame } from './mix-map.ts'
import { mixMap } from './mix-map.ts'
import { straight } from './testing/draw.ts'

const card = (x: number) => ({ x, y: 0, width: 10, height: 10 })
const node = (id: string, namespace = 'shop') => ({ id, name: id, group: namespace, ratePerSecond: 1, rules: 0 })
const hole = (at: string) =>
  ({ id: `hole ${at}`, at, to: undefined, label: '502', outcome: 'nowhere', ratePerSecond: 1, share: 1 }) as const

/** A lane goes from the right side of its caller; a hole hangs 20 beneath its own. */
const frame = (
  boxes: readonly (readonly [ReturnType<typeof node>, number])[],
  calls: readonly (readonly [string, string])[] = [],
  holes: readonly string[] = [],
): MapFrame => {
  const at = new Map(boxes.map(([{ id }, x]) => [id, x]))
  return {
    view: {
      nodes: boxes.map(([each]) => each),
      calls: calls.map(([from, to]) => ({ from, to, ratePerSecond: 1, lostPerSecond: 0, share: 1, ways: [] })),
      holes: holes.map(hole),
    },
    positions: {
      size: { width: 100, height: 100 },
      boxes: new Map(boxes.map(([{ id }, x]) => [id, card(x)])),
      lanes: new Map(calls.map(([from, to]) => [`${from}>${to}`, straight((at.get(from) ?? 0) + 10, at.get(to) ?? 0)])),
      holes: new Map(holes.map(id => [`hole ${id}`, { x: at.get(id) ?? 0, y: 20 }])),
    },
    fresh: new Set(),
    shown: 1,
  }
}

const GROUPS = frame(
  [
    [node('shop'), 100],
    [node('web', 'web'), 0],
  ],
  [['web', 'shop']],
)
const OPEN = frame(
  [
    [node('shop/a'), 200],
    [node('shop/b'), 300],
    [node('web', 'web'), 50],
  ],
  [['web', 'shop/a']],
  ['shop/b'],
)
const xs = (mixed: MapFrame) => [...mixed.positions.boxes].map(([id, { x }]) => [id, x])

test('a namespace that is opened: its services come out of its card, what stays goes to its place, lanes and holes stay at their cards', () => {
  const half = mixMap(GROUPS, OPEN, 'shop', 0.5)
  expect(xs(half)).toEqual([
    ['shop/a', 150],
    ['shop/b', 200],
    ['web', 25],
  ])
  expect([...half.fresh]).toEqual(['shop/a', 'shop/b', 'web>shop/a', 'hole shop/b'])
  const lane = half.positions.lanes.get('web>shop/a')?.cubics[0]
  expect([lane?.[0], lane?.[6]]).toEqual([35, 150])
  expect(half.positions.holes.get('hole shop/b')).toEqual({ x: 200, y: 20 })
  expect(half.shown).toBe(0.5)
})

test('back again: the namespace comes out of its services', () => {
  expect(xs(mixMap(OPEN, GROUPS, undefined, 0.5))).toEqual([
    ['shop', 150],
    ['web', 25],
  ])
})

test('turned round half way, all starts from where it is', () => {
  const half = mixMap(GROUPS, OPEN, 'shop', 0.5)
  expect(xs(mixMap(half, GROUPS, undefined, 0))).toEqual([
    ['shop', 150],
    ['web', 25],
  ])
})

test('the end is the new map itself', () => {
  expect(mixMap(GROUPS, OPEN, 'shop', 1)).toBe(OPEN)
})

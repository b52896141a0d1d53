import { expect, test } from 'vitest'
import type { MapFrame } from './mix-map.ts'
import { mixMap } from './mix-map.ts'
import { straight } from './testing/draw.ts'

const card = (x: number) => ({ x, y: 0, width: 10, height: 10 })
const node = (id: string, namespace = 'shop') => ({ id, namespace })
const picture = (
  nodes: MapFrame['nodes'],
  boxes: readonly (readonly [string, number])[],
  lanes: readonly (readonly [string, number])[] = [],
): MapFrame => ({
  nodes,
  positions: {
    size: { width: 100, height: 100 },
    boxes: new Map(boxes.map(([id, x]) => [id, card(x)])),
    lanes: new Map(lanes.map(([id, x]) => [id, straight(0, x)])),
    holes: new Map(),
  },
  fresh: new Set(),
  shown: 1,
})

const GROUPS = picture(
  [node('shop'), node('web', 'web')],
  [
    ['shop', 100],
    ['web', 0],
  ],
  [['web>shop', 100]],
)
const OPEN = picture(
  [node('shop/a'), node('shop/b'), node('web', 'web')],
  [
    ['shop/a', 200],
    ['shop/b', 300],
    ['web', 50],
  ],
  [['web>shop/a', 200]],
)
const at = (mixed: MapFrame) => [...mixed.positions.boxes].map(([id, { x }]) => [id, x])

test('a namespace that is opened: its services come out of its card, what stays goes to its place, new lanes appear', () => {
  const half = mixMap(GROUPS, OPEN, 'shop', 0.5)
  expect(at(half)).toEqual([
    ['shop/a', 150],
    ['shop/b', 200],
    ['web', 25],
  ])
  expect([...half.fresh]).toEqual(['shop/a', 'shop/b', 'web>shop/a'])
  expect(half.shown).toBe(0.5)
})

test('back again: the namespace comes out of its services', () => {
  expect(at(mixMap(OPEN, GROUPS, undefined, 0.5))).toEqual([
    ['shop', 150],
    ['web', 25],
  ])
})

test('turned round half way, all starts from where it is', () => {
  const half = mixMap(GROUPS, OPEN, 'shop', 0.5)
  expect(at(mixMap(half, GROUPS, undefined, 0))).toEqual([
    ['shop', 150],
    ['web', 25],
  ])
})

test('the end is the new map itself', () => {
  expect(mixMap(GROUPS, OPEN, 'shop', 1)).toBe(OPEN)
})

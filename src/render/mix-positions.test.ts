import { expect, test } from 'vitest'
import type { Positions } from '../layout/index.ts'
import { mixPositions } from './mix-positions.ts'
import { LANE_AND_HOLE, straight } from './testing/draw.ts'

const MOVED: Positions = {
  ...LANE_AND_HOLE,
  boxes: new Map([
    ['hole', { x: 200, y: -44, width: 88, height: 88 }],
    ['new', { x: 5, y: 5, width: 10, height: 10 }],
  ]),
  lanes: new Map([['lane', straight(0, 200)]]),
}

test('half way everything known is half way, and what is new stands at its place', () => {
  const half = mixPositions(LANE_AND_HOLE, MOVED, 0.5)
  expect(half.boxes.get('hole')?.x).toBe(150)
  expect(half.boxes.get('new')).toEqual({ x: 5, y: 5, width: 10, height: 10 })
  expect(half.lanes.get('lane')?.cubics[0]?.[6]).toBe(150)
})

test('what is gone is gone at once, and the end is the new layout itself', () => {
  expect(mixPositions(MOVED, LANE_AND_HOLE, 0.5).boxes.has('new')).toBe(false)
  expect(mixPositions(LANE_AND_HOLE, MOVED, 1)).toBe(MOVED)
})

test('a turned picture does not fly across', () => {
  const down: Positions = { ...MOVED, orientation: 'down' }
  expect(mixPositions(LANE_AND_HOLE, down, 0.1)).toBe(down)
})

test('far from what is looked at things stand at their new place at once; a lane is near as soon as a part of it is', () => {
  const near = { x: 190, y: -100, width: 200, height: 200 }
  const half = mixPositions(LANE_AND_HOLE, MOVED, 0.5, near)
  expect(half.boxes.get('hole')?.x).toBe(150)
  expect(half.lanes.get('lane')?.cubics[0]?.[6]).toBe(150)
  const far = { ...near, x: 900 }
  expect(mixPositions(LANE_AND_HOLE, MOVED, 0.5, far).boxes.get('hole')?.x).toBe(200)
})

test('where nothing is seen to move, the new layout is there at once', () => {
  const again = structuredClone(LANE_AND_HOLE)
  expect(mixPositions(LANE_AND_HOLE, again, 0.5)).toBe(again)
  expect(mixPositions(LANE_AND_HOLE, MOVED, 0.5, { x: 900, y: 0, width: 9, height: 9 })).toBe(MOVED)
  expect(mixPositions(LANE_AND_HOLE, MOVED, 0.5)).not.toBe(MOVED)
})

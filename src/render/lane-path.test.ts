import { expect, test } from 'vitest'
import type { LanePath } from '../layout/index.ts'
import { lanePathData, pointOnCubic, pointOnLane } from './lane-path.ts'
import { straight } from './testing/draw.ts'

test('pieces that touch are one line, others start anew', () => {
  const cubics = [...straight(0, 30).cubics, ...straight(30, 60).cubics, ...straight(90, 120).cubics]
  expect(lanePathData(cubics)).toBe('M0 0C10 0 20 0 30 0C40 0 50 0 60 0M90 0C100 0 110 0 120 0')
  expect(lanePathData([])).toBe('')
})

test('a cubic’s middle', () => {
  expect(pointOnCubic([0, 0, 0, 8, 8, 8, 8, 0], 0.5)).toEqual({ x: 4, y: 6 })
})

test('equal fractions are equal ways, however the pieces are cut', () => {
  const lane: LanePath = { cubics: [...straight(0, 10).cubics, ...straight(10, 100).cubics], length: 100, width: 4 }
  for (const fraction of [0, 0.05, 0.25, 0.5, 0.9, 1]) {
    expect(pointOnLane(lane, fraction).x).toBeCloseTo(fraction * 100, 1)
  }
})

test('fractions outside stay on the lane', () => {
  expect(pointOnLane(straight(0, 50), -1).x).toBe(0)
  expect(pointOnLane(straight(0, 50), 2).x).toBeCloseTo(50)
})

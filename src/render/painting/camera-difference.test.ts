import { expect, test } from 'vitest'
import { toScreen } from '../camera.ts'
import { cameraDifference } from './camera-difference.ts'

test('while the camera stands nothing is moved', () => {
  const camera = { x: 13, y: -7, k: 1.5 }
  expect(cameraDifference(camera, camera)).toEqual({ x: 0, y: 0, k: 1 })
})

test('after a drag the picture is as far away as the camera', () => {
  expect(cameraDifference({ x: 10, y: 20, k: 2 }, { x: 40, y: 15, k: 2 })).toEqual({ x: 30, y: -5, k: 1 })
})

test('zoomed to twice about a point, the picture is twice as large and the point stays', () => {
  // 100 on screen was (100 − 20) / 1 = 80 on the stage; 80 × 2 − 60 = 100.
  const difference = cameraDifference({ x: 20, y: 0, k: 1 }, { x: -60, y: 0, k: 2 })
  expect(difference).toEqual({ x: -100, y: 0, k: 2 })
  expect(toScreen(difference, { x: 100, y: 0 }).x).toBe(100)
})

test('whatever was painted comes to stand where the camera shows it now', () => {
  const [painted, now] = [
    { x: 33, y: -12, k: 0.7 },
    { x: -210, y: 48, k: 1.9 },
  ]
  for (const point of [
    { x: 0, y: 0 },
    { x: 512.5, y: 77 },
    { x: -40, y: 1300 },
  ]) {
    const moved = toScreen(cameraDifference(painted, now), toScreen(painted, point))
    expect(moved.x).toBeCloseTo(toScreen(now, point).x, 9)
    expect(moved.y).toBeCloseTo(toScreen(now, point).y, 9)
  }
})

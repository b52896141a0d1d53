import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PathBuilder, pointAt } from './path.ts'
import { stack } from './stack.ts'
import { wrap } from './wrap.ts'

test('a point moves at constant speed over straight and bent pieces', () => {
  const path = new PathBuilder({ x: 0, y: 0 }).line(100, 0).across(200, 80).line(200, 180).build(4)
  const steps = Array.from({ length: 101 }, (_, i) => pointAt(path, i / 100))
  const lengths = steps
    .slice(1)
    .map((point, i) => Math.hypot(point.x - (steps[i]?.x ?? 0), point.y - (steps[i]?.y ?? 0)))
  // A chord over the corner is shorter than the way; all others are within 2 %.
  const even = path.length / 100
  expect(lengths.filter(length => Math.abs(length - even) / even > 0.02).length).toBeLessThanOrEqual(2)
  expect(pointAt(path, 0)).toEqual({ x: 0, y: 0 })
  expect(pointAt(path, 1)).toEqual({ x: 200, y: expect.closeTo(180, 9) })
  expect(pointAt(path, 2)).toEqual(pointAt(path, 1))
})

test('the length of a straight line is its length', () => {
  const path = new PathBuilder({ x: 10, y: 10 }).line(40, 50).build(1)
  expect(path.length).toBeCloseTo(50, 9)
  const { x, y } = pointAt(path, 0.5)
  expect([x, y]).toEqual([expect.closeTo(25, 6), expect.closeTo(30, 6)])
})

test('a stack keeps wishes where there is room and shares the move where there is not', () => {
  const item = (wish: number) => ({ wish, height: 10, gap: 5 })
  expect(stack([item(0), item(100)], 0)).toEqual([0, 100])
  // Both want 50: they part evenly.
  expect(stack([item(50), item(50)], 0)).toEqual([42.5, 57.5])
  expect(stack([item(0), item(0)], 0)).toEqual([0, 15])
})

test('a stack never overlaps and never begins above its start', () => {
  const items = fc.array(
    fc.record({
      wish: fc.integer({ min: -50, max: 500 }),
      height: fc.integer({ min: 1, max: 90 }),
      gap: fc.integer({ min: 0, max: 30 }),
    }),
  )
  fc.assert(
    fc.property(items, list => {
      const tops = stack(list, 10)
      list.forEach((item, i) => {
        const before = list[i - 1]
        const least = before ? (tops[i - 1] ?? 0) + before.height + item.gap : 10
        expect(tops[i]).toBeGreaterThanOrEqual(least - 1e-9)
      })
    }),
  )
})

test('words wrap at the width, a word that is wider stands alone', () => {
  const measure = (text: string) => text.length
  expect(wrap('cluster not found: no subset v3', 18, '', measure)).toEqual(['cluster not found:', 'no subset v3'])
  expect(wrap('a reviews.default.svc b', 5, '', measure)).toEqual(['a', 'reviews.default.svc', 'b'])
})

import { expect, test } from 'vitest'
import { createMeasure, truncate } from './text-width.ts'

const tenEach = createMeasure({ font: '', measureText: text => ({ width: text.length * 10 }) as TextMetrics })

test.each([
  ['reviews', 70, 'reviews'],
  ['reviews', 69, 'revie…'],
  ['a b c d', 50, 'a b…'],
  ['reviews', 5, 'r…'],
])('%s in %i px is %s', (text, width, shown) => {
  expect(truncate(text, '12px Inter', width, tenEach)).toBe(shown)
})

test('a width is measured once, but not before the faces have loaded', () => {
  let settled = false
  let asked = 0
  const context = { font: '', measureText: () => ({ width: ++asked }) as TextMetrics }
  const measure = createMeasure(context, () => settled)
  expect([measure('a', 'f'), measure('a', 'f')]).toEqual([1, 2])
  settled = true
  expect([measure('a', 'f'), measure('a', 'f'), measure('a', 'f')]).toEqual([3, 3, 3])
})

test('a text may keep its end, where two of them differ', () => {
  const perLetter = (text: string) => text.length
  expect(truncate('checkout-stable', '', 12, perLetter, 5)).toBe('checko…table')
  expect(truncate('checkout', '', 12, perLetter, 5)).toBe('checkout')
})

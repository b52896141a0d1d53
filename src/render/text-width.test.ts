import { expect, test } from 'vitest'
import { breakName, createMeasure, shorten, truncate } from './text-width.ts'

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

const perLetter = (text: string) => text.length

test.each([
  ['checkout-stable', 12, 'chec…-stable'],
  ['checkout-canary', 11, 'che…-canary'],
  ['checkout-canary', 10, 'ch…-canary'],
  ['checkout-canary', 9, 'chec…nary'],
  ['istio-egress-gateway', 16, 'istio-e…-gateway'],
  ['istio-egress-gateway', 15, 'istio…-gateway'],
  ['a.very.long.host.com', 12, 'a.very….com'],
  ['checkout', 12, 'checkout'],
  ['checkout', 1, 'c…'],
])('%s shortened in the middle to %i letters is %s', (text, width, shown) => {
  expect(shorten(text, '', width, perLetter)).toBe(shown)
})

test.each([
  ['istio-ingressgateway', 14, ['istio-', 'ingressgateway']],
  ['www.wikipedia.org', 13, ['www.wikipedia', '.org']],
  ['istio-ingressgateway.istio-system', 14, ['istio-ingressgateway', '.istio-system']],
  ['a-b-c', 5, ['a-b-c']],
  ['unbreakable', 5, ['unbreakable']],
])('%s in %i letters breaks into %j', (text, width, lines) => {
  expect(breakName(text, '', width, perLetter)).toEqual(lines)
})

import { expect, test } from 'vitest'
import { isCoveredBy, isWildcard, overlaps, resolveHost } from './hostname.ts'

test.each([
  ['reviews', 'reviews.prod.svc.cluster.local'],
  ['Reviews', 'Reviews.prod.svc.cluster.local'],
  ['reviews.default', 'reviews.default'],
  ['shop.example.com', 'shop.example.com'],
  ['*', '*'],
  ['*.example.com', '*.example.com'],
  ['10.0.0.1', '10.0.0.1'],
])('%s in namespace prod is %s', (host, expected) => {
  expect(resolveHost(host, 'prod', 'cluster.local')).toBe(expected)
})

test.each([
  ['a.foo.com', '*.foo.com', true],
  ['foo.com', '*.foo.com', false],
  ['xfoo.com', '*foo.com', true],
  ['foo.com', '*', true],
  ['*.a.foo.com', '*.foo.com', true],
  ['*.com', '*.foo.com', false],
  ['foo.com', '*foo.com', true],
  ['foo.com', 'foo.com', true],
  ['*.foo.com', 'a.foo.com', false],
])('%s is covered by %s: %s', (host, wildcard, expected) => {
  expect(isCoveredBy(host, wildcard)).toBe(expected)
})

test.each([
  ['a.foo.com', '*.foo.com', true],
  ['*.foo.com', 'a.foo.com', true],
  ['*.foo.com', '*.a.foo.com', true],
  ['*', '*.com', true],
  ['*.foo.com', 'foo.com', false],
  ['a.com', 'b.com', false],
])('%s has a name in common with %s: %s', (a, b, expected) => {
  expect(overlaps(a, b)).toBe(expected)
})

test('only a leading star makes a wildcard', () => {
  expect([isWildcard('*.foo'), isWildcard('foo.*')]).toEqual([true, false])
})

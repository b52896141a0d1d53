import { expect, test } from 'vitest'
import { asText, digest } from './as-text.ts'

const ALL = { without: () => false }

test('values of the same content are the same text, whatever is undefined', () => {
  expect(asText({ a: [1, 'b', null], c: new Map([['k', true]]) }, ALL)).toBe(
    asText({ a: [1, 'b', null], x: undefined, c: new Map([['k', true]]) }, ALL),
  )
})

test.each([
  [['a', 'b'], ['a,b']],
  [['1'], [1]],
  [{ a: { b: 1 } }, { a: {}, b: 1 }],
  [[[1], 2], [[1, 2]]],
  ['1"a', ['a']],
  [{ a: '2' }, { a: '22' }],
  [new Map([['a', 1]]), new Map([['a', 2]])],
  [{ a: null }, {}],
])('%j is not %j', (one, other) => {
  expect(asText(one, ALL)).not.toBe(asText(other, ALL))
})

test('what is left out does not count, at any depth, nor the last digits of a share', () => {
  const leaving = { without: (key: string) => key === 'origin', digits: 9 }
  expect(asText({ origin: 1, rows: [{ origin: 2, share: 0.1 + 0.2 }] }, leaving)).toBe(
    asText({ rows: [{ share: 0.3 }] }, leaving),
  )
  expect(asText({ share: 0.3 }, leaving)).not.toBe(asText({ share: 0.301 }, leaving))
})

test('texts of one letter more, less or another have another digest', () => {
  const text = 'reviews v1 90 %, v2 10 %'.repeat(50)
  const letters = Array.from({ length: text.length }, (_, i) => i)
  const others = letters.flatMap(i => [
    text.slice(0, i) + 'x' + text.slice(i),
    text.slice(0, i) + 'x' + text.slice(i + 1),
  ])
  const different = new Set([text, ...others])
  expect(new Set([...different].map(digest)).size).toBe(different.size)
  expect(digest(text)).toMatch(/^[0-9a-f]{16}$/)
})

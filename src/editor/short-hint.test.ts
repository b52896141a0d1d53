import { expect, test } from 'vitest'
import { shortHint } from './short-hint.ts'

test.each([
  ['no such subset: 302 lost', 'no such subset: 302 lost'], // exactly 24
  ['no such subset: 1,302 lost', 'no such subset: 1,302…'],
  ['40.2 % of 752 requests in all', '40.2 % of 752 requests…'],
])('%s', (text, shown) => {
  expect(shortHint({ text })).toBe(shown)
})

test('shorter words stand where the whole has no room, never a part of a word', () => {
  const hint = { text: '122 requests lost', short: '122 lost' }
  expect(shortHint(hint)).toBe('122 requests lost')
  expect(shortHint(hint, 12)).toBe('122 requests lost')
  expect(shortHint(hint, 11)).toBe('122 lost')
  expect(shortHint(hint, 3)).toBe('122 lost')
  expect(shortHint({ text: '12,040 of 15,000 requests', short: '12,040 of 15,000' })).toBe('12,040 of 15,000')
})

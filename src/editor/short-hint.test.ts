import { expect, test } from 'vitest'
import { shortHint } from './short-hint.ts'

test.each([
  ['no such subset: 302 lost', 'no such subset: 302 lost'], // exactly 24
  ['no such subset: 1,302 lost', 'no such subset: 1,302 l…'],
  ['40.2 % of 752 requests in all', '40.2 % of 752 requests…'], // no space before the dots
])('%s', (text, shown) => {
  expect(shortHint(text)).toBe(shown)
})

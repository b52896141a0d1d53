import { expect, test } from 'vitest'
import { decodeBase64 } from './decode-base64.ts'

test.each([
  ['aGVsbG8=', 'hello'],
  ['aGVsbG8', 'hello'],
  ['', ''],
  ['Zm9vYg==', 'foob'],
  ['4pyT', '✓'],
  ['_-8=', 'ÿï'],
])('%s is %s', (encoded, text) => {
  expect(decodeBase64(encoded)).toBe(text)
})

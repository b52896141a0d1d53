import { expect, test } from 'vitest'
import { xxHash64 } from './xx-hash-64.ts'

test.each([
  ['', 0, 0xef46db3751d8e999n],
  ['a', 0, 0xd24ec4f1a98c6e5bn],
  ['user-0', 0, 0x7c1b2034a0684560n],
  ['127.1.0.10:8080_0', 0, 0x44ed682462e2ac89n],
  ['abcdefghijklmnopqrstuvwxyz0123456789', 0, 0x64f23ecf1609b766n],
  ['127.1.0.10:8080', 1, 0xe219b91c720968d9n],
])('xxHash64 of %j with seed %i', (text, seed, hash) => {
  expect(xxHash64(text, seed)).toBe(hash)
})

import { expect, test } from 'vitest'
import { cutAtWord } from './cut-at-word.ts'

test.each([
  ['must be of type integer', 23, 'must be of type integer'],
  ['must be of type integer', 22, 'must be of type…'],
  ['must be of type integer', 16, 'must be of type…'],
  ['must be of type integer', 15, 'must be of…'],
  ['one, two', 6, 'one…'],
  ['incomprehensible', 6, 'incom…'],
  ['👩 is one', 6, '👩 is…'],
])('%s in %i characters', (text, most, shown) => {
  expect(cutAtWord(text, most)).toBe(shown)
})

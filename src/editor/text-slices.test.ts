import { expect, it } from 'vitest'
import { textSlices } from './text-slices.ts'

it('cuts a text into parts that make it up again', () => {
  expect(textSlices('abcdefg', 3)).toEqual(['abc', 'def', 'g'])
  expect(textSlices('', 3)).toEqual([])
  expect(textSlices('abc', 3)).toEqual(['abc'])
})

it('cuts neither a line break nor a character in two', () => {
  expect(textSlices('ab\r\ncd', 3)).toEqual(['ab\r\n', 'cd'])
  expect(textSlices('ab😀cd', 3)).toEqual(['ab😀', 'cd'])
})

import { expect, test } from 'vitest'
import { readExample } from './read-example.ts'

test('a line is of the broken text, of the repaired one, or of both', () => {
  expect(readExample(' a: 1\n-b: 2\n+b: 3\n \n+c: 4\n')).toEqual({
    broken: 'a: 1\nb: 2\n\n',
    repaired: 'a: 1\nb: 3\n\nc: 4\n',
    lines: [
      { kind: 'same', text: 'a: 1' },
      { kind: 'broken', text: 'b: 2' },
      { kind: 'repaired', text: 'b: 3' },
      { kind: 'same', text: '' },
      { kind: 'repaired', text: 'c: 4' },
    ],
  })
})

test('a line without a mark is a slip of ours', () => {
  expect(() => readExample('a: 1\n')).toThrow('has no mark')
})
